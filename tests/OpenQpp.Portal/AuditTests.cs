using System.Net;
using OpenQpp.Access;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>Who saw what: views, downloads and refusals are written down, and the Security Official alone can read them.</summary>
public sealed class AuditTests(PortalWorld world)
{
    [Fact]
    public async Task ViewsDownloadsAndRefusalsAreWrittenDown()
    {
        var practice = world.OrganizationOf("manager");
        var (staff, stranger) = (world.Person("staff").Id, world.Person("aco").Id);
        using (await (await world.As("staff")).Get($"/py/2024/practices/{practice.Id}/group-feedback"))
        using (await (await world.As("staff")).Get($"/py/2024/practices/{practice.Id}/payment-adjustment.csv"))
        using (await (await world.As("aco")).Get($"/py/2024/practices/{practice.Id}/group-feedback"))
        {
            var log = (await world.Store.Audit.OfOrganization(practice.Id, new(0, 3))).Rows;
            Assert.Equal(
                [(stranger, "view", "group-feedback", "denied"), (staff, "download", "payment-adjustment", "granted"), (staff, "view", "group-feedback", "granted")],
                log.Select(entry => (entry.PersonId!, entry.Action, entry.Resource, entry.Outcome)));
            Assert.All(log, entry => Assert.Equal((2024, practice.Id), (entry.Year, entry.OwnerId)));
            Assert.Equal("practice-staff", log[1].Role);
            Assert.Equal(nameof(DenialReason.NoRight), log[0].Detail);
        }
    }

    [Fact]
    public async Task TheSecurityOfficialReadsThemAndNobodyElse()
    {
        var practice = world.OrganizationOf("subgroups");
        using (await (await world.As("intermediary")).Get($"/py/2024/practices/{practice.Id}/payment-adjustment.csv"))
        using (await (await world.As("manager")).Get($"/py/2024/practices/{practice.Id}/details"))
        {
            await Finds($"/practices/{practice.Id}/audit-log", "Pat Manager", "view, details", "2024", "denied");
            await Finds($"/practices/{practice.Id}/audit-log", "Indy Intermediary", "download, payment-adjustment", "2024", "granted");
        }

        foreach (var user in world.Demo.People.Select(person => person.User).Except(["subgroups"]))
        {
            using var answer = await (await world.As(user)).Get($"/practices/{practice.Id}/audit-log");
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, user);
        }
    }

    /// <summary>A row of the log stands on one of its pages: other tests write into it too.</summary>
    private async Task Finds(string log, params string[] cells)
    {
        var session = await world.As("subgroups");
        for (var page = 1; ; page++)
        {
            var rows = HtmlPage.Rows(await session.Text($"{log}?page={page}"));
            Assert.NotEmpty(rows);
            if (rows.Any(row => cells.SequenceEqual([row[1], row[3], row[4], row[5]])))
            {
                return;
            }
        }
    }

    /// <summary>Staff see what their Security Official sees, but neither the log nor the requests.</summary>
    [Theory]
    [InlineData("manager", "practices")]
    [InlineData("aco", "apm-entities")]
    [InlineData("virtual-group", "virtual-groups")]
    [InlineData("registry", "registries")]
    public async Task OfficialsOfEveryKindOpenTheirPages(string user, string kind)
    {
        var session = await world.As(user);
        var id = world.OrganizationOf(user).Id;
        Assert.Contains($"/{kind}/{id}/access-requests", await session.Text("/manage-access"), StringComparison.Ordinal);
        Assert.NotEmpty(HtmlPage.Rows(await session.Text($"/{kind}/{id}/access-requests")));
        Assert.NotEmpty(HtmlPage.Rows(await session.Text($"/{kind}/{id}/audit-log")));
    }

    [Fact]
    public async Task SignInsAreWrittenDownWithoutTheName()
    {
        using var session = world.Portal.Nobody();
        using var answer = await session.Send("/sign-in", "/sign-in", ("user", "1234567893"), ("password", "000000001"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var log = await world.Store.Audit.OfPerson(world.Person("staff").Id, new(0, 1000));
        Assert.DoesNotContain(log.Rows, entry => (entry.Detail ?? "").Contains("1234567893", StringComparison.Ordinal));
    }
}
