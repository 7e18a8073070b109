using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Scenarios;

/// <summary>The cost rules, as scenarios ask for them.</summary>
internal static class CostRules
{
    public static Answer Points(Given given, YearLaw law)
    {
        var problems = new ProblemList();
        var score = OfOption(given, law) ?? new CostPointsQuestion(given.Text("measure"), given.Number("score"), given.NumberOrNull("cases")).Answer(law, problems)
            ?? throw new InvalidDataException(problems.Found[0].Message);
        return new Answer().With("points", score.Points).With("decile", score.Decile).With("reason", score.Reason);
    }

    /// <summary>The question asks for a group; a scenario may name another level.</summary>
    private static CostMeasureScore? OfOption(Given given, YearLaw law) =>
        given.TextOrNull("participation") is { } option
            ? CostMeasureScore.For(new(law.Catalogue.CostMeasures[given.Text("measure")], given.Number("score"), (long)given.Number("cases")), Parts.Option(option), law)
            : null;

    public static Answer Category(Given given, YearLaw law)
    {
        var measure = law.Catalogue.CostMeasures["TPCC_1"];
        var measures = given.Numbers("points").Select(points => new CostMeasureScore(new(measure, 0m, 0), Parts.Leaf("points", points), null, -1, null)).ToArray();
        var score = CostCategoryScore.Of(measures, Parts.Participant(given).PriorYear, law);
        var answer = new Answer()
            .With("achievement points", score.AchievementPoints)
            .With("available points", score.AvailablePoints)
            .With("improvement", score.Improvement)
            .With("percent", score.Percent);
        return given.NumberOrNull("weight") is { } weight && score.Percent.HasNumber
            ? answer.With("contribution", FinalScore.Contribution(PerformanceCategory.Cost, score.Percent, Parts.Leaf("weight", weight, Unit.Percent)))
            : answer;
    }
}
