using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Scaling factors that the caller gives instead of those on record.</summary>
/// <param name="ScalingFactor">0 to 3, or null.</param>
/// <param name="AdditionalScalingFactor">0 to 1, or null.</param>
public sealed record GivenScalingFactors(decimal? ScalingFactor, decimal? AdditionalScalingFactor)
{
    /// <summary>None given.</summary>
    public static GivenScalingFactors None { get; } = new(null, null);
}

/// <summary>The payment adjustment of a final score: before scaling, scaled, and as published.</summary>
/// <remarks>
/// Each published percent is rounded once, from its own unrounded value. Where CMS has published no scaling factor, the
/// percents above the threshold are not known; at 100 points the published total stands in.
/// </remarks>
/// <param name="Band">The band.</param>
/// <param name="BeforeScaling">Before scaling, percent.</param>
/// <param name="AdditionalBeforeScaling">Additional adjustment before scaling, percent; without value where none is due.</param>
/// <param name="ScalingFactor">The scaling factor; without value where it is not known.</param>
/// <param name="ScalingFactorSource">derived, published, given, unknown or notNeeded.</param>
/// <param name="AdditionalScalingFactor">The additional scaling factor; null where the year has none.</param>
/// <param name="Percent">Adjustment, percent with two decimals; without value where it is not known.</param>
/// <param name="AdditionalPercent">Additional adjustment, percent with two decimals.</param>
/// <param name="TotalPercent">Both, percent with two decimals.</param>
/// <param name="TotalUnrounded">Both, unrounded.</param>
[Cfr("414.1405(b)(3)")]
[Cfr("414.1405(e)")]
public sealed record PaymentAdjustment(
    AdjustmentBand Band,
    Finding BeforeScaling,
    Finding AdditionalBeforeScaling,
    Finding ScalingFactor,
    string ScalingFactorSource,
    Finding? AdditionalScalingFactor,
    Finding Percent,
    Finding AdditionalPercent,
    Finding TotalPercent,
    Finding TotalUnrounded)
{
    private static readonly Label Scaled = new("payment adjustment", Unit.Percent, "414.1405(b)(3)", "{0} % times the scaling factor of {1}: {v} %");
    private static readonly Label NotScaled = new("payment adjustment", Unit.Percent, "414.1405(b)(2)", "zero and negative adjustments are not scaled: {v} %");
    private static readonly Label Unknown = new("payment adjustment", Unit.Percent, "414.1405(b)(3)", "the scaling factor of the year is not known");
    private static readonly Label AdditionalScaled = new("additional adjustment", Unit.Percent, "414.1405(d)(1)", "{0} % times the additional scaling factor of {1}: {v} %");
    private static readonly Label NoAdditional = new("additional adjustment", Unit.Percent, "414.1405(d)", "no additional adjustment is due");
    private static readonly Label AdditionalUnknown = new("additional adjustment", Unit.Percent, "414.1405(d)(1)", "the scaling factors of the year are not known");
    private static readonly Label Total = new("total payment adjustment", Unit.Percent, "414.1405(e)", "{0} % and {1} %: {v} %");
    private static readonly Label PublishedTotal = new("total payment adjustment", Unit.Percent, "414.1405(e)", "CMS published {v} % for 100 points");
    private static readonly Label TotalUnknown = new("total payment adjustment", Unit.Percent, "414.1405(e)", "a scaling factor of the year is not known");
    private static readonly Label Rounded = new("payment adjustment, published", Unit.Percent, "414.1405(e)", "{0} %, rounded to {1} decimals");
    private static readonly Label AdditionalRounded = new("additional adjustment, published", Unit.Percent, "414.1405(e)", "{0} %, rounded to {1} decimals");
    private static readonly Label TotalRounded = new("total payment adjustment, published", Unit.Percent, "414.1405(e)", "{0} %, rounded to {1} decimals");
    private static readonly Label GivenFactor = new("scaling factor", Unit.Number, "414.1405(b)(3)", "a scaling factor of {v} was given");
    private static readonly Label GivenAdditionalFactor = new("additional scaling factor", Unit.Number, "414.1405(d)(1)", "an additional scaling factor of {v} was given");

    /// <summary>The adjustment of a final score.</summary>
    /// <param name="finalScore">The final score.</param>
    /// <param name="given">Scaling factors given by the caller.</param>
    /// <param name="law">The law of the payment year.</param>
    public static PaymentAdjustment For(Finding finalScore, GivenScalingFactors given, PaymentLaw law)
    {
        var beforeScaling = MipsPaymentAdjustmentFactor.BeforeScaling(finalScore, law);
        var additionalBeforeScaling = AdditionalAdjustmentFactor.BeforeScaling(finalScore, law);
        var factor = given.ScalingFactor is { } scaling ? Finding.Given(GivenFactor, scaling) : law.ScalingFactor;
        var additionalFactor = given.AdditionalScalingFactor is { } additionalScaling && law.AdditionalScalingFactor is not null
            ? Finding.Given(GivenAdditionalFactor, additionalScaling)
            : law.AdditionalScalingFactor;
        var unrounded = Scale(beforeScaling, factor);
        var additional = unrounded.HasNumber || given.AdditionalScalingFactor is not null
            ? ScaleAdditional(additionalBeforeScaling, additionalFactor)
            : Finding.NotKnown(AdditionalUnknown, additionalBeforeScaling);
        var total = TotalOf(finalScore, unrounded, additional, law);
        return new(
            MipsPaymentAdjustmentFactor.Band(finalScore.Number, law),
            beforeScaling,
            additionalBeforeScaling,
            factor,
            given.ScalingFactor is not null ? "given" : law.ScalingFactorStatus,
            additionalFactor,
            Round(Rounded, unrounded, law),
            Round(AdditionalRounded, additional, law),
            Round(TotalRounded, total, law),
            total);
    }

    private static Finding Scale(Finding beforeScaling, Finding factor) =>
        beforeScaling.Number <= 0m ? Finding.Taken(NotScaled, null, beforeScaling)
        : factor.HasNumber ? Finding.Product(Scaled, beforeScaling, factor)
        : Finding.NotKnown(Unknown, beforeScaling, factor);

    private static Finding ScaleAdditional(Finding beforeScaling, Finding? factor) =>
        !beforeScaling.HasNumber || factor is null ? Finding.SumOf(NoAdditional, [])
        : factor.HasNumber ? Finding.Product(AdditionalScaled, beforeScaling, factor)
        : Finding.NotKnown(AdditionalUnknown, beforeScaling, factor);

    private static Finding TotalOf(Finding finalScore, Finding unrounded, Finding additional, PaymentLaw law) =>
        (unrounded.HasNumber && additional.HasNumber) ? Finding.Sum(Total, unrounded, additional)
        : finalScore.Number == law.MaximumFinalScore.Number && law.PublishedMaximumPercent.HasNumber ? Finding.Taken(PublishedTotal, null, law.PublishedMaximumPercent, finalScore)
        : Finding.NotKnown(TotalUnknown, unrounded, additional);

    private static Finding Round(Label label, Finding unrounded, PaymentLaw law) =>
        unrounded.HasNumber ? Finding.Rounding(label, unrounded, law.PercentDecimals) : unrounded;
}
