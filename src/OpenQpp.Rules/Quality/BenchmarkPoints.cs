using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Points of a rate or an amount against its benchmark, by decile with partial points.</summary>
/// <remarks>
/// The upper end of a decile is the bound of the next one, so the points within decile 7 run up to 8 without stopping at
/// 7.9; a rate exactly on a bound belongs to the better decile.
/// </remarks>
[Cfr("414.1380(b)(1)(i)")]
[Cfr("414.1380(b)(2)")]
public static class BenchmarkPoints
{
    private const string Basis = "414.1380(b)(1)(i)";

    private static readonly Label Best = new("points against the benchmark", Unit.Points, Basis, "{1} reaches the best decile of {s} ({2}): {v} points");
    private static readonly Label Within = new("points against the benchmark", Unit.Points, Basis, "{0} lies in decile {1} of {s}, between {2} and {3}: {v} points");
    private static readonly Label Worst = new("points against the benchmark", Unit.Points, Basis, "{1} reaches no decile of {s}: the fewest points, {v}");
    private static readonly Label AtFloor = new("points against the benchmark, at least the fewest", Unit.Points, Basis, "{0} points would be below the fewest points of {s}, {1}");

    /// <summary>The points, and the decile that gave them (−1 where the floor did).</summary>
    /// <param name="rate">The rate or amount.</param>
    /// <param name="benchmark">The benchmark.</param>
    /// <param name="floor">The fewest points of the year.</param>
    /// <param name="maximum">The most points.</param>
    /// <param name="subject">Measure and collection type.</param>
    public static (Finding Points, int Decile) For(Finding rate, Benchmark benchmark, Finding floor, Finding maximum, string subject)
    {
        var decile = benchmark.DecileOf(rate.Number);
        if (decile == 0)
        {
            return (Finding.Taken(Worst, subject, floor, rate), -1);
        }

        if (decile == 10)
        {
            return (Finding.Taken(Best, subject, maximum, rate, benchmark.Bound(10)), 10);
        }

        var points = Finding.Interpolation(Within, rate, Law.Benchmark.Decile(decile), benchmark.Bound(decile), benchmark.Bound(decile + 1), subject);
        return points.Number >= floor.Number
            ? (points, decile)
            : (Finding.Maximum(AtFloor, subject, points, floor), -1);
    }
}
