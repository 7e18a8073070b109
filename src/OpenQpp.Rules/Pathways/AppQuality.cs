using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The quality score of the APM Performance Pathway from what was submitted under it and what CMS computed.</summary>
/// <remarks>
/// Every measure of the set is required; the Web Interface, where it is offered, takes the place of the measures that are
/// sent otherwise, and the better of both counts. The survey cannot be sent by an individual and is then not asked for.
/// </remarks>
[Cfr("414.1367(c)(1)(i)")]
[Cfr("414.1367(c)(1)(ii)")]
[Cfr("414.1367(c)(1)(iii)")]
public static class AppQuality
{
    private const string Basis = "414.1367(c)(1)";

    private static readonly Label Nothing = new("points of what was not reported", Unit.Points, Basis, "nothing reported earns {v} points");
    private static readonly Label Missing = new("measure achievement points", Unit.Points, Basis, "{s} is required and was not reported: {v} points");
    private static readonly Label SampleMissed = new("measure achievement points", Unit.Points, "414.1380(b)(1)(vii)(B)", "{s} leaves both sums: the sampling minimum was missed");
    private static readonly Label Higher = new("quality performance category score", Unit.Percent, Basis, "{0} %: the higher of the Web Interface and the other measures");
    private static readonly Finding Zero = Finding.Parameter(Nothing, 0m);

    /// <summary>The score.</summary>
    /// <param name="submission">What was sent under the program, and what CMS computed.</param>
    /// <param name="required">The measures of the program.</param>
    /// <param name="participant">The participant.</param>
    /// <param name="law">The law of the year.</param>
    public static QualityCategoryScore For(QualitySubmission submission, IReadOnlyList<AppMeasure> required, Participant participant, YearLaw law)
    {
        var computed = submission.AdministrativeClaims.Select(measure => Computed(measure, required, participant, law)).ToArray();
        var candidates = new List<QualityCategoryScore>(2);
        if (submission.Submitted.Length > 0 || submission.WebInterface is not { Length: > 0 })
        {
            candidates.Add(OfChosenTypes(submission, required, computed, participant, law));
        }

        if (submission.WebInterface is { Length: > 0 } webInterface)
        {
            List<ScoredMeasure> measures = [.. WebInterface.For(webInterface, law)];
            AddSurvey(measures, submission, participant, law);
            candidates.Add(AppQualityScore.For([.. measures], computed, participant, law));
        }

        return QualityMechanisms.HighestOf(candidates, Higher);
    }

    private static QualityCategoryScore OfChosenTypes(
        QualitySubmission submission,
        IReadOnlyList<AppMeasure> required,
        ScoredMeasure[] computed,
        Participant participant,
        YearLaw law)
    {
        var sent = submission.Submitted.Select(measure => MeasureAchievementPoints.For(measure, participant.SmallPractice, law, capsToppedOut: false)).ToArray();
        var (counting, others) = (new List<ScoredMeasure>(), new List<ScoredMeasure>());
        foreach (var measure in required.Where(measure => !measure.IsComputed && measure.Id is not CahpsSurvey.MeasureId))
        {
            var versions = sent
                .Where(version => measure.Forms.Contains(version.Id, StringComparer.Ordinal))
                .OrderByDescending(version => version.Class is MeasureClass.AgainstBenchmark or MeasureClass.Incomplete)
                .ThenByDescending(version => version.Points.NumberOrZero)
                .ThenBy(version => version.Method)
                .ThenBy(version => version.Id, StringComparer.Ordinal)
                .ToArray();
            counting.Add(versions.Length > 0 ? versions[0] : NotReported(law.Catalogue.QualityMeasures[measure.Id], SubmissionMethod.Registry));
            others.AddRange(versions.Skip(1));
        }

        AddSurvey(counting, submission, participant, law);
        return AppQualityScore.For([.. counting], computed, participant, law, [.. others]);
    }

    /// <summary>The survey: as sent, missing, or left out where its sample was too small; nothing for an individual.</summary>
    private static void AddSurvey(List<ScoredMeasure> measures, QualitySubmission submission, Participant participant, YearLaw law)
    {
        if (participant.IsIndividual)
        {
            return;
        }

        if (submission.Survey.Length > 0)
        {
            measures.Add(CahpsSurvey.For(submission.Survey, participant.SmallPractice, law));
            return;
        }

        var missing = NotReported(law.Catalogue.QualityMeasures[CahpsSurvey.MeasureId], SubmissionMethod.CertifiedSurveyVendor);
        var isExcused = participant.CahpsSampleMissed
            && law.Quality.CahpsSamplingMostMeasures is { } most
            && measures.Count(measure => measure.HasCases) <= most.Number;
        measures.Add(isExcused
            ? missing with { Class = MeasureClass.LeftOut, Points = Finding.NotScored(SampleMissed, missing.Subject), Reason = "sampleTooSmall" }
            : missing);
    }

    private static ScoredMeasure Computed(ReportedMeasure measure, IReadOnlyList<AppMeasure> required, Participant participant, YearLaw law)
    {
        var isNamed = required.Any(one => one.IsComputed && string.Equals(one.Id, measure.Measure.Id, StringComparison.Ordinal));
        var scored = AdministrativeClaimsQuality.For(measure, participant, law, isNamed);
        return isNamed ? scored : AdministrativeClaimsQuality.LeaveOut(scored, "notInProgram");
    }

    private static ScoredMeasure NotReported(QualityMeasure measure, SubmissionMethod method) => new()
    {
        Measure = measure,
        Method = method,
        Class = MeasureClass.Missing,
        Points = Finding.Taken(Missing, measure.Subject(method), Zero),
        Reason = "notReported",
    };
}
