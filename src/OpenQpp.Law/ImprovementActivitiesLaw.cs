using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>The method of the improvement activities category, 414.1380(b)(3).</summary>
public enum ActivitiesMethod
{
    /// <summary>Medium and high weights.</summary>
    Weighted,

    /// <summary>All activities count alike.</summary>
    Unweighted,
}

/// <summary>What opens the APM credit, 414.1380(b)(3)(i).</summary>
public enum ApmCreditCondition
{
    /// <summary>Nothing need be sent.</summary>
    None,

    /// <summary>An activity, or data of another category.</summary>
    SomeData,
}

/// <summary>The parameters of 414.1380(b)(3) for one year.</summary>
/// <param name="parameters">The parameters of the year.</param>
public sealed class ImprovementActivitiesLaw(ParameterReader parameters)
{
    /// <summary>Points for full credit.</summary>
    public Finding MaximumPoints { get; } = parameters.Number("improvement-activities/maximum-points");

    /// <summary>The method of the year.</summary>
    public ActivitiesMethod Method { get; } = parameters.Method<ActivitiesMethod>("improvement-activities/method");

    /// <summary>Points of a medium-weighted activity.</summary>
    public Finding? MediumPoints { get; } = parameters.NumberOrNone("improvement-activities/medium-points");

    /// <summary>Points of a high-weighted activity.</summary>
    public Finding? HighPoints { get; } = parameters.NumberOrNone("improvement-activities/high-points");

    /// <summary>Multiplier for special statuses.</summary>
    public Finding? SpecialStatusMultiplier { get; } = parameters.NumberOrNone("improvement-activities/special-status-multiplier");

    /// <summary>Points of an activity without weights.</summary>
    public Finding? UnweightedPoints { get; } = parameters.NumberOrNone("improvement-activities/unweighted-points");

    /// <summary>Points of an activity without weights under a special status.</summary>
    public Finding? UnweightedPointsSpecialStatus { get; } = parameters.NumberOrNone("improvement-activities/unweighted-points-special-status");

    /// <summary>Shortest period, days.</summary>
    public Finding MinimumDays { get; } = parameters.Number("improvement-activities/minimum-days");

    /// <summary>Share of a group that must do an activity, percent; null where one clinician is enough.</summary>
    public Finding? GroupShare { get; } = parameters.NumberOrNone("improvement-activities/group-share");

    /// <summary>APM credit, percent of full credit.</summary>
    public Finding ApmCredit { get; } = parameters.Number("improvement-activities/apm-credit");

    /// <summary>What opens the APM credit.</summary>
    public ApmCreditCondition ApmCreditCondition { get; } = parameters.Method<ApmCreditCondition>("improvement-activities/apm-credit-condition");

    /// <summary>Individuals under the automatic policy keep the APM credit when they send data.</summary>
    public Finding ApmCreditUnderAutomaticPolicy { get; } = parameters.Flag("improvement-activities/apm-credit-under-automatic-policy");

    /// <summary>Credit of a patient-centered medical home, percent of full credit.</summary>
    public Finding MedicalHome { get; } = parameters.Number("improvement-activities/medical-home-percent");

    /// <summary>Share of full credit without submission under the APM scoring standard and the APM Performance Pathway, percent.</summary>
    public Finding PathwayCredit { get; } = parameters.Number("improvement-activities/pathway-credit");
}
