using OpenQpp.Store;
using Xunit;

namespace OpenQpp.Stores;

/// <summary>The final scores of a nation, counted by the database, are those of its rows.</summary>
public sealed class ScoreDistributionTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task EverybodyWithAScoreIsCountedOnce(string kind)
    {
        var (database, run) = SharedStores.Of(kind);
        var scores = new List<decimal>();
        foreach (var practice in (await new Organizations(database).Search(Access.OrganizationKind.Practice, "", new(0, 10_000), Now)).Rows)
        {
            scores.AddRange((await new Assignments(database).AllOfPractice(run, practice.Id.Id, VisibleSources.All, Now).ToListAsync(Now)).Select(row => row.FinalScore).OfType<decimal>());
        }

        var distribution = await new ScoreDistributions(database).Of(run, Now);
        Assert.NotEmpty(scores);
        Assert.Equal(scores.Count, distribution.Clinicians);
        decimal[] asked = [.. scores.Distinct(), 0m, scores.Max() + 0.01m];
        Assert.Equal(asked.Select(score => scores.LongCount(own => own < score)), asked.Select(distribution.Below));
    }

    [Fact]
    public void AScoreThatNobodyHasIsAboveThoseBelowIt()
    {
        var distribution = new ScoreDistribution([(24.99m, 1), (25m, 2), (75m, 1), (100m, 2)]);
        Assert.Equal([0, 0, 1, 3, 4, 6], ((decimal[])[0m, 24.99m, 25m, 50m, 100m, 100.01m]).Select(distribution.Below));
        Assert.Equal(6, distribution.Clinicians);
        Assert.Equal(0, new ScoreDistribution([]).Below(50m));
    }

    [Fact]
    public void AScoreOnABoundIsInTheHigherBandAndTheBestInTheLast() =>
        Assert.Equal([1, 2, 0, 3], new ScoreDistribution([(24.99m, 1), (25m, 2), (75m, 1), (100m, 2)]).Bands(4));
}
