using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Names of circumstances in the reweighting table that rules ask for by name.</summary>
public static class ReweightingReasons
{
    /// <summary>An application for extreme and uncontrollable circumstances.</summary>
    public const string ExtremeCircumstances = "extremeAndUncontrollableCircumstances";

    /// <summary>The automatic policy for extreme and uncontrollable circumstances.</summary>
    public const string AutomaticExtremeCircumstances = "automaticExtremeCircumstances";

    /// <summary>The application of 2019 for the COVID-19 emergency.</summary>
    public const string Covid19 = "covid19Application";

    /// <summary>No quality measure is left that could be scored.</summary>
    public const string NoMeasureLeft = "noMeasureLeft";

    /// <summary>No cost measure can be scored.</summary>
    public const string NoScorableMeasure = "noScorableMeasure";

    /// <summary>CMS granted that no quality measure is applicable and available.</summary>
    public const string NoApplicableMeasures = "noApplicableMeasures";

    /// <summary>CMS found that cost cannot be scored reliably.</summary>
    public const string NotReliablyScored = "notReliablyScored";

    /// <summary>APM Entities are not scored on cost.</summary>
    public const string ApmEntity = "apmEntity";

    /// <summary>Every clinician of an APM Entity is excepted from Promoting Interoperability.</summary>
    public const string AllCliniciansExcepted = "allCliniciansExcepted";

    /// <summary>Every clinician is of a type that is reweighted.</summary>
    public const string ClinicianType = "clinicianType";

    /// <summary>
    /// Whether a reweighted category stands for an application that (c)(2)(iv) names: (A)(6), under which the applications
    /// of 2019 for COVID-19 fell too, or (C)(2).
    /// </summary>
    /// <param name="reweighted">The category and the reason.</param>
    public static bool IsExtremeCircumstancesApplication(ReweightedCategory reweighted) => reweighted.Reason switch
    {
        ExtremeCircumstances => true,
        Covid19 => reweighted.Category != PerformanceCategory.PromotingInteroperability,
        _ => false,
    };
}
