namespace OpenQpp.Population;

/// <summary>
/// Hands out final scores so that they are spread over clinicians as wanted. Each score is the one with which the distribution
/// so far comes closest to the wanted one, by the squares of what lies between both; so a large practice does not upset it.
/// </summary>
internal sealed class ScoreQuota
{
    private const int Bins = 200;
    private const int Hundred = 100;
    private const decimal PerPoint = 1000m;

    /// <summary>Shares count a little also where scores do not differ.</summary>
    private const int LeastWeight = 20;

    private readonly Quantiles scores;
    private readonly decimal[] middles;
    private readonly int[] weights = new int[Bins];
    private readonly long[] counts = new long[Bins];
    private long total;

    /// <summary>A quota.</summary>
    /// <param name="scores">How scores are to be spread.</param>
    public ScoreQuota(Quantiles scores)
    {
        this.scores = scores;
        middles = [.. Enumerable.Range(0, Bins).Select(bin => scores.At((bin + 0.5m) * Hundred / Bins))];
        for (var bin = 0; bin < Bins - 1; bin++)
        {
            weights[bin] = LeastWeight + (int)((middles[bin + 1] - middles[bin]) * PerPoint);
        }
    }

    /// <summary>The score wanted for clinicians who share one.</summary>
    /// <param name="clinicians">How many they are.</param>
    /// <param name="least">The lowest score that they can have.</param>
    /// <param name="highest">The highest score that they can have.</param>
    /// <param name="random">Chooses within what is wanted.</param>
    public decimal Choose(int clinicians, decimal least, decimal highest, RandomStream random)
    {
        // Distance, up to a constant, when the clinicians stand in a bin: one bin further, they no longer count in the bins before.
        var (best, smallest, distance, before) = (-1, Int128.MaxValue, (Int128)0, 0L);
        for (var bin = 0; bin < Bins; bin++)
        {
            if (middles[bin] >= least && middles[bin] <= highest && distance < smallest)
            {
                (best, smallest) = (bin, distance);
            }

            before += counts[bin];
            var excess = (before * Bins) - ((total + clinicians) * (bin + 1));
            distance -= (Int128)clinicians * weights[bin] * ((2 * excess) + ((long)clinicians * Bins));
        }

        return best < 0 ? least : scores.At((best + (random.Below(Hundred) / (decimal)Hundred)) * Hundred / Bins);
    }

    /// <summary>Counts a score that came out.</summary>
    /// <param name="score">The score.</param>
    /// <param name="clinicians">Clinicians who have it.</param>
    public void Count(decimal score, int clinicians)
    {
        var (nearest, distance) = (0, decimal.MaxValue);
        for (var bin = 0; bin < Bins; bin++)
        {
            var apart = Math.Abs(middles[bin] - score);
            if (apart < distance || (apart == distance && counts[bin] < counts[nearest]))
            {
                (nearest, distance) = (bin, apart);
            }
        }

        counts[nearest] += clinicians;
        total += clinicians;
    }
}
