using System.Net;
using System.Text;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>A practice's own remittances: audited for whom its payment adjustment is to see, never another's, and never kept.</summary>
public sealed class RemittanceTests(PortalWorld world)
{
    private const string NoUpload = "REMITTANCE_OF_ANOTHER";

    private string At(string user) => $"/py/2024/practices/{world.OrganizationOf(user).Id}/payment-adjustment";

    [Fact]
    public async Task TheSampleIsAuditedOnThePageAsCsvAndAsReport()
    {
        var (session, at) = (await world.As("manager"), At("manager"));
        var sample = Encoding.Latin1.GetBytes(await session.Text($"{at}/sample-remittance"));
        using (var page = await session.Upload($"{at}/remittances", $"{at}/remittances", "remittances", ("june.835", sample)))
        {
            var text = await page.Content.ReadAsStringAsync();
            Assert.True(page.StatusCode == HttpStatusCode.OK, text);
            Assert.Contains("MIPS_AMOUNT_DIFFERS", text, StringComparison.Ordinal);
            Assert.Contains("SEQUESTRATION_BEFORE_MIPS", text, StringComparison.Ordinal);
            Assert.Contains("june.835 segment ", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        }

        using (var csv = await session.Upload($"{at}/remittances", $"{at}/remittances", "remittances", [("as", "csv")], ("june.835", sample)))
        {
            Assert.Equal(("text/csv", "attachment", "remittance-audit-2026.csv"), (csv.Content.Headers.ContentType!.MediaType!, csv.Content.Headers.ContentDisposition!.DispositionType, csv.Content.Headers.ContentDisposition.FileName!));
            Assert.StartsWith("level,file,place,", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var report = await session.Upload($"{at}/remittances", $"{at}/remittances", "remittances", [("as", "report")], ("june.835", sample)))
        {
            Assert.Equal("attachment", report.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Contains("At stake", await report.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var log = (await world.Store.Audit.OfOrganization(world.OrganizationOf("manager").Id, new(0, 20))).Rows;
        Assert.Contains(log, entry => entry is { Action: "audit-remittances", Outcome: "done", Resource: "payment-adjustment" });
    }

    /// <summary>One file with lines of two payment years: each is audited with the adjustments of its own year, from the page of either.</summary>
    [Theory]
    [InlineData(2024)]
    [InlineData(2020)]
    public async Task AFileOfSeveralYearsIsAuditedWithTheAdjustmentsOfEach(int pageYear)
    {
        var (session, id) = (await world.As("manager"), world.OrganizationOf("manager").Id);
        string At(int year) => $"/py/{year}/practices/{id}/payment-adjustment";
        var file = Encoding.Latin1.GetBytes(await session.Text($"{At(2020)}/sample-remittance") + await session.Text($"{At(2024)}/sample-remittance"));
        var at = $"{At(pageYear)}/remittances";
        using (var page = await session.Upload(at, at, "remittances", ("both.835", file)))
        {
            var text = HtmlPage.Words(await page.Content.ReadAsStringAsync());
            Assert.True(page.StatusCode == HttpStatusCode.OK, text);
            Assert.All((string[])["2022", "2026"], year => Assert.Matches($"both\\.835 segment [0-9]+ SVC {year}-03-[0-9]{{2}} MIPS_AMOUNT_DIFFERS", text));
        }

        using (var csv = await session.Upload(at, at, "remittances", [("as", "csv")], ("both.835", file)))
        {
            var rows = (await csv.Content.ReadAsStringAsync()).Split('\n').Where(row => row.StartsWith("line,", StringComparison.Ordinal)).ToArray();
            Assert.NotEmpty(rows);
            Assert.DoesNotContain(rows, row => row.Contains("UNDECIDED_FACTOR,", StringComparison.Ordinal));
            Assert.Contains(rows, row => row.Contains(",2022-03-", StringComparison.Ordinal));
            Assert.Contains(rows, row => row.Contains(",2026-03-", StringComparison.Ordinal));
        }

        var log = (await world.Store.Audit.OfOrganization(id, new(0, 20))).Rows;
        Assert.Contains(log, entry => entry is { Action: "audit-remittances", Detail: "payment years 2019, 2022, 2026" });
    }

    [Fact]
    public async Task RemittancesOfAnotherPracticeAreRefused()
    {
        var other = await world.As("subgroups");
        var sample = Encoding.Latin1.GetBytes(await other.Text($"{At("subgroups")}/sample-remittance"));
        var at = $"{At("manager")}/remittances";
        using var refused = await (await world.As("manager")).Upload(at, at, "remittances", ("theirs.835", sample));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(NoUpload, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNoRemittanceIsRefusedWithItsPlace()
    {
        var at = $"{At("manager")}/remittances";
        using var refused = await (await world.As("manager")).Upload(at, at, "remittances", ("letter.txt", "Dear all"u8.ToArray()));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("X12_NOT_AN_INTERCHANGE", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>The token of somebody's own page opens no other practice's form.</summary>
    [Theory]
    [InlineData("aco")]
    [InlineData("clinician")]
    [InlineData("registry")]
    [InlineData("reviewer")]
    [InlineData("subgroups")]
    public async Task WhoMayNotSeeTheAdjustmentFindsNothing(string user)
    {
        var session = await world.As(user);
        foreach (var path in (string[])[$"{At("manager")}/remittances", $"{At("manager")}/sample-remittance"])
        {
            using var answer = await session.Get(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var sent = await session.Upload("/", $"{At("manager")}/remittances", "remittances", ("a.835", [1]));
        Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
    }
}
