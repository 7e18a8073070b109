namespace OpenQpp.Program;

/// <summary>The reasons that a profile may give for a reweighted category, over all years.</summary>
public static class ReweightingWords
{
    /// <summary>All words; which of them holds for which category in which year stands in the reweighting tables.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "extremeAndUncontrollableCircumstances",
        "hardship",
        "insufficientInternet",
        "noControlOverCehrt",
        "decertifiedCehrt",
        "smallPracticeHardship",
        "joinedInFinalThreeMonths",
        "dataCompromised",
        "thirdPartyIntermediaryFailure",
        "noApplicableMeasures",
        "notReliablyScored",
        "covid19Application",
        "allCliniciansExempt",
    ];
}
