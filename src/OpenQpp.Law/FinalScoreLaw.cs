using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>The method of the complex patient bonus, 414.1380(c)(3).</summary>
public enum ComplexPatientBonusMethod
{
    /// <summary>No bonus in the year.</summary>
    None,

    /// <summary>(c)(3)(i) to (iv): HCC risk score plus the weighted dual ratio.</summary>
    HccPlusDual,

    /// <summary>(c)(3)(v) to (viii): a medical and a social component from standardized scores.</summary>
    MedicalAndSocial,
}

/// <summary>What of a facility-based result is held against the other results of the participant, 414.1380(e)(6)(vi).</summary>
public enum FacilityBasedMethod
{
    /// <summary>No facility-based scores in the year.</summary>
    None,

    /// <summary>The contributions of quality and cost together.</summary>
    QualityAndCost,

    /// <summary>The final score.</summary>
    FinalScore,
}

/// <summary>The parameters of 414.1380(c) for one year, but for the weights.</summary>
/// <param name="parameters">The parameters of the year.</param>
public sealed class FinalScoreLaw(ParameterReader parameters)
{
    /// <summary>The highest final score, points.</summary>
    public Finding Maximum { get; } = parameters.Number("final-score/maximum");

    /// <summary>Decimals of the final score.</summary>
    public Finding Decimals { get; } = parameters.Number("final-score/decimals");

    /// <summary>Decimals beyond which digits are noise of division.</summary>
    public Finding NoiseDecimals { get; } = parameters.Number("final-score/noise-decimals");

    /// <summary>Fewest scored categories.</summary>
    public Finding FewestCategories { get; } = parameters.Number("final-score/fewest-categories");

    /// <summary>Method of the complex patient bonus.</summary>
    public ComplexPatientBonusMethod ComplexPatientBonusMethod { get; } =
        parameters.Method<ComplexPatientBonusMethod>("final-score/complex-patient-bonus-method");

    /// <summary>Largest complex patient bonus, points.</summary>
    public Finding? ComplexPatientBonusMaximum { get; } = parameters.NumberOrNone("final-score/complex-patient-bonus-maximum");

    /// <summary>Smallest complex patient bonus, points.</summary>
    public Finding? ComplexPatientBonusMinimum { get; } = parameters.NumberOrNone("final-score/complex-patient-bonus-minimum");

    /// <summary>Factor on the dual eligible ratio.</summary>
    public Finding? ComplexPatientDualFactor { get; } = parameters.NumberOrNone("final-score/complex-patient-dual-factor");

    /// <summary>Multiplier of the sum of both indicators.</summary>
    public Finding? ComplexPatientMultiplier { get; } = parameters.NumberOrNone("final-score/complex-patient-multiplier");

    /// <summary>Constant of a bonus component, points.</summary>
    public Finding? ComplexPatientComponentBase { get; } = parameters.NumberOrNone("final-score/complex-patient-component-base");

    /// <summary>Slope of a bonus component.</summary>
    public Finding? ComplexPatientComponentSlope { get; } = parameters.NumberOrNone("final-score/complex-patient-component-slope");

    /// <summary>The segment of the determination period whose patients tell the risk indicators; null where there is no bonus.</summary>
    public Finding? ComplexPatientSegment { get; } = parameters.NumberOrNone("final-score/complex-patient-segment");

    /// <summary>How a facility-based result is held against others.</summary>
    public FacilityBasedMethod FacilityBasedMethod { get; } = parameters.Method<FacilityBasedMethod>("final-score/facility-based-comparison");

    /// <summary>Small practice bonus on the final score, points.</summary>
    public Finding? SmallPracticeBonus { get; } = parameters.NumberOrNone("final-score/small-practice-bonus");

    /// <summary>A facility-based clinician receives the complex patient bonus without submitted data.</summary>
    public Finding ComplexPatientBonusFacilityBased { get; } = parameters.Flag("final-score/complex-patient-bonus-facility-based");
}
