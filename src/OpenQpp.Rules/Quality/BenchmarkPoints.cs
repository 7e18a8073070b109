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
    private static readonly Labels OfQuality = new("414.1380(b)(1)(i)");
    private static readonly Labels OfCost = new("414.1380(b)(2)");

    /// <summary>The points of a quality measure, and the decile that gave them (−1 where the floor did).</summary>
    /// <param name="rate">The rate.</param>
    /// <param name="benchmark">The benchmark.</param>
    /// <param name="floor">The fewest points of the year.</param>
    /// <param name="maximum">The most points.</param>
    /// <param name="subject">Measure and collection type.</param>
    public static (Finding Points, int Decile) For(Finding rate, Benchmark benchmark, Finding floor, Finding maximum, string subject) =>
        Of(OfQuality, rate, benchmark, floor, maximum, subject);

    /// <summary>The points of a cost measure, and the decile that gave them (−1 where the floor did).</summary>
    /// <param name="amount">Dollars.</param>
    /// <param name="benchmark">The benchmark.</param>
    /// <param name="law">The cost law of the year.</param>
    /// <param name="subject">The measure.</param>
    public static (Finding Points, int Decile) ForCost(Finding amount, Benchmark benchmark, CostLaw law, string subject) =>
        Of(OfCost, amount, benchmark, law.MeasurePointsFloor, law.MeasurePointsMaximum, subject);

    private static (Finding Points, int Decile) Of(Labels labels, Finding rate, Benchmark benchmark, Finding floor, Finding maximum, string subject)
    {
        var decile = benchmark.DecileOf(rate.Number);
        if (decile == 0)
        {
            return (Finding.Taken(labels.Worst, subject, floor, rate), -1);
        }

        if (decile == 10)
        {
            return (Finding.Taken(labels.Best, subject, maximum, rate, benchmark.Bound(10)), 10);
        }

        var points = Finding.Interpolation(labels.Within, rate, Benchmark.Decile(decile), benchmark.Bound(decile), benchmark.Bound(decile + 1), subject);
        return points.Number >= floor.Number
            ? (points, decile)
            : (Finding.Maximum(labels.AtFloor, subject, points, floor), -1);
    }

    /// <summary>The same sentences under the paragraph of the category.</summary>
    private sealed class Labels(string basis)
    {
        public Label Best { get; } = new("points against the benchmark", Unit.Points, basis, "{1} reaches the best decile of {s} ({2}): {v} points");

        public Label Within { get; } = new("points against the benchmark", Unit.Points, basis, "{0} lies in decile {1} of {s}, between {2} and {3}: {v} points");

        public Label Worst { get; } = new("points against the benchmark", Unit.Points, basis, "{1} reaches no decile of {s}: the fewest points, {v}");

        public Label AtFloor { get; } = new("points against the benchmark, at least the fewest", Unit.Points, basis, "{0} points would be below the fewest points of {s}, {1}");
    }
}
