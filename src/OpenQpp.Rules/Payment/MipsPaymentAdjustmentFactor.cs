using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Where a final score lies in relation to the thresholds.</summary>
public enum AdjustmentBand
{
    /// <summary>At or below a quarter of the performance threshold.</summary>
    MaximumNegative,

    /// <summary>Below the performance threshold.</summary>
    Negative,

    /// <summary>At the performance threshold.</summary>
    Neutral,

    /// <summary>Above the performance threshold.</summary>
    Positive,

    /// <summary>At or above the additional performance threshold (2017 to 2022).</summary>
    Exceptional,
}

/// <summary>The MIPS payment adjustment factor before scaling, as a percent of payments.</summary>
/// <remarks>
/// The negative scale has a jump: it runs from 0 at the threshold to the full negative percent at a score of 0, but scores
/// up to a quarter of the threshold take the full percent. Just above a quarter the reduction is three quarters of it.
/// </remarks>
[Cfr("414.1405(a)")]
[Cfr("414.1405(b)")]
[Cfr("414.1405(b)(1)")]
[Cfr("414.1405(b)(2)")]
[Cfr("414.1405(c)")]
public static class MipsPaymentAdjustmentFactor
{
    private static readonly Label Quarter = new("a quarter of the threshold", Unit.Points, "414.1405(b)(2)", "{0} points times {1}: {v}");
    private static readonly Label Lowest = new("payment adjustment before scaling", Unit.Percent, "414.1405(b)(2)", "{1} is at or below a quarter of the threshold, {2}: the full negative percent, {v} %");
    private static readonly Label Negative = new("full negative percent", Unit.Percent, "414.1405(b)(2)", "the full reduction is {v} %");
    private static readonly Label MinusOne = new("sign of a reduction", Unit.Number, "414.1405(b)(2)", "a reduction is negative");
    private static readonly Label Below = new("payment adjustment before scaling", Unit.Percent, "414.1405(b)(2)", "{0} % times the way from {1} to the threshold of {2}, over {3} points: {v} %");
    private static readonly Label Above = new("payment adjustment before scaling", Unit.Percent, "414.1405(b)(1)", "{0} % times the way from the threshold of {2} to {1}, over {3} points: {v} %");
    private static readonly Label Span = new("points from the threshold to 100", Unit.Points, "414.1405(b)(1)", "{0} less {1}: {v} points");
    private static readonly Finding Sign = Finding.Parameter(MinusOne, -1m);

    /// <summary>The band of a final score, from the score and never from a printed percent.</summary>
    /// <param name="score">The final score.</param>
    /// <param name="law">The law of the payment year.</param>
    public static AdjustmentBand Band(decimal score, PaymentLaw law)
    {
        var threshold = law.PerformanceThreshold.Number;
        return score <= threshold * law.MaximumNegativeShare.Number ? AdjustmentBand.MaximumNegative
            : score < threshold ? AdjustmentBand.Negative
            : score == threshold ? AdjustmentBand.Neutral
            : law.AdditionalPerformanceThreshold is { } additional && score >= additional.Number ? AdjustmentBand.Exceptional
            : AdjustmentBand.Positive;
    }

    /// <summary>The factor before scaling, percent.</summary>
    /// <param name="finalScore">The final score.</param>
    /// <param name="law">The law of the payment year.</param>
    public static Finding BeforeScaling(Finding finalScore, PaymentLaw law)
    {
        var (threshold, percent) = (law.PerformanceThreshold, law.ApplicablePercent);
        var quarter = Finding.Product(Quarter, threshold, law.MaximumNegativeShare);
        if (finalScore.Number <= quarter.Number)
        {
            return Finding.Taken(Lowest, null, Finding.Product(Negative, percent, Sign), finalScore, quarter);
        }

        return finalScore.Number < threshold.Number
            ? Finding.SlidingScale(Below, percent, finalScore, threshold, threshold)
            : Finding.SlidingScale(Above, percent, finalScore, threshold, Finding.Difference(Span, law.MaximumFinalScore, threshold));
    }
}
