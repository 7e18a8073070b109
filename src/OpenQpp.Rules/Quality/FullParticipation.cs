using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Whether a participant fully participated in quality: the condition for improvement scoring.</summary>
/// <remarks>
/// As many different measures as required meet data completeness, among them an outcome or high priority measure unless
/// all that apply were reported. Case minimum and benchmark do not matter, and suppressed measures count as submitted. In
/// the Web Interface every required measure must be complete.
/// </remarks>
[Cfr("414.1380(b)(1)(vi)(F)")]
public static class FullParticipation
{
    private const string Basis = "414.1380(b)(1)(vi)(F)";

    private static readonly Label Override = new("full participation", Unit.YesNo, Basis, "given with the case: {v}");
    private static readonly Label Complete = new("complete measures", Unit.Measures, Basis, "{v} different measures are complete");
    private static readonly Label Enough = new("enough complete measures", Unit.YesNo, Basis, "{0} different measures are complete, {1} are required: {v}");
    private static readonly Label Outcome = new("outcome or high priority measure is complete", Unit.YesNo, Basis, "an outcome or high priority measure is complete, or none applies: {v}");
    private static readonly Label All = new("full participation", Unit.YesNo, Basis, "all requirements for quality are met: {v}");
    private static readonly Label NotReported = new("data are complete", Unit.YesNo, "414.1340", "{s} was not reported");
    private static readonly Label AllRequired = new("full participation", Unit.YesNo, Basis, "all required measures are complete: {v}");

    /// <summary>The test for measures of choice.</summary>
    /// <param name="measures">The submitted measures that are scored together, the survey included.</param>
    /// <param name="required">The required measures.</param>
    /// <param name="participant">The participant.</param>
    public static Finding For(ScoredMeasure[] measures, RequiredMeasures required, Participant participant)
    {
        if (participant.QualityFullParticipation is { } given)
        {
            return Finding.Given(Override, given);
        }

        var complete = measures.Where(measure => measure.IsComplete is { Flag: true }).DistinctBy(measure => measure.Id, StringComparer.Ordinal).ToArray();
        var highPriority = measures.Where(measure => measure.Measure.IsHighPriority && measure.IsComplete is not null).Select(measure => measure.IsComplete!);
        return Finding.AllOf(
            All,
            Finding.AtLeast(Enough, Finding.Count(Complete, Array.ConvertAll(complete, measure => measure.IsComplete!)), required.BeforeSuppression),
            Finding.AnyOf(Outcome, [required.AllThatApply, .. highPriority]));
    }

    /// <summary>The test where every measure is required by name: those that are reported with cases must be complete, none may be missing.</summary>
    /// <param name="measures">All required measures, reported or not.</param>
    /// <param name="participant">The participant.</param>
    public static Finding ForAllRequired(ScoredMeasure[] measures, Participant participant) =>
        participant.QualityFullParticipation is { } given
            ? Finding.Given(Override, given)
            : Finding.AllOf(AllRequired, [.. measures.Where(measure => measure.Class == MeasureClass.Missing || measure.IsComplete is not null).Select(IsComplete)]);

    private static Finding IsComplete(ScoredMeasure measure) => measure.IsComplete ?? Finding.Given(NotReported, false, measure.Subject);
}
