using OpenQpp.Access;
using OpenQpp.Files;
using OpenQpp.Program;
using OpenQpp.Web;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>What if: the page says of the changed case what 'openqpp score' says of the file that it offers, and it cannot write.</summary>
public sealed class WhatIfTests(PortalWorld world)
{
    private const string Then = "Final score";

    public static TheoryData<string, int> Feedback()
    {
        var data = new TheoryData<string, int>();
        foreach (var user in (string[])["manager", "facility", "aco", "clinician"])
        {
            foreach (var year in PortalWorld.Years)
            {
                data.Add(user, year);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Feedback))]
    public async Task ThePageShowsWhatTheChangedCaseScores(string user, int year)
    {
        var session = await world.As(user);
        var links = HtmlPage.Links(await session.Text($"/py/{year}/feedback"));
        var start = links.FirstOrDefault(link => link.EndsWith("individual-feedback", StringComparison.Ordinal)) ?? await OfOrganization(session, user, year);
        if (start is null || !HtmlPage.Links(await session.Text(start)).Contains($"{start}/what-if"))
        {
            return;
        }

        var page = await session.Text($"{start}/what-if");
        var tries = HtmlPage.Links(page).Where(link => link.StartsWith($"{start}/what-if?", StringComparison.Ordinal)).Take(3).Append($"{start}/what-if?activity=IA_EPA_1");
        foreach (var address in tries)
        {
            var changed = await session.Text(address);
            var file = await session.Text(address.Replace("/what-if?", "/what-if.json?", StringComparison.Ordinal));
            var scored = new CaseScorer(world.Book, new CheckOptions(AllowSyntheticNpi: true)).Score(System.Text.Encoding.UTF8.GetBytes(file));
            var row = HtmlPage.Rows(changed).FirstOrDefault(row => row[0] == Then);
            Assert.Equal(scored.Result is null ? null : Display.Score(scored.Result.FinalScore.NumberOrNull), row?[2]);
        }
    }

    [Fact]
    public void NothingBelowWhatIfTakesAForm() =>
        Assert.All(PortalMap.Declared().Where(route => route.Pattern.Contains("what-if", StringComparison.Ordinal)), route => Assert.Equal("GET", route.Declared.Method));

    private async Task<string?> OfOrganization(Session session, string user, int year)
    {
        var organization = world.OrganizationOf(user);
        var kind = organization.Kind.Owner();
        var resource = kind == OwnerKind.Practice ? Resource.GroupFeedback : Resource.ApmFeedback;
        var address = Address.Of(year, kind.Word(), organization.Id, resource.Word());
        using var answer = await session.Get(address);
        return answer.IsSuccessStatusCode ? address : null;
    }
}
