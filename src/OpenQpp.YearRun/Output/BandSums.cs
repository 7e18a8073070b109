using OpenQpp.Rules;

namespace OpenQpp.YearRun;

/// <summary>Clinicians, and what their adjustments change, by band.</summary>
internal sealed class BandSums
{
    private const decimal Hundred = 100m;

    /// <summary>Sums over scores.</summary>
    /// <param name="scores">Clinicians and charges by final score.</param>
    /// <param name="scaling">The scaling of the year.</param>
    public BandSums(ChargeSums scores, ScalingRun scaling)
    {
        Scaling = scaling;
        foreach (var (score, (clinicians, charges)) in scores.ByScore)
        {
            var adjustment = scaling.ByScore[score];
            var dollars = charges * adjustment.TotalUnrounded.NumberOrZero / Hundred;
            Clinicians[(int)adjustment.Band] += clinicians;
            Dollars[(int)adjustment.Band] += dollars;
            AllDollars += dollars;
        }
    }

    /// <summary>The scaling with which they were made.</summary>
    public ScalingRun Scaling { get; }

    /// <summary>Clinicians of each band.</summary>
    public long[] Clinicians { get; } = new long[Enum.GetValues<AdjustmentBand>().Length];

    /// <summary>Allowed charges times the unrounded total percent, of each band, dollars.</summary>
    public decimal[] Dollars { get; } = new decimal[Enum.GetValues<AdjustmentBand>().Length];

    /// <summary>The same of all bands together.</summary>
    public decimal AllDollars { get; }
}
