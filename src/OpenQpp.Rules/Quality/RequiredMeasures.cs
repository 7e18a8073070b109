using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>How many quality measures count for a participant of traditional MIPS.</summary>
/// <param name="Number">Places for measures, after all reductions.</param>
/// <param name="BeforeSuppression">Places before suppressed measures are taken out: the bar for full participation.</param>
/// <param name="AllThatApply">Whether the participant reported all measures that apply (Eligible Measure Applicability).</param>
[Cfr("414.1335")]
[Cfr("414.1380(b)(1)(vii)(A)")]
[Cfr("414.1380(b)(1)(vii)(B)")]
public sealed record RequiredMeasures(Finding Number, Finding BeforeSuppression, Finding AllThatApply)
{
    private static readonly Label SurveySwitchesOff = new("all measures that apply were reported", Unit.YesNo, "414.1335(a)(1)", "the test of Eligible Measure Applicability is not made beside the survey");
    private static readonly Label SurveyReduction = new("measures taken out for the missed survey sample", Unit.Measures, "414.1380(b)(1)(vii)(B)", "{0} available points are {v} measure of {1} points");
    private static readonly Label AfterSurvey = new("required quality measures", Unit.Measures, "414.1380(b)(1)(vii)(B)", "the group registered for the survey, missed the sampling minimum and sent few measures: {0} less {1}");
    private static readonly Label Suppressed = new("suppressed measures", Unit.Measures, "414.1380(b)(1)(vii)(A)", "{v} submitted measures are suppressed");
    private static readonly Label IsSuppressed = new("measure is suppressed", Unit.YesNo, "414.1380(b)(1)(vii)(A)", "{s} is suppressed");
    private static readonly Label HasData = new("measure has data", Unit.YesNo, "414.1380(b)(1)(vii)(A)", "{s} has cases and is not suppressed");
    private static readonly Label OtherMeasures = new("other measures with data", Unit.Measures, "414.1380(b)(1)(vii)(A)", "{v} other measures have data");
    private static readonly Label Unfilled = new("places that no other measure fills", Unit.Measures, "414.1380(b)(1)(vii)(A)", "of {0} places, {1} are filled by other measures");
    private static readonly Label NoneUnfilled = new("places that no other measure fills, at least none", Unit.Measures, "414.1380(b)(1)(vii)(A)", "{v} places would stay empty");
    private static readonly Label Reduction = new("places taken out for suppressed measures", Unit.Measures, "414.1380(b)(1)(vii)(A)", "{v} places are taken out: the smaller of {0} suppressed measures and {1} empty places");
    private static readonly Label AfterSuppression = new("required quality measures", Unit.Measures, "414.1380(b)(1)(vii)(A)", "{0} required measures less {1} for suppressed ones");
    private static readonly Label Zero = new("none", Unit.Measures, "414.1380(b)(1)(vii)(A)", "none");
    private static readonly Finding NoTestBesideSurvey = Finding.Parameter(SurveySwitchesOff, false);
    private static readonly Finding None = Finding.Parameter(Zero, 0m);

    /// <summary>The outcome measure is registered, not submitted: no place is kept for one, 414.1365(c)(1)(ii).</summary>
    public bool OutcomeIsRegistered { get; init; }

    /// <summary>The required measures of one set of measures that are scored together.</summary>
    /// <param name="measures">The submitted measures, all collection types that are scored together, without the survey.</param>
    /// <param name="hasSurvey">Whether the survey is scored with them.</param>
    /// <param name="participant">The participant.</param>
    /// <param name="law">The law of the year.</param>
    public static RequiredMeasures For(ScoredMeasure[] measures, bool hasSurvey, Participant participant, YearLaw law)
    {
        var allThatApply = hasSurvey ? NoTestBesideSurvey : EligibleMeasureApplicability.For(measures, law);
        var atFirst = EligibleMeasureApplicability.RequiredMeasures(measures, allThatApply, law);
        var required = WithoutMissedSurvey(atFirst, measures, hasSurvey, participant, law.Quality);
        return new(WithoutSuppressed(required, measures, hasSurvey, law.Settings), required, allThatApply);
    }

    /// <summary>The required measures of a MIPS Value Pathway: its number, less those of a missed survey sample and of suppressed measures.</summary>
    /// <param name="measures">The submitted measures, the survey included.</param>
    /// <param name="places">The places.</param>
    /// <param name="allThatApply">Whether all measures that apply were reported.</param>
    /// <param name="participant">The participant.</param>
    /// <param name="law">The law of the year.</param>
    public static RequiredMeasures InPathway(ScoredMeasure[] measures, Finding places, Finding allThatApply, Participant participant, YearLaw law)
    {
        var required = WithoutMissedSurvey(places, measures, hasSurvey: false, participant, law.Quality);
        return new(WithoutSuppressed(required, measures, hasSurvey: false, law.Settings), required, allThatApply);
    }

    private static Finding WithoutMissedSurvey(Finding required, ScoredMeasure[] measures, bool hasSurvey, Participant participant, QualityLaw law)
    {
        if (!participant.CahpsSampleMissed
            || participant.Option is ParticipationOption.Individual or ParticipationOption.ApmEntity
            || law.CahpsSamplingReduction is not { } points
            || law.CahpsSamplingMostMeasures is not { } most
            || DifferentMeasures(measures, hasSurvey) > most.Number)
        {
            return required;
        }

        return Finding.Difference(AfterSurvey, required, Finding.Quotient(SurveyReduction, points, law.MeasurePointsMaximum));
    }

    private static Finding WithoutSuppressed(Finding required, ScoredMeasure[] measures, bool hasSurvey, Settings settings)
    {
        if (!Array.Exists(measures, measure => measure.IsSuppressed))
        {
            return required;
        }

        var others = measures.Where(measure => measure.HasCases && !measure.IsSuppressed).DistinctBy(measure => measure.Id, StringComparer.Ordinal).ToArray();
        var suppressed = measures
            .Where(measure => measure.HasCases && measure.IsSuppressed && !others.Any(other => string.Equals(other.Id, measure.Id, StringComparison.Ordinal)))
            .DistinctBy(measure => measure.Id, StringComparer.Ordinal)
            .ToArray();
        if (suppressed.Length == 0)
        {
            return required;
        }

        var count = Finding.Count(Suppressed, Array.ConvertAll(suppressed, measure => Finding.Published(IsSuppressed, true, measure.Subject)));
        if (settings.SuppressedReducesAlways)
        {
            return Finding.Difference(AfterSuppression, required, Finding.Minimum(Reduction, null, count, required));
        }

        var withData = Array.ConvertAll(others, measure => Finding.Given(HasData, true, measure.Subject));
        var unfilled = Finding.Difference(
            Unfilled,
            required,
            Finding.Count(OtherMeasures, hasSurvey ? [.. withData, Finding.Given(HasData, true, CahpsSurvey.MeasureId)] : withData));
        var reduction = Finding.Minimum(Reduction, null, count, Finding.Maximum(NoneUnfilled, null, None, unfilled));
        return Finding.Difference(AfterSuppression, required, reduction);
    }

    private static int DifferentMeasures(ScoredMeasure[] measures, bool hasSurvey) =>
        measures.Where(measure => measure.HasCases).Select(measure => measure.Id).Distinct(StringComparer.Ordinal).Count() + (hasSurvey ? 1 : 0);
}
