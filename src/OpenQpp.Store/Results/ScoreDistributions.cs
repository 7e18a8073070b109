using System.Collections.Concurrent;

namespace OpenQpp.Store;

/// <summary>Distributions of final scores. A run never changes, so each is counted once.</summary>
/// <param name="database">The store.</param>
public sealed class ScoreDistributions(StoreDatabase database)
{
    private readonly ConcurrentDictionary<long, Lazy<Task<ScoreDistribution>>> counted = new();

    /// <summary>The distribution of a complete run.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellation">Gives up waiting; the count goes on for others.</param>
    public async Task<ScoreDistribution> Of(long runId, CancellationToken cancellation = default)
    {
        var task = counted.GetOrAdd(runId, id => new(() => Count(id))).Value;
        try
        {
            return await task.WaitAsync(cancellation);
        }
        finally
        {
            if (task.IsFaulted)
            {
                counted.TryRemove(runId, out _);
            }
        }
    }

    private async Task<ScoreDistribution> Count(long runId) => new(await database.All(
        "SELECT final_score_e2, COUNT(*) AS clinicians FROM assignment WHERE run_id = @RunId AND final_score_e2 IS NOT NULL GROUP BY final_score_e2 ORDER BY final_score_e2",
        new { RunId = runId },
        row => (row.Number("final_score_e2")!.Value, row.Whole("clinicians")),
        CancellationToken.None));
}
