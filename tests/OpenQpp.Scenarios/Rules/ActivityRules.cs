using System.Globalization;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Scenarios;

/// <summary>The improvement activities rules, as scenarios ask for them.</summary>
internal static class ActivityRules
{
    public static Answer Category(Given given, YearLaw law)
    {
        var start = given.TextOrNull("start") is { } first ? DateOnly.Parse(first, CultureInfo.InvariantCulture) : law.Year.FirstDay;
        var end = given.TextOrNull("end") is { } last ? DateOnly.Parse(last, CultureInfo.InvariantCulture) : law.Year.LastDay;
        var yes = given.Texts("activities").Select(id => (law.Catalogue.Activities[id], true));
        var no = given.Texts("answered no").Select(id => (law.Catalogue.Activities[id], false));
        var attested = yes.Concat(no).ToArray();
        var sets = attested.Length == 0 ? [] : new[] { new AttestedActivities(SubmissionMethod.Registry, start, end, attested) };
        var other = new OtherCategoryData(
            given.Flag("quality data") || given.Flag("quality data from claims"),
            given.Flag("quality data"),
            given.Flag("interoperability data") || given.Flag("qualifying interoperability data"),
            given.Flag("qualifying interoperability data"));
        var program = given.TextOr("program", "mips");
        var option = program switch { "mips" => ReportingOption.Traditional, "app1" or "appPlus" => ReportingOption.App, _ => ReportingOption.Mvp };
        var score = ImprovementActivitiesScore.For(sets, Parts.Participant(given), other, option, program, law);
        var answer = new Answer().With("points", score.Points).With("percent", score.Percent).With("apm credit", score.ApmCredit);
        foreach (var activity in score.Activities)
        {
            answer.With($"points of {activity.Activity.Id}", activity.Points).With($"reason of {activity.Activity.Id}", activity.Reason);
        }

        return given.NumberOrNull("weight") is { } weight
            ? answer.With("contribution", FinalScore.Contribution(PerformanceCategory.ImprovementActivities, score.Percent, Parts.Leaf("weight", weight, Unit.Percent)))
            : answer;
    }
}
