using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>What of other categories bears on the credit for APM participation.</summary>
/// <param name="HasQualityData">Quality data were sent.</param>
/// <param name="HasQualityDataNotFromClaims">Quality data that are not from claims were sent.</param>
/// <param name="HasInteroperabilityData">Promoting Interoperability data were sent.</param>
/// <param name="HasQualifyingInteroperabilityData">They are a qualifying submission.</param>
public sealed record OtherCategoryData(
    bool HasQualityData,
    bool HasQualityDataNotFromClaims,
    bool HasInteroperabilityData,
    bool HasQualifyingInteroperabilityData);

/// <summary>Half of full credit for participants in APMs.</summary>
/// <remarks>
/// Until 2023 without condition; from 2024 it needs an attested activity, or data of quality or Promoting
/// Interoperability. It is lost under extreme and uncontrollable circumstances, (c)(2)(iv), but for individuals of 2024
/// under the automatic policy who send data.
/// </remarks>
[Cfr("414.1380(b)(3)(i)")]
[Cfr("414.1380(c)(2)(iv)")]
public static class ApmCredit
{
    private const string Basis = "414.1380(b)(3)(i)";

    private static readonly Label Credit = new("share of the points for APM participation", Unit.Points, Basis, "{0} % of {1} points: {v}");
    private static readonly Label Received = new("credit for APM participation", Unit.Points, Basis, "an APM participant receives {0} points");
    private static readonly Label Due = new("APM credit is due", Unit.YesNo, Basis, "the participant is in an APM and the conditions of the year are met: {v}");
    private static readonly Label Participates = new("APM participation", Unit.YesNo, Basis, "the participant is in an APM: {v}");
    private static readonly Label Condition = new("condition of the APM credit", Unit.YesNo, Basis, "an activity was attested or data of another category were sent, where the year asks for it: {v}");
    private static readonly Label Activity = new("an activity was attested", Unit.YesNo, Basis, "an activity was attested: {v}");
    private static readonly Label OtherData = new("data of another category were sent", Unit.YesNo, Basis, "quality or Promoting Interoperability data were sent: {v}");
    private static readonly Label NoCondition = new("no condition in this year", Unit.YesNo, Basis, "the year asks for nothing: {v}");
    private static readonly Label Kept = new("APM credit is kept", Unit.YesNo, "414.1380(c)(2)(iv)", "not taken away by extreme circumstances: {v}");
    private static readonly Label Granted = new("extreme circumstances application granted", Unit.YesNo, "414.1380(c)(2)(iv)", "an application for extreme and uncontrollable circumstances was granted: {v}");
    private static readonly Label Automatic = new("under the automatic policy without data that keep the credit", Unit.YesNo, "414.1380(c)(2)(iv)", "the automatic policy applies and no data keep the credit: {v}");

    /// <summary>The credit in points; null where it is not due.</summary>
    /// <param name="participant">The participant.</param>
    /// <param name="hasActivity">Whether an activity was attested in a set that counts as submitted.</param>
    /// <param name="other">Data of other categories.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding? For(Participant participant, bool hasActivity, OtherCategoryData other, YearLaw law)
    {
        if (!participant.ApmParticipation)
        {
            return null;
        }

        var due = Finding.AllOf(
            Due,
            Finding.Given(Participates, participant.ApmParticipation),
            ConditionOf(hasActivity, other, law),
            KeptUnderExtremeCircumstances(participant, other, law));
        var activities = law.ImprovementActivities;
        return due.Flag
            ? Finding.Taken(Received, null, Finding.Share(Credit, activities.ApmCredit, activities.MaximumPoints), due)
            : null;
    }

    private static Finding ConditionOf(bool hasActivity, OtherCategoryData other, YearLaw law)
    {
        if (law.ImprovementActivities.ApmCreditCondition == ApmCreditCondition.None)
        {
            return Finding.Parameter(NoCondition, true);
        }

        var hasOther = law.Settings.ApmCreditNeedsQualityAndPi
            ? other is { HasQualityData: true, HasInteroperabilityData: true }
            : other.HasQualityData || other.HasInteroperabilityData;
        return Finding.AnyOf(Condition, Finding.Given(Activity, hasActivity), Finding.Given(OtherData, hasOther));
    }

    private static Finding KeptUnderExtremeCircumstances(Participant participant, OtherCategoryData other, YearLaw law)
    {
        var applies = law.Settings.ApmCreditLostUnderExtremeCircumstances;
        var keepsByData = law.ImprovementActivities.ApmCreditUnderAutomaticPolicy.Flag
            && (other.HasQualityDataNotFromClaims || other.HasQualifyingInteroperabilityData);
        return Finding.NoneOf(
            Kept,
            Finding.Given(Granted, applies && participant.Reweighted.Any(ReweightingReasons.IsExtremeCircumstancesApplication)),
            Finding.Given(Automatic, applies && participant.AutomaticExtremeCircumstances && !keepsByData));
    }
}
