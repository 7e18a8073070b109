using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Scenarios;

/// <summary>The quality rules, as scenarios ask for them.</summary>
internal static class QualityRules
{
    public static Answer MeasurePoints(Given given, YearLaw law)
    {
        var problems = new ProblemList();
        var question = new MeasurePointsQuestion(
            given.Text("measure"),
            Parts.Method(given),
            given.Number("rate"),
            given.NumberOrNull("cases"),
            given.NumberOrNull("completeness"),
            given.Flag("small practice"));
        var result = question.Answer(law, problems) ?? throw new InvalidDataException(problems.Found[0].Message);
        return OfMeasure(result.Measure).With("status", result.Status.ToString()).With("reason", result.Reason);
    }

    public static Answer Reported(Given given, YearLaw law)
    {
        var measure = law.Catalogue.QualityMeasures[given.Text("measure")];
        var reported = new ReportedMeasure(measure, Parts.Method(given), Parts.Value(given));
        var participant = Parts.Participant(given);
        var scored = reported.Method switch
        {
            SubmissionMethod.CmsWebInterface => WebInterface.For(reported, ReportedRate.For(reported, law), law),
            SubmissionMethod.AdministrativeClaims => AdministrativeClaimsQuality.For(reported, participant, law),
            _ => MeasureAchievementPoints.For(reported, participant.SmallPractice, law),
        };
        return OfMeasure(scored);
    }

    public static Answer AgainstBenchmark(Given given, YearLaw law)
    {
        var bounds = given.Texts("bounds").Select(text => text is "null" ? (decimal?)null : Given.Parse(text)).ToArray();
        var benchmark = new Benchmark("the measure", bounds, given.Flag("inverse"), given.Flag("capped"), false, law.Year.Year, false, isInDollars: false);
        var (points, decile) = BenchmarkPoints.For(Parts.Leaf("rate", given.Number("rate"), Unit.MeasureUnit), benchmark, law.Quality.MeasurePointsFloor, law.Quality.MeasurePointsMaximum, "the measure");
        return new Answer().With("points", ToppedOut.For(points, benchmark, SubmissionMethod.Registry, law.Quality, "the measure")).With("decile", decile);
    }

    public static Answer Survey(Given given, YearLaw law)
    {
        var measures = given.Entries("scores").Select(entry => new ReportedMeasure(
            law.Catalogue.QualityMeasures[entry.Key],
            SubmissionMethod.CertifiedSurveyVendor,
            Scenario.Text(entry.Value) is "below minimum" ? new MeasurementValue { IsBelowMinimum = true } : new MeasurementValue { Score = Given.Parse(Scenario.Text(entry.Value)) })).ToArray();
        var survey = CahpsSurvey.For(measures, Parts.Participant(given).SmallPractice, law);
        var answer = OfMeasure(survey);
        foreach (var part in survey.Parts)
        {
            answer.With($"points of {part.Id}", part.Points);
        }

        return answer;
    }

    public static Answer Category(Given given, YearLaw law)
    {
        var submitted = given.Lists("measures").Select(one => Measure(one, law)).ToArray();
        var survey = given.MapOrNull("survey") is { } taken ? Measure(taken, law, "certifiedSurveyVendor") with { IsComplete = Yes } : null;
        var score = QualityCategoryScore.OfChosenMeasures(submitted, survey, Claims(given, law), Parts.Participant(given), law);
        return OfCategory(score, given);
    }

    public static Answer Improvement(Given given, YearLaw law)
    {
        var prior = Parts.Participant(given).PriorYear;
        var participation = Finding.Given(new("full participation", Unit.YesNo, "given by the scenario", "the participant fully participated: {v}"), !given.Flag("not fully participating"));
        var now = Parts.Leaf("achievement percent", given.Number("achievement percent"), Unit.Percent);
        return new Answer().With("improvement", ImprovementScore.For(now, prior, () => participation, law));
    }

    public static Answer Mvp(Given given, YearLaw law)
    {
        var submitted = given.Lists("measures").Select(one => Measure(one, law)).ToArray();
        var registered = given.MapOrNull("registered outcome measure") is { } one ? Measure(one, law, "administrativeClaims") : null;
        return OfCategory(MvpQualityScore.For(submitted, Claims(given, law), registered, Parts.Participant(given), law), given);
    }

    public static Answer App(Given given, YearLaw law)
    {
        var measures = given.Lists("measures").Select(one => Measure(one, law)).ToArray();
        return OfCategory(AppQualityScore.For(measures, Claims(given, law), Parts.Participant(given), law), given);
    }

    public static Answer Comparison(Given given) =>
        new Answer().With("difference", ComparativeFeedback.For(Parts.Leaf("percent", given.Number("percent"), Unit.Percent), given.Number("mean")));

    private static readonly Finding Yes = Flag("given as fulfilled", true);

    private static Finding Flag(string name, bool value) => Finding.Given(new(name, Unit.YesNo, "given by the scenario", name + ": {v}"), value);

    private static ScoredMeasure[] Claims(Given given, YearLaw law) =>
        [.. given.Lists("administrative claims").Select(one => Measure(one, law, "administrativeClaims"))];

    /// <summary>A measure with the points that the scenario gives it.</summary>
    private static ScoredMeasure Measure(Given given, YearLaw law, string otherwise = "registry")
    {
        var (measure, method) = (law.Catalogue.QualityMeasures[given.Text("measure")], Parts.Method(given, otherwise));
        var measureClass = given.TextOr("class", "against benchmark") switch
        {
            "against benchmark" => MeasureClass.AgainstBenchmark,
            "without benchmark" => MeasureClass.WithoutBenchmark,
            "incomplete" => MeasureClass.Incomplete,
            "no cases" => MeasureClass.NoCases,
            "left out" => MeasureClass.LeftOut,
            "missing" => MeasureClass.Missing,
            var other => throw new InvalidDataException($"No class '{other}'."),
        };
        var hasPoints = measureClass is not (MeasureClass.NoCases or MeasureClass.LeftOut);
        return new()
        {
            Measure = measure,
            Method = method,
            Class = measureClass,
            Points = hasPoints ? Parts.Leaf("points", given.NumberOrNull("points") ?? 0m, Unit.Points, measure.Subject(method)) : Finding.NotScored(new("points", Unit.Points, "given by the scenario", "not scored"), measure.Id),
            Rate = given.Flag("no rate") ? null : Parts.Leaf("rate", given.NumberOrNull("rate") ?? 50m, Unit.MeasureUnit),
            IsComplete = measureClass is MeasureClass.AgainstBenchmark or MeasureClass.WithoutBenchmark or MeasureClass.Incomplete ? Flag("complete", measureClass != MeasureClass.Incomplete) : null,
            MeetsCaseMinimum = measureClass is MeasureClass.AgainstBenchmark or MeasureClass.WithoutBenchmark ? Flag("case minimum", !given.Flag("too few cases")) : null,
            IsEndToEndReported = given.Flag("end to end"),
        };
    }

    private static Answer OfMeasure(ScoredMeasure measure) =>
        new Answer()
            .With("points", measure.Points)
            .With("decile", measure.Decile)
            .With("rate", measure.Rate)
            .With("completeness", measure.ReportingRate)
            .With("cases", measure.Cases)
            .With("class", measure.Class.ToString());

    private static Answer OfCategory(QualityCategoryScore score, Given given)
    {
        var answer = new Answer()
            .With("counted", score.Measures.Where(result => result.Status == MeasureStatus.Counted).Select(result => result.Measure.Id).ToArray())
            .With("not counted", score.Measures.Where(result => result.Status == MeasureStatus.NotCounted).Select(result => result.Measure.Id).ToArray())
            .With("excluded", score.Measures.Where(result => result.Status == MeasureStatus.Excluded).Select(result => result.Measure.Id).ToArray())
            .With("achievement points", score.AchievementPoints)
            .With("available points", score.AvailablePoints)
            .With("high priority bonus", score.Bonus.HighPriority)
            .With("end-to-end bonus", score.Bonus.EndToEnd)
            .With("small practice bonus", score.Bonus.SmallPractice)
            .With("complex organization adjustment", score.ComplexOrganizationAdjustment)
            .With("improvement", score.Improvement)
            .With("percent", score.Percent);
        return given.NumberOrNull("weight") is { } weight && score.Percent.HasNumber
            ? answer.With("contribution", FinalScore.Contribution(PerformanceCategory.Quality, score.Percent, Parts.Leaf("weight", weight, Unit.Percent)))
            : answer;
    }
}
