namespace OpenQpp.Population;

/// <summary>Hands out final scores so that they are spread over clinicians as wanted: the next score is one of which there are too few so far.</summary>
/// <param name="scores">How they are to be spread.</param>
/// <param name="expected">Clinicians that will come in all.</param>
internal sealed class ScoreQuota(Quantiles scores, long expected)
{
    private const int Bins = 200;
    private const int Hundred = 100;

    private readonly long[] counts = new long[Bins];
    private readonly decimal[] middles = [.. Enumerable.Range(0, Bins).Select(bin => scores.At((bin + 0.5m) * Hundred / Bins))];
    private long total;

    /// <summary>The score wanted for clinicians who share one.</summary>
    /// <param name="clinicians">How many they are.</param>
    /// <param name="least">The lowest score that they can have.</param>
    /// <param name="highest">The highest score that they can have.</param>
    /// <param name="random">Chooses within what is wanted.</param>
    public decimal Choose(int clinicians, decimal least, decimal highest, RandomStream random)
    {
        // Many clinicians fill the neighbourhood of a score, so its neighbours must lag behind too.
        var reach = (int)Math.Min(Bins / 4, (long)clinicians * Bins / Math.Max(1L, expected) / 2);
        var (best, most) = (-1, long.MinValue);
        for (var bin = 0; bin < Bins; bin++)
        {
            if (middles[bin] < least || middles[bin] > highest)
            {
                continue;
            }

            var lag = 0L;
            for (var near = Math.Max(0, bin - reach); near <= Math.Min(Bins - 1, bin + reach); near++)
            {
                lag += total + clinicians - (counts[near] * Bins);
            }

            if (lag > most)
            {
                (best, most) = (bin, lag);
            }
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
