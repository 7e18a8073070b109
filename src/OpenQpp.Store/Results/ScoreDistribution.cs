using System.Collections.Concurrent;

namespace OpenQpp.Store;

/// <summary>How the final scores of everybody in a run are spread. It is counted once for a run and asked for with every page.</summary>
public sealed class ScoreDistribution
{
    private readonly decimal[] scores;
    private readonly long[] below;
    private readonly ConcurrentDictionary<int, IReadOnlyList<long>> bands = new();

    /// <summary>A distribution.</summary>
    /// <param name="byScore">TIN/NPIs by final score, the lowest first, each score once.</param>
    public ScoreDistribution(IReadOnlyList<(decimal Score, long Clinicians)> byScore)
    {
        scores = [.. byScore.Select(one => one.Score)];
        below = new long[scores.Length + 1];
        for (var place = 0; place < scores.Length; place++)
        {
            below[place + 1] = below[place] + byScore[place].Clinicians;
        }
    }

    /// <summary>TIN/NPIs with a final score.</summary>
    public long Clinicians => below[^1];

    /// <summary>TIN/NPIs with a lower score.</summary>
    /// <param name="score">A final score, 0 to 100.</param>
    public long Below(decimal score) => below[Array.BinarySearch(scores, score) is var place && place >= 0 ? place : ~place];

    /// <summary>TIN/NPIs in bands of equal width over 0 to 100; a score on a bound is in the higher band, 100 in the last one.</summary>
    /// <param name="count">Number of bands.</param>
    public IReadOnlyList<long> Bands(int count) => bands.GetOrAdd(count, Count);

    private long[] Count(int count)
    {
        var counted = new long[count];
        for (var place = 0; place < scores.Length; place++)
        {
            counted[int.Min(count - 1, (int)(scores[place] * count / 100m))] += below[place + 1] - below[place];
        }

        return counted;
    }
}
