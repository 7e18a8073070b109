using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The additional adjustment for exceptional performance before scaling, percent (payment years 2019 to 2024).</summary>
[Cfr("414.1405(d)")]
[Cfr("414.1405(d)(1)")]
public static class AdditionalAdjustmentFactor
{
    private const string Basis = "414.1405(d)(1)";

    private static readonly Label Range = new("range of the additional adjustment", Unit.Percent, Basis, "from {1} to {0} %: {v}");
    private static readonly Label Span = new("points from the additional threshold to 100", Unit.Points, Basis, "{0} less {1}: {v} points");
    private static readonly Label Slide = new("additional adjustment above its start", Unit.Percent, Basis, "{0} % times the way from {2} to {1}, over {3} points: {v} %");
    private static readonly Label Factor = new("additional adjustment before scaling", Unit.Percent, Basis, "{0} % at the additional threshold and {1} % above it: {v} %");
    private static readonly Label NotDue = new("additional adjustment before scaling", Unit.Percent, "414.1405(d)", "there is no additional adjustment: none in the year, or the score is below the additional threshold");

    /// <summary>The factor; without value where none is due.</summary>
    /// <param name="finalScore">The final score.</param>
    /// <param name="law">The law of the payment year.</param>
    public static Finding BeforeScaling(Finding finalScore, PaymentLaw law)
    {
        if (law is not { AdditionalPerformanceThreshold: { } threshold, AdditionalFactorAtThreshold: { } least, AdditionalFactorAtMaximum: { } most }
            || finalScore.Number < threshold.Number)
        {
            return Finding.NotScored(NotDue, null, finalScore);
        }

        var slide = Finding.SlidingScale(
            Slide,
            Finding.Difference(Range, most, least),
            finalScore,
            threshold,
            Finding.Difference(Span, law.MaximumFinalScore, threshold));
        return Finding.Sum(Factor, least, slide);
    }
}
