using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>The parameters of 414.1405 for one payment year.</summary>
/// <param name="parameters">The parameters of the year.</param>
public sealed class PaymentLaw(ParameterReader parameters)
{
    /// <summary>The score that earns a factor of zero, points.</summary>
    public Finding PerformanceThreshold { get; } = parameters.Number("payment/performance-threshold");

    /// <summary>The score from which the additional adjustment is paid, points; null from payment year 2025 on.</summary>
    public Finding? AdditionalPerformanceThreshold { get; } = parameters.NumberOrNone("payment/additional-performance-threshold");

    /// <summary>The largest reduction, percent.</summary>
    public Finding ApplicablePercent { get; } = parameters.Number("payment/applicable-percent");

    /// <summary>Share of the threshold up to which the full negative percent holds.</summary>
    public Finding MaximumNegativeShare { get; } = parameters.Number("payment/maximum-negative-share");

    /// <summary>The scaling factor; without value where it is not known.</summary>
    public Finding ScalingFactor { get; } = parameters.NumberOrNone("payment/scaling-factor")
        ?? throw new LawDataException("Every payment year has a scaling factor, known or not.");

    /// <summary>How the scaling factors are known: derived, published or unknown.</summary>
    public string ScalingFactorStatus { get; } =
        parameters.Of("payment/scaling-factor").Value is { Kind: ParameterKind.Number } value ? value.Status : "unknown";

    /// <summary>The additional scaling factor; without value where it is not known, null where there is none.</summary>
    public Finding? AdditionalScalingFactor { get; } = parameters.NumberOrNone("payment/additional-scaling-factor");

    /// <summary>The largest scaling factor.</summary>
    public Finding ScalingFactorMaximum { get; } = parameters.Number("payment/scaling-factor-maximum");

    /// <summary>The largest additional scaling factor.</summary>
    public Finding? AdditionalScalingFactorMaximum { get; } = parameters.NumberOrNone("payment/additional-scaling-factor-maximum");

    /// <summary>Additional adjustment at the additional threshold, percent.</summary>
    public Finding? AdditionalFactorAtThreshold { get; } = parameters.NumberOrNone("payment/additional-factor-at-threshold");

    /// <summary>Additional adjustment at 100 points, percent.</summary>
    public Finding? AdditionalFactorAtMaximum { get; } = parameters.NumberOrNone("payment/additional-factor-at-maximum");

    /// <summary>The pool of the additional adjustment, dollars.</summary>
    public Finding? AdditionalAdjustmentPool { get; } = parameters.NumberOrNone("payment/additional-adjustment-pool");

    /// <summary>The total percent that CMS published for 100 points; without value where it has not.</summary>
    public Finding PublishedMaximumPercent { get; } = parameters.NumberOrNone("payment/published-maximum-percent")
        ?? throw new LawDataException("Every payment year has a published maximum, known or not.");

    /// <summary>Decimals of a published percent.</summary>
    public Finding PercentDecimals { get; } = parameters.Number("payment/percent-decimals");

    /// <summary>The highest final score, points.</summary>
    public Finding MaximumFinalScore { get; } = parameters.Number("final-score/maximum");
}
