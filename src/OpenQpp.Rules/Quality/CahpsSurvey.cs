using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The CAHPS for MIPS survey: its summary measures make one quality measure, 321.</summary>
/// <remarks>
/// 321 earns the mean of the points of the summary measures that have a benchmark and enough answers. It is complete by
/// definition, a high priority measure, never an outcome measure, and knows neither cap nor new-measure floor. That the
/// mean is taken is CMS's practice; no text read says so.
/// </remarks>
[Cfr("414.1380(b)(1)(i)")]
public static class CahpsSurvey
{
    /// <summary>The measure that the survey makes.</summary>
    public const string MeasureId = "321";

    private const string Basis = "414.1380(b)(1)(i)";

    private static readonly Label Score = new("survey score", Unit.MeasureUnit, Basis, "the score of {s} is {v}");
    private static readonly Label BelowMinimum = new("summary measure points", Unit.Points, Basis, "{s} has too few answers and leaves the mean");
    private static readonly Label NoBenchmark = new("summary measure points", Unit.Points, Basis, "{s} has no benchmark and leaves the mean");
    private static readonly Label Mean = new("survey points", Unit.Points, Basis, "the {n} summary measures of the survey earn {v} points on average");
    private static readonly Label Complete = new("data are complete", Unit.YesNo, "414.1340", "the survey is complete by definition: {v}");
    private static readonly Label Scored = new("summary measures that can be scored", Unit.Measures, Basis, "{v} summary measures can be scored");

    private static readonly Label EnoughAnswers = new("enough answers", Unit.YesNo, "414.1380(b)(1)(iii)", "a summary measure of the survey has enough answers: {v}");
    private static readonly Label HasEnoughAnswers = new("summary measure has enough answers", Unit.YesNo, "414.1380(b)(1)(iii)", "{s} has enough answers: {v}");

    /// <summary>The points of the survey, with those of each summary measure.</summary>
    /// <param name="summaryMeasures">The summary measures as reported by the survey vendor.</param>
    /// <param name="smallPractice">Whether the participant is a small practice.</param>
    /// <param name="law">The law of the year.</param>
    public static ScoredMeasure For(ReportedMeasure[] summaryMeasures, Finding smallPractice, YearLaw law)
    {
        var survey = law.Catalogue.QualityMeasures[MeasureId];
        var subject = survey.Subject(SubmissionMethod.CertifiedSurveyVendor);
        var parts = summaryMeasures.Select(measure => SummaryMeasure(measure, law)).ToArray();
        var points = parts.Where(part => part.Points.HasNumber).OrderBy(part => part.Id, StringComparer.Ordinal).Select(part => part.Points).ToArray();
        var scored = new ScoredMeasure
        {
            Measure = survey,
            Method = SubmissionMethod.CertifiedSurveyVendor,
            Class = MeasureClass.AgainstBenchmark,
            Points = points.Length == 0
                ? LackOfBenchmarkOrCaseMinimum.For(survey, subject, smallPractice, law, Finding.Count(Scored, points))
                : Finding.Mean(Mean, points, subject),
            IsComplete = Finding.Parameter(Complete, true),
            MeetsCaseMinimum = Finding.AnyOfSubject(EnoughAnswers, subject, [.. summaryMeasures.Select(measure => Finding.Given(HasEnoughAnswers, HasEnough(measure), measure.Subject))]),
            Parts = parts,
        };
        return points.Length == 0 ? scored with { Class = MeasureClass.WithoutBenchmark } : scored;
    }

    /// <summary>The points of one summary measure.</summary>
    /// <param name="measure">The summary measure as reported by the survey vendor.</param>
    /// <param name="law">The law of the year.</param>
    public static ScoredMeasure SummaryMeasure(ReportedMeasure measure, YearLaw law)
    {
        var subject = measure.Subject;
        var benchmark = measure.Measure.BenchmarkFor(measure.Method);
        var score = measure.Value.Score is { } given ? Finding.Given(Score, given, subject) : null;
        var scored = new ScoredMeasure
        {
            Measure = measure.Measure,
            Method = measure.Method,
            Class = MeasureClass.LeftOut,
            Points = Finding.NotScored(benchmark is null ? NoBenchmark : BelowMinimum, subject),
            Rate = score,
            Benchmark = benchmark,
            Reason = benchmark is null ? "noBenchmark" : "belowMinimum",
        };
        if (benchmark is null || score is null || !HasEnough(measure))
        {
            return scored;
        }

        var (points, decile) = BenchmarkPoints.For(score, benchmark, law.Quality.MeasurePointsFloor, law.Quality.MeasurePointsMaximum, subject);
        return scored with { Class = MeasureClass.AgainstBenchmark, Points = points, Decile = decile, Reason = null };
    }

    private static bool HasEnough(ReportedMeasure measure) => !(measure.Value.IsBelowMinimum ?? false);
}
