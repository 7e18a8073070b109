using OpenQpp.Law;

namespace OpenQpp.Population;

/// <summary>A benchmark read backwards: from wanted points to a rate.</summary>
internal sealed class Ladder
{
    private const int Deciles = 10;

    private readonly Benchmark benchmark;
    private readonly int first;

    private Ladder(Benchmark benchmark, int first) => (this.benchmark, this.first) = (benchmark, first);

    /// <summary>Lower is better.</summary>
    public bool IsInverse => benchmark.IsInverse;

    /// <summary>The fewest points that a rate can be found for.</summary>
    public decimal Least => first;

    /// <summary>The ladder of a benchmark; null where there is none, it is capped, or two of its bounds are equal.</summary>
    /// <param name="benchmark">The benchmark, or null.</param>
    public static Ladder? Of(Benchmark? benchmark)
    {
        if (benchmark is null or { IsCapped: true } || benchmark.Bounds[^1] is null)
        {
            return null;
        }

        var lowest = Deciles;
        while (lowest > 1 && benchmark.Bounds[lowest - 2] is { } lower)
        {
            if (lower == benchmark.Bounds[lowest - 1])
            {
                return null;
            }

            lowest--;
        }

        return lowest == Deciles ? null : new(benchmark, lowest);
    }

    /// <summary>The rate or amount that earns the points, and that of a full ten points or more.</summary>
    /// <param name="points">Wanted points.</param>
    public decimal RateFor(decimal points)
    {
        if (points >= Deciles)
        {
            return benchmark.Bounds[^1]!.Value;
        }

        points = Math.Max(points, first);
        var decile = (int)points;
        var (from, to) = (benchmark.Bounds[decile - 1]!.Value, benchmark.Bounds[decile]!.Value);
        return from + ((to - from) * (points - decile));
    }

    /// <summary>A whole number of cases that met the measure, so that a full ten points stay ten.</summary>
    /// <param name="points">Wanted points.</param>
    /// <param name="cases">Cases in all.</param>
    public int MetFor(decimal points, int cases)
    {
        var exact = RateFor(points) * cases / 100m;
        var met = points < Deciles ? Math.Round(exact, MidpointRounding.AwayFromZero) : IsInverse ? Math.Floor(exact) : Math.Ceiling(exact);
        return (int)Math.Clamp(met, 0m, cases);
    }
}
