namespace OpenQpp.Store;

/// <summary>How the final scores of everybody in a run are spread.</summary>
/// <param name="ByScore">TIN/NPIs by final score, the lowest first.</param>
public sealed record ScoreDistribution(IReadOnlyList<(decimal Score, long Clinicians)> ByScore)
{
    /// <summary>TIN/NPIs with a final score.</summary>
    public long Clinicians { get; } = ByScore.Sum(one => one.Clinicians);

    /// <summary>TIN/NPIs with a lower score.</summary>
    /// <param name="score">A final score, 0 to 100.</param>
    public long Below(decimal score) => ByScore.Where(one => one.Score < score).Sum(one => one.Clinicians);

    /// <summary>TIN/NPIs in bands of equal width over 0 to 100; a score on a bound is in the higher band, 100 in the last one.</summary>
    /// <param name="count">Number of bands.</param>
    public IReadOnlyList<long> Bands(int count)
    {
        var bands = new long[count];
        foreach (var (score, clinicians) in ByScore)
        {
            bands[int.Min(count - 1, (int)(score * count / 100m))] += clinicians;
        }

        return bands;
    }
}
