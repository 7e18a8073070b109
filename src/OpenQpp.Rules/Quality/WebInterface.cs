using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>
/// Measures of the CMS Web Interface: all are required. One that is not reported or not complete earns 0 of 10, small
/// practices included; a complete one without benchmark or case minimum leaves both sums, as does one without eligible cases.
/// </summary>
[Cfr("414.1380(b)(1)(i)(A)(2)(i)")]
[Cfr("414.1380(b)(1)(i)(B)(2)")]
[Cfr("414.1380(b)(1)(ii)(B)")]
public static class WebInterface
{
    private const string Incompleteness = "414.1380(b)(1)(i)(B)(2)";
    private const string LackOfBenchmark = "414.1380(b)(1)(i)(A)(2)(i)";

    private static readonly Label Nothing = new("points of what was not reported", Unit.Points, "414.1380(b)(1)(i)", "nothing reported earns {v} points");
    private static readonly Label Missing = new("measure achievement points", Unit.Points, "414.1380(b)(1)(i)", "{s} is required and was not reported: {v} points");
    private static readonly Label Incomplete = new("measure achievement points", Unit.Points, Incompleteness, "{s} is not complete: {v} points");
    private static readonly Label LeftOut = new("measure achievement points", Unit.Points, LackOfBenchmark, "{s} leaves both sums: it is complete but has no benchmark or case minimum");
    private static readonly Label NoCases = new("measure achievement points", Unit.Points, LackOfBenchmark, "{s} leaves both sums: no case was eligible");
    private static readonly Label BelowThirty = new("points below the 30th percentile", Unit.Points, "414.1380(b)(1)(ii)(B)", "{1} is worse than the 30th percentile of {s}, where the benchmark starts ({2}): {v} points");
    private static readonly Finding Zero = Finding.Parameter(Nothing, 0m);

    /// <summary>All required measures of the year, reported or not; a suppressed one leaves both sums and is not missed.</summary>
    /// <param name="reported">The measures as reported.</param>
    /// <param name="law">The law of the year.</param>
    public static ScoredMeasure[] For(ReportedMeasure[] reported, YearLaw law)
    {
        var required = law.Catalogue.WebInterfaceMeasures;
        var measures = new List<ScoredMeasure>(required.Count);
        foreach (var id in required)
        {
            if (reported.FirstOrDefault(candidate => string.Equals(candidate.Measure.Id, id, StringComparison.Ordinal)) is { } measure)
            {
                measures.Add(For(measure, ReportedRate.For(measure, law), law));
            }
            else if (!law.Catalogue.QualityMeasures[id].IsSuppressedFor(SubmissionMethod.CmsWebInterface))
            {
                measures.Add(MissingMeasure(law.Catalogue.QualityMeasures[id]));
            }
        }

        return [.. measures];
    }

    private static ScoredMeasure MissingMeasure(QualityMeasure measure) =>
        new()
        {
            Measure = measure,
            Method = SubmissionMethod.CmsWebInterface,
            Class = MeasureClass.Missing,
            Points = Finding.Taken(Missing, measure.Subject(SubmissionMethod.CmsWebInterface), Zero),
            Reason = "notReported",
        };

    /// <summary>The points of one measure whose rate, cases and completeness are known.</summary>
    /// <param name="reported">The measure.</param>
    /// <param name="data">Rate, cases and completeness.</param>
    /// <param name="law">The law of the year.</param>
    public static ScoredMeasure For(ReportedMeasure reported, ReportedRate data, YearLaw law)
    {
        var subject = reported.Subject;
        var scored = new ScoredMeasure
        {
            Measure = reported.Measure,
            Method = reported.Method,
            Class = MeasureClass.LeftOut,
            Points = Finding.NotScored(NoCases, subject, data.Cases),
            Rate = data.Rate,
            Cases = data.Cases,
            ReportingRate = data.ReportingRate,
            IsEndToEndReported = reported.Value.IsEndToEndReported ?? false,
            Reason = "noCases",
        };
        if (data.HasNoCases || data.ReportingRate is null)
        {
            return scored;
        }

        var isComplete = DataCompleteness.For(data.ReportingRate, law.Quality, subject);
        scored = scored with { IsComplete = isComplete };
        if (!isComplete.Flag)
        {
            return scored with { Class = MeasureClass.Incomplete, Points = Finding.Taken(Incomplete, subject, Zero, isComplete), Reason = "incomplete" };
        }

        var meetsCaseMinimum = CaseMinimum.For(data.Cases, law.Quality.CaseMinimum, subject);
        var benchmark = reported.Measure.BenchmarkFor(reported.Method);
        scored = scored with { MeetsCaseMinimum = meetsCaseMinimum };
        if (benchmark is null || data.Rate is null)
        {
            return scored with { Points = Finding.NotScored(LeftOut, subject, isComplete, meetsCaseMinimum), Reason = "noBenchmark" };
        }

        var (points, decile) = Against(data.Rate, benchmark, law, subject);
        scored = scored with { Decile = decile, Benchmark = benchmark };
        return meetsCaseMinimum.Flag
            ? scored with { Class = MeasureClass.AgainstBenchmark, Points = points, Reason = null }
            : scored with
            {
                Points = Finding.NotScored(LeftOut, subject, isComplete, meetsCaseMinimum),
                Decile = -1,
                Reason = "belowCaseMinimum",
            };
    }

    private static (Finding Points, int Decile) Against(Finding rate, Benchmark benchmark, YearLaw law, string subject)
    {
        var floor = law.Quality.MeasurePointsFloor;
        if (law.Settings.WebInterfaceBelowThirtyEarnsFloor
            && law.Quality.WebInterfaceLowestDecile is { } lowest
            && benchmark.DecileOf(rate.Number) < lowest.Number)
        {
            return (Finding.Taken(BelowThirty, subject, floor, rate, benchmark.Bound((int)lowest.Number)), -1);
        }

        return BenchmarkPoints.For(rate, benchmark, floor, law.Quality.MeasurePointsMaximum, subject);
    }
}
