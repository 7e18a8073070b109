using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>
/// What a practice learns of clinicians whom the score of an APM Entity or virtual group pays: who they are and whether they are
/// eligible, and nothing of the score, in the page, its filters, counts and order, and in every file.
/// </summary>
public sealed class HiddenSourceTests(PortalWorld world)
{
    private const int Year = 2024;

    private static readonly string[] Blank =
    [
        "Payment Adjustment Eligible", "Reporting Option", "Participation Option", "Subgroup ID", "APM Entity ID", "Virtual Group ID", "Final Score", "Quality Score", "Quality Weight", "PI Score", "PI Weight",
        "IA Score", "IA Weight", "Cost Score", "Cost Weight", "Complex Patient Bonus", "MIPS Payment Adjustment %", "Additional Adjustment for Exceptional Performance %", "Total Payment Adjustment %",
    ];

    public static TheoryData<OwnerKind> Payers => [OwnerKind.ApmEntity, OwnerKind.VirtualGroup];

    [Theory]
    [MemberData(nameof(Payers))]
    public async Task ThePageShowsThemWithoutScore(OwnerKind payer)
    {
        var (session, practice, hidden, shown) = await Practice(payer);
        var rows = HtmlPage.Rows(await session.Text($"/py/{Year}/practices/{practice}/details"));
        Assert.Equal(hidden.Concat(shown).Order(StringComparer.Ordinal), rows.Select(row => row[1]));
        Assert.All(rows.Where(row => hidden.Contains(row[1])), row => Assert.Equal(("", ScoreVisibility.ReasonCode, ""), (row[2], row[3], row[4])));
        Assert.All(rows.Where(row => shown.Contains(row[1])), row => Assert.NotEqual(ScoreVisibility.ReasonCode, row[3]));
    }

    [Theory]
    [MemberData(nameof(Payers))]
    public async Task FiltersCountsAndOrderDoNotGiveThemAway(OwnerKind payer)
    {
        var (session, practice, hidden, shown) = await Practice(payer);
        var address = $"/py/{Year}/practices/{practice}/details";
        var page = await session.Text(address);
        Assert.Contains($"All ({hidden.Count + shown.Count})", page, StringComparison.Ordinal);
        foreach (var level in Enum.GetValues<ParticipationOption>())
        {
            foreach (var option in Enum.GetValues<ReportingOption>())
            {
                var filtered = HtmlPage.Rows(await session.Text($"{address}?level={level.Word()}&option={option.Word()}")).Select(row => row[1]).ToArray();
                Assert.Empty(filtered.Intersect(hidden));
                Assert.Equal(filtered.Length > 0, page.Contains($"level={level.Word()}&amp;option={option.Word()}", StringComparison.Ordinal));
            }

            Assert.Empty(HtmlPage.Rows(await session.Text($"{address}?level={level.Word()}")).Select(row => row[1]).Intersect(hidden));
        }

        var sorted = HtmlPage.Rows(await session.Text($"{address}?sort=score")).Select(row => row[1]).ToArray();
        Assert.Equal(hidden, sorted.Where(hidden.Contains));
        var scored = HtmlPage.Rows(page).Where(row => decimal.TryParse(row[2], out _)).Select(row => row[1]).ToHashSet(StringComparer.Ordinal);
        Assert.All(sorted[..scored.Count], npi => Assert.Contains(npi, scored));
        using var found = await session.Send(address, address, ("npi", hidden[0][2..8]));
        Assert.Contains(hidden[0], await found.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Payers))]
    public async Task EveryFileLeavesTheirScoresBlank(OwnerKind payer)
    {
        var (session, practice, hidden, shown) = await Practice(payer);
        var adjustments = await CsvTable.Of(session, $"/py/{Year}/practices/{practice}/payment-adjustment.csv");
        Assert.Equal(hidden.Concat(shown).Order(StringComparer.Ordinal), adjustments.Column("NPI"));
        foreach (var row in adjustments.Rows.Where(row => hidden.Contains(adjustments[row, "NPI"])))
        {
            Assert.All(Blank, column => Assert.Equal("", adjustments[row, column]));
            Assert.Equal(ScoreVisibility.ReasonCode, adjustments[row, "Note"]);
            Assert.NotEqual("", adjustments[row, "TIN"]);
        }

        var connected = await CsvTable.Of(session, $"/py/{Year}/practices/{practice}/connected-clinician-list.csv");
        foreach (var row in connected.Rows.Where(row => hidden.Contains(connected[row, "NPI"])))
        {
            Assert.Equal(("", "", ScoreVisibility.ReasonCode), (connected[row, "Final Score Source"], connected[row, "Final Score"], connected[row, "Note"]));
            Assert.NotEqual("", connected[row, "MIPS Status"]);
        }

        var submitted = await CsvTable.Of(session, $"/py/{Year}/practices/{practice}/submissions.csv");
        Assert.Empty(submitted.Column("Entity Type").Except(["group"]));
    }

    /// <summary>Neither the page nor a file of the practice names the entity or virtual group.</summary>
    [Theory]
    [MemberData(nameof(Payers))]
    public async Task NothingNamesTheSource(OwnerKind payer)
    {
        var (session, practice, _, _) = await Practice(payer);
        var entities = world.Owners.Single(owner => owner.Id.Id == practice).Facts[Year]!.TakesPartIn.Where(organization => organization.Kind.Owner() == payer).ToArray();
        Assert.NotEmpty(entities);
        foreach (var entity in entities)
        {
            var named = (await world.Store.Organizations.ById(entity.Id))!;
            foreach (var resource in new[] { "details", "group-feedback", "payment-adjustment.csv", "connected-clinician-list.csv", "submissions.csv" })
            {
                var text = await session.Text($"/py/{Year}/practices/{practice}/{resource}");
                Assert.DoesNotContain(named.Identifier, text, StringComparison.Ordinal);
                Assert.DoesNotContain(named.Name!, text, StringComparison.Ordinal);
                Assert.DoesNotContain(entity.Id, text, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>The clinician's own page, opened by the practice, does not show the score that the entity's pays.</summary>
    [Theory]
    [MemberData(nameof(Payers))]
    public async Task TheIndividualPagesDoNotShowItEither(OwnerKind payer)
    {
        var (session, practice, _, _) = await Practice(payer);
        foreach (var association in world.Owners.Where(owner => owner.Facts[Year] is { } facts && facts.PracticeId == practice && facts.PaidBy?.Kind == payer))
        {
            var address = $"/py/{Year}/clinicians/{association.Id.Id}/";
            var text = HtmlPage.Words(await session.Text(address + "individual-feedback"));
            Assert.Contains(ScoreVisibility.Says, text, StringComparison.Ordinal);
            var file = await CsvTable.Of(session, address + "payment-adjustment.csv");
            Assert.All(file.Rows, row => Assert.All(Blank, column => Assert.Equal("", file[row, column])));
            Assert.DoesNotContain(payer == OwnerKind.ApmEntity ? "apmEntity" : "virtualGroup", await session.Text($"/api/portal{address}individual-feedback"), StringComparison.Ordinal);
        }
    }

    /// <summary>A practice of which some clinicians are paid by such an entity, by NPI.</summary>
    private async Task<(Session Session, string Practice, IReadOnlyList<string> Hidden, IReadOnlyList<string> Shown)> Practice(OwnerKind payer)
    {
        var practice = world.Owners
            .Where(owner => owner.Facts[Year]?.PaidBy?.Kind == payer)
            .GroupBy(owner => owner.Facts[Year]!.PracticeId!)
            .OrderByDescending(clinicians => world.Owners.Count(owner => owner.Facts[Year] is { } facts && facts.PracticeId == clinicians.Key && facts.PaidBy is { } by && by.Kind != payer))
            .ThenByDescending(clinicians => clinicians.Count())
            .First().Key;
        var user = $"hidden-{payer}";
        if (await world.Store.People.ByName(user.ToUpperInvariant()) is null)
        {
            await world.Admit(user, true, HeldRole.StaffOf(new(OrganizationKind.Practice, practice)));
        }

        var (hidden, shown) = (new List<string>(), new List<string>());
        var run = (await world.Store.Years.Current(new(Year), ReleaseKind.Scores, DateTimeOffset.UtcNow))!;
        await foreach (var line in world.Store.Assignments.AllOfPractice(run.Id, practice, VisibleSources.All))
        {
            (line.Source?.Level is ParticipationOption.ApmEntity or ParticipationOption.VirtualGroup ? hidden : shown).Add(line.Npi);
        }

        Assert.NotEmpty(hidden);
        return (await world.As(user), practice, hidden, shown);
    }
}
