using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Achievement points of a submitted measure: the exceptions in the order of the paragraph, then the rule.</summary>
[Cfr("414.1380(b)(1)(i)")]
public static class MeasureAchievementPoints
{
    private const string Basis = "414.1380(b)(1)(i)";

    private static readonly Label NoCases = new("measure achievement points", Unit.Points, Basis, "{s} has no cases: it earns nothing and takes no place");
    private static readonly Label HasBenchmark = new("there is a benchmark", Unit.YesNo, "414.1380(b)(1)(ii)", "CMS published a benchmark for {s}: {v}");
    private static readonly Label HasRate = new("there is a rate", Unit.YesNo, Basis, "cases of {s} count for performance: {v}");
    private static readonly Label EndToEnd = new("scored on the eCQM benchmark", Unit.Points, "414.1380(b)(1)(ii)", "{s} was reported from end to end and is compared with the eCQM benchmark: {v} points");

    /// <summary>The points of a measure that was reported with counts, strata or an observation.</summary>
    /// <param name="reported">The measure as reported.</param>
    /// <param name="smallPractice">Whether the participant is a small practice.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="capsToppedOut">Whether topped out measures are capped; not so in the APM Performance Pathway.</param>
    public static ScoredMeasure For(ReportedMeasure reported, Finding smallPractice, YearLaw law, bool capsToppedOut = true) =>
        For(reported, ReportedRate.For(reported, law), smallPractice, law, capsToppedOut);

    /// <summary>The points of a measure whose rate, cases and completeness are known.</summary>
    /// <param name="reported">The measure.</param>
    /// <param name="data">Rate, cases and completeness.</param>
    /// <param name="smallPractice">Whether the participant is a small practice.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="capsToppedOut">Whether topped out measures are capped; not so in the APM Performance Pathway.</param>
    public static ScoredMeasure For(ReportedMeasure reported, ReportedRate data, Finding smallPractice, YearLaw law, bool capsToppedOut = true)
    {
        var subject = reported.Subject;
        if (data.HasNoCases || data.ReportingRate is null)
        {
            return Scored(reported, data, MeasureClass.NoCases, Finding.NotScored(NoCases, subject, data.Cases)) with { Reason = "noCases" };
        }

        var isComplete = DataCompleteness.For(data.ReportingRate, law.Quality, subject);
        if (!isComplete.Flag)
        {
            return Scored(reported, data, MeasureClass.Incomplete, LackOfCompleteData.For(subject, smallPractice, isComplete, law.Quality), isComplete);
        }

        var meetsCaseMinimum = CaseMinimum.For(data.Cases, law.Quality.CaseMinimum, subject);
        var (benchmark, takesEcqm) = BenchmarkOf(reported, law.Quality);
        if (!meetsCaseMinimum.Flag || benchmark is null || data.Rate is null)
        {
            var withoutBenchmark = LackOfBenchmarkOrCaseMinimum.For(
                reported.Measure,
                subject,
                smallPractice,
                law,
                isComplete,
                meetsCaseMinimum,
                Finding.Published(HasBenchmark, benchmark is not null, subject),
                Finding.Given(HasRate, data.Rate is not null, subject));
            return Scored(reported, data, MeasureClass.WithoutBenchmark, withoutBenchmark, isComplete, meetsCaseMinimum);
        }

        var (points, decile) = Against(benchmark, data.Rate, reported, law, capsToppedOut);
        return Scored(
            reported,
            data,
            MeasureClass.AgainstBenchmark,
            takesEcqm ? Finding.Taken(EndToEnd, subject, points) : points,
            isComplete,
            meetsCaseMinimum,
            benchmark,
            decile);
    }

    private static ScoredMeasure Scored(
        ReportedMeasure reported,
        ReportedRate data,
        MeasureClass measureClass,
        Finding points,
        Finding? isComplete = null,
        Finding? meetsCaseMinimum = null,
        Benchmark? benchmark = null,
        int decile = -1) => new()
    {
        Measure = reported.Measure,
        Method = reported.Method,
        Class = measureClass,
        Points = points,
        Decile = decile,
        Rate = data.Rate,
        Cases = data.Cases,
        ReportingRate = data.ReportingRate,
        IsComplete = isComplete,
        MeetsCaseMinimum = meetsCaseMinimum,
        Benchmark = benchmark,
        IsEndToEndReported = reported.Value.IsEndToEndReported ?? false,
    };

    /// <summary>Floor of the year, then the floor of new measures, then the cap of topped out measures.</summary>
    private static (Finding Points, int Decile) Against(Benchmark benchmark, Finding rate, ReportedMeasure reported, YearLaw law, bool capsToppedOut)
    {
        var subject = reported.Subject;
        var points = BenchmarkPoints.For(rate, benchmark, law.Quality.MeasurePointsFloor, law.Quality.MeasurePointsMaximum, subject);
        var (raised, decile) = NewMeasures.For(points, reported.Measure, law, subject);
        return (capsToppedOut ? ToppedOut.For(raised, benchmark, reported.Method, law.Quality, subject) : raised, decile);
    }

    private static (Benchmark? Benchmark, bool TakesEcqm) BenchmarkOf(ReportedMeasure reported, QualityLaw law)
    {
        if (law.EndToEndTakesEcqmBenchmark.Flag
            && reported.Method == SubmissionMethod.Registry
            && (reported.Value.IsEndToEndReported ?? false)
            && reported.Measure.BenchmarkFor(SubmissionMethod.ElectronicHealthRecord) is { } ecqm)
        {
            return (ecqm, true);
        }

        return (reported.Measure.BenchmarkFor(reported.Method), false);
    }
}
