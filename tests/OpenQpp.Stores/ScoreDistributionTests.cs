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
        Assert.Equal(scores.Order().GroupBy(score => score).Select(same => (same.Key, (long)same.Count())), distribution.ByScore);
        Assert.Equal(scores.Count, distribution.Clinicians);
        Assert.Equal(scores.Count(score => score < scores[0]), distribution.Below(scores[0]));
    }

    [Fact]
    public void AScoreOnABoundIsInTheHigherBandAndTheBestInTheLast() =>
        Assert.Equal([1, 2, 0, 3], new ScoreDistribution([(24.99m, 1), (25m, 2), (75m, 1), (100m, 2)]).Bands(4));
}
