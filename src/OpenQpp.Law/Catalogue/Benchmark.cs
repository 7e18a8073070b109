using System.Globalization;
using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>
/// The benchmark of a measure for one collection type: the bounds of deciles 1 to 10, from worst to best. A rate is in the
/// highest decile whose bound it reaches.
/// </summary>
public sealed class Benchmark
{
    private const string Basis = "414.1380(b)(1)(ii)";

    private static readonly Label[] BoundLabels = LabelsIn(Unit.MeasureUnit, Basis);
    private static readonly Label[] DollarLabels = LabelsIn(Unit.Dollars, "414.1380(b)(2)(i)");

    private static readonly Finding[] Deciles =
        [.. Enumerable.Range(1, 10).Select(decile => Finding.Published(new("decile", Unit.Number, Basis, "the highest decile whose bound the rate reaches"), decile))];

    private readonly decimal?[] bounds;
    private readonly (int Decile, decimal Bound)[] bestFirst;
    private readonly Finding?[] boundFindings = new Finding?[10];
    private readonly string subject;
    private readonly Label[] labels;

    /// <summary>A benchmark.</summary>
    /// <param name="subject">Measure and collection type, for sentences.</param>
    /// <param name="bounds">Bounds of deciles 1 to 10, worst to best; the first ones may be missing.</param>
    /// <param name="isInverse">Lower is better.</param>
    /// <param name="isCapped">The 7-point cap applies.</param>
    /// <param name="isToppedOut">Topped out.</param>
    /// <param name="benchmarkYear">Year of the data behind it.</param>
    /// <param name="isProvisional">A stand-in until CMS publishes the real one.</param>
    /// <param name="isInDollars">The bounds are dollars.</param>
    public Benchmark(string subject, decimal?[] bounds, bool isInverse, bool isCapped, bool isToppedOut, int benchmarkYear, bool isProvisional, bool isInDollars)
    {
        this.subject = subject;
        labels = isInDollars ? DollarLabels : BoundLabels;
        this.bounds = bounds;
        // Rates have two decimals: numbers with equally many are compared without scaling one of them.
        bestFirst = [.. Enumerable.Range(1, bounds.Length).Reverse().Where(decile => bounds[decile - 1] is not null).Select(decile => (decile, bounds[decile - 1]!.Value + 0.00m))];
        IsInverse = isInverse;
        IsCapped = isCapped;
        IsToppedOut = isToppedOut;
        BenchmarkYear = benchmarkYear;
        IsProvisional = isProvisional;
    }

    /// <summary>Lower is better.</summary>
    public bool IsInverse { get; }

    /// <summary>The 7-point cap of 414.1380(b)(1)(iv) applies.</summary>
    public bool IsCapped { get; }

    /// <summary>CMS marks it as topped out.</summary>
    public bool IsToppedOut { get; }

    /// <summary>Year of the data behind it.</summary>
    public int BenchmarkYear { get; }

    /// <summary>A stand-in until CMS publishes the real one.</summary>
    public bool IsProvisional { get; }

    /// <summary>Bounds of deciles 1 to 10.</summary>
    public IReadOnlyList<decimal?> Bounds => bounds;

    /// <summary>The highest decile whose bound a rate reaches, or 0 when it reaches none.</summary>
    /// <param name="rate">The rate or amount.</param>
    /// <remarks>Equal bounds make empty deciles: the highest of them wins, and the lower ones never do.</remarks>
    public int DecileOf(decimal rate)
    {
        foreach (var (decile, bound) in bestFirst)
        {
            if (IsInverse ? rate <= bound : rate >= bound)
            {
                return decile;
            }
        }

        return 0;
    }

    /// <summary>The bound of a decile that has one.</summary>
    /// <param name="decile">1 to 10.</param>
    public Finding Bound(int decile) =>
        boundFindings[decile - 1] ??= Finding.Published(labels[decile - 1], bounds[decile - 1]!.Value, subject);

    /// <summary>The number of a decile, as a leaf of an explanation.</summary>
    /// <param name="decile">1 to 10.</param>
    public static Finding Decile(int decile) => Deciles[decile - 1];

    private static Label[] LabelsIn(Unit unit, string basis) =>
        [.. Enumerable.Range(1, 10).Select(decile => decile.ToString(CultureInfo.InvariantCulture)).Select(decile => new Label($"bound of decile {decile}", unit, basis, $"decile {decile} of {{s}} begins at {{v}}"))];
}
