using System.Globalization;
using System.Text.Json;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>Every number on a page is the stored one: for every unit of every year, as somebody with a role everywhere.</summary>
public sealed class NumberTests(PortalWorld world)
{
    private const int AtOnce = 2;

    public static TheoryData<int> Years() => [.. PortalWorld.Years];

    [Theory]
    [MemberData(nameof(Years))]
    public async Task TheOverviewTheInterfaceAndTheStoreSayTheSameScore(int year)
    {
        var session = await Everywhere(year);
        var run = (await world.Store.Years.Current(new(year), ReleaseKind.Scores, DateTimeOffset.UtcNow))!;
        var units = new List<(string Address, decimal? Score)>();
        foreach (var owner in world.Owners.Where(owner => owner.Facts[year] is not null))
        {
            if (AddressOf(owner.Id, year) is { } address && await StoredScoreOf(run, owner.Id) is (true, var score))
            {
                units.Add((address, score));
            }
        }

        Assert.NotEmpty(units);
        await Parallel.ForEachAsync(units, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (unit, _) =>
        {
            var page = await session.Text(unit.Address);
            if (unit.Score is null && HtmlPage.FinalScore(page) is null)
            {
                Assert.Contains("Nothing is published for this unit", page, StringComparison.Ordinal);
                return;
            }

            Assert.True((unit.Score?.ToString("0.00", CultureInfo.InvariantCulture) ?? "--") == HtmlPage.FinalScore(page), $"{unit.Address}: {unit.Score} stored, {HtmlPage.FinalScore(page) ?? HtmlPage.Words(page)} shown");
            using var json = JsonDocument.Parse(await session.Text($"/api/portal{unit.Address}"), new() { MaxDepth = 512 });
            Assert.Equal(unit.Score, json.RootElement.TryGetProperty("finalScore", out var score) && score.ValueKind == JsonValueKind.Number ? score.GetDecimal() : null);
            Assert.DoesNotContain("The program of today comes to", page, StringComparison.Ordinal);
        });
    }

    private static string? AddressOf(OwnerId owner, int year) => owner.Kind switch
    {
        OwnerKind.Practice => $"/py/{year}/practices/{owner.Id}/group-feedback",
        OwnerKind.Subgroup => $"/py/{year}/subgroups/{owner.Id}/subgroup-feedback",
        OwnerKind.ApmEntity => $"/py/{year}/apm-entities/{owner.Id}/apm-feedback",
        OwnerKind.VirtualGroup => $"/py/{year}/virtual-groups/{owner.Id}/virtual-group-feedback",
        OwnerKind.Clinician => $"/py/{year}/clinicians/{owner.Id}/individual-feedback",
        _ => null,
    };

    /// <summary>The score that pays a clinician, or the clinician's own; the score of another unit.</summary>
    private async Task<(bool IsThere, decimal? Score)> StoredScoreOf(PublishedRun run, OwnerId owner)
    {
        if (owner.Kind == OwnerKind.Clinician && (await world.Store.Assignments.Of(run.Id, [owner.Id], VisibleSources.All)).FirstOrDefault() is { Source: { } } line)
        {
            return (true, line.FinalScore);
        }

        var score = await world.Store.Scores.Of(run.Id, owner.Id);
        return (score is not null, score?.FinalScore);
    }

    /// <summary>Whose score was earned in another practice: only the clinician sees it.</summary>
    private IEnumerable<Npi> PaidByAnotherPractice(int year)
    {
        var practices = world.Owners.ToDictionary(owner => owner.Id, owner => owner.Id.Kind == OwnerKind.Practice ? owner.Id.Id : owner.Facts.Values.OfType<OwnerFacts>().First().PracticeId);
        return world.Owners.Select(owner => owner.Facts[year])
            .Where(facts => facts is { Npi: not null, PaidBy.Kind: OwnerKind.Practice or OwnerKind.Subgroup or OwnerKind.Clinician } && practices[facts.PaidBy.Value] != facts.PracticeId)
            .Select(facts => facts!.Npi!.Value)
            .Distinct();
    }

    private async Task<Session> Everywhere(int year)
    {
        var user = string.Create(CultureInfo.InvariantCulture, $"everywhere-{year}");
        var kinds = new Dictionary<OwnerKind, OrganizationKind> { [OwnerKind.Practice] = OrganizationKind.Practice, [OwnerKind.ApmEntity] = OrganizationKind.ApmEntity, [OwnerKind.VirtualGroup] = OrganizationKind.VirtualGroup };
        var staff = world.Owners.Where(owner => kinds.ContainsKey(owner.Id.Kind) && owner.Facts[year] is not null).Select(owner => HeldRole.StaffOf(new(kinds[owner.Id.Kind], owner.Id.Id)));
        await world.Admit(user, true, [.. staff, .. PaidByAnotherPractice(year).Select(HeldRole.ClinicianOf)]);
        return await world.As(user);
    }
}
