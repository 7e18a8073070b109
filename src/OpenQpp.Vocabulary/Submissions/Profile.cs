namespace OpenQpp.Vocabulary;

/// <summary>What CMS knows about a participant from elsewhere. Every part may be left out.</summary>
public sealed class Profile
{
    private RegisteredMvp? registeredMvp;

    /// <summary>A profile of which nothing is known.</summary>
    public static Profile Empty { get; } = new();

    /// <summary>The clinician types of the participant.</summary>
    public string[]? ClinicianTypes { get; init; }

    /// <summary>Number of eligible clinicians.</summary>
    public long? EligibleClinicians { get; init; }

    /// <summary>Special statuses at the level that takes part.</summary>
    public SpecialStatus? SpecialStatuses { get; init; }

    /// <summary>Whether the participant is in an APM, or is a group with clinicians who are.</summary>
    public bool? ApmParticipation { get; init; }

    /// <summary>Categories that CMS reweighted, and why.</summary>
    public ReweightedCategory[]? Reweighted { get; init; }

    /// <summary>Whether the individual is under the automatic extreme and uncontrollable circumstances policy.</summary>
    public bool? AutomaticExtremeCircumstances { get; init; }

    /// <summary>Risk indicators of the participant's patients.</summary>
    public ComplexPatient? ComplexPatient { get; init; }

    /// <summary>What is known of the year before.</summary>
    public PriorYear? PriorYear { get; init; }

    /// <summary>Overrides the computed test of full participation in quality.</summary>
    public bool? QualityFullParticipation { get; init; }

    /// <summary>Registration for the CAHPS for MIPS survey.</summary>
    public CahpsRegistration? Cahps { get; init; }

    /// <summary>Edition of the certified EHR technology in 2017 and 2018: 2014, 2015 or both.</summary>
    public string? CehrtEdition { get; init; }

    /// <summary>How many clinicians of the group did each activity, by activity id.</summary>
    public ActivityParticipation[]? ActivityParticipation { get; init; }

    /// <summary>The hospital whose results stand for the participant's quality and cost, and what they are worth.</summary>
    public Facility? Facility { get; init; }

    /// <summary>Registration for a MIPS Value Pathway.</summary>
    public RegisteredMvp? RegisteredMvp
    {
        get => registeredMvp;
        init => registeredMvp = value;
    }

    /// <summary>What a subgroup takes from its affiliated group.</summary>
    public AffiliatedGroup? AffiliatedGroup { get; init; }

    /// <summary>What CMS knows of an APM Entity.</summary>
    public ApmEntityFacts? ApmEntity { get; init; }

    /// <summary>The same profile with a registration for a pathway.</summary>
    /// <param name="registered">The registration.</param>
    public Profile With(RegisteredMvp registered)
    {
        var copy = (Profile)MemberwiseClone();
        copy.registeredMvp = registered;
        return copy;
    }
}

/// <summary>One category that CMS reweighted.</summary>
/// <param name="Category">The category.</param>
/// <param name="Reason">The reason, a word of the year's reweighting table.</param>
public sealed record ReweightedCategory(PerformanceCategory Category, string Reason);

/// <summary>Average risk indicators of the patients (414.1380(c)(3)).</summary>
/// <param name="AverageHccRiskScore">Average HCC risk score.</param>
/// <param name="DualEligibleRatio">Share of patients with full or partial Medicaid, 0 to 1.</param>
/// <param name="Reference">Median, mean and deviation of both indicators; from 2022 on the bonus is not known without them.</param>
public sealed record ComplexPatient(decimal? AverageHccRiskScore, decimal? DualEligibleRatio, RiskReference? Reference);

/// <summary>The population figures of both risk indicators.</summary>
/// <param name="Hcc">Of the HCC risk score.</param>
/// <param name="Dual">Of the dual eligible ratio.</param>
public sealed record RiskReference(IndicatorReference? Hcc, IndicatorReference? Dual);

/// <summary>The population figures of one risk indicator.</summary>
/// <param name="Median">Median.</param>
/// <param name="Mean">Mean.</param>
/// <param name="StandardDeviation">Standard deviation, above 0.</param>
public sealed record IndicatorReference(decimal Median, decimal Mean, decimal StandardDeviation);

/// <summary>What is known of the performance year before.</summary>
/// <param name="QualityAchievementPercent">Quality achievement percent score, without bonus and improvement.</param>
/// <param name="CostPercent">Cost percent, without improvement.</param>
/// <param name="FacilityBased">Whether the participant was scored facility-based.</param>
/// <param name="SameIdentifier">Whether the participant took part under the same identifier; absent counts as yes.</param>
/// <param name="QualityCategoryPercent">Quality category score, with bonus and improvement; for the setting qualityImprovementBaseTest.</param>
/// <param name="CostCategoryPercent">Cost category score, with improvement; for the setting costImprovementPriorScore.</param>
public sealed record PriorYear(
    decimal? QualityAchievementPercent,
    decimal? CostPercent,
    bool? FacilityBased,
    bool? SameIdentifier,
    decimal? QualityCategoryPercent = null,
    decimal? CostCategoryPercent = null);

/// <summary>Registration for the CAHPS for MIPS survey.</summary>
/// <param name="Registered">Whether the group registered.</param>
/// <param name="SamplingMinimumMet">Whether the minimum number of patients could be sampled.</param>
public sealed record CahpsRegistration(bool? Registered, bool? SamplingMinimumMet);

/// <summary>How many clinicians of a group did an activity.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Participating">Clinicians who did it.</param>
/// <param name="Billing">Clinicians who billed under the TIN or TINs.</param>
public sealed record ActivityParticipation(string ActivityId, long Participating, long Billing);
