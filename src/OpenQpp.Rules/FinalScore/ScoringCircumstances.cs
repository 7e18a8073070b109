using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>What bears on reweighting beside the participant and the data.</summary>
/// <param name="Option">The rules under which the participant reports.</param>
/// <param name="IsFacilityBased">Quality and cost are those of a facility, so that both can be scored.</param>
/// <param name="CanScoreQuality">A quality measure is left that could be scored.</param>
/// <param name="CanScoreCost">A cost measure can be scored.</param>
/// <param name="CanScoreInteroperability">Not every clinician of an APM Entity is excepted.</param>
/// <param name="ApmCreditMakesActivities">The APM credit gives the activities a score under the automatic policy.</param>
public sealed record ScoringCircumstances(
    ReportingOption Option,
    bool IsFacilityBased,
    bool CanScoreQuality,
    bool CanScoreCost,
    bool CanScoreInteroperability,
    bool ApmCreditMakesActivities);
