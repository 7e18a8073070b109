using System.CommandLine;
using System.Text.Json;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp weights</c>: what the categories weigh.</summary>
internal static class WeightsCommand
{
    public static Command Create()
    {
        var year = CommonOptions.Year();
        var small = new Option<bool>("--small-practice") { Description = "The participant is a small practice" };
        var option = new Option<string>("--option") { Description = "traditional, mvp, app or apmScoringStandard", HelpName = "OPTION", DefaultValueFactory = _ => "traditional" };
        option.AcceptOnlyFromAmong("traditional", "mvp", "app", "apmScoringStandard");
        var apm = new Option<string>("--apm") { Description = "Under the APM scoring standard: webInterface or other", HelpName = "MODEL", DefaultValueFactory = _ => "webInterface" };
        apm.AcceptOnlyFromAmong("webInterface", "other");
        var reweighted = new Option<string?>("--reweighted") { Description = "Categories weighted zero, with commas: quality,cost,ia,pi", HelpName = "LIST" };
        var command = new Command("weights", "What the four categories weigh") { year, small, option, apm, reweighted, CommonOptions.Law, CommonOptions.Set, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var law = LawOnDisk.Of(parsed.GetValue(year), parsed, LawOnDisk.Open());
            var problems = new ProblemList();
            var question = new WeightsQuestion(ReportingOptions.Of(parsed.GetValue(option)!)!.Value, parsed.GetValue(apm)!, parsed.GetValue(small), SetOf(parsed.GetValue(reweighted), problems));
            var answer = problems.IsEmpty ? question.Answer(law, problems) : null;
            Refused.If(problems);
            return parsed.GetValue(CommonOptions.Json) ? Output.Json(json => Write(json, answer!, law)) : Show(answer!, law);
        });
        return command;
    }

    private static CategorySet SetOf(string? words, ProblemList problems)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return CategorySet.None;
        }

        if (CategorySets.Of(string.Join('+', words.Split(',', StringSplitOptions.TrimEntries))) is { } set)
        {
            return set;
        }

        problems.Add(ProblemCode.UNKNOWN_WORD, "$.reweighted", $"'{ShownText.Of(words)}' is no list of categories. Write quality, cost, ia and pi with commas between them.");
        return CategorySet.None;
    }

    private static void Write(Utf8JsonWriter json, CategoryWeights weights, YearLaw law)
    {
        json.WriteStartObject();
        foreach (var category in PerformanceCategories.All)
        {
            json.WriteNumber(category.Word(), weights[category].NumberOrNull);
        }

        if (weights.IsSingleCategory)
        {
            json.WriteBoolean("singleCategory", true);
            json.WriteNumber("finalScore", law.Payment.PerformanceThreshold.NumberOrNull);
        }

        json.WriteString("basis", FindingJson.FullBasis(weights.IsSingleCategory ? weights.ScoredCategories.Label.Basis : weights.Weights[0].Parts[0].Label.Basis));
        json.WriteEndObject();
    }

    private static int Show(CategoryWeights weights, YearLaw law)
    {
        var screen = new Screen();
        screen.Table(
            ["Category", "Weight"],
            [.. PerformanceCategories.All.Select(category => (string[])[category.Title(), $"{ShownNumber.Of(weights[category].Number)} %"])]);
        screen.Line(weights.IsSingleCategory
            ? $"Fewer than two categories are scored: the final score is the performance threshold, {ShownNumber.Of(law.Payment.PerformanceThreshold.Number)} [414.1380(c)]."
            : $"Basis: {FindingJson.FullBasis(weights.Weights[0].Parts[0].Label.Basis)}");
        return ExitCode.Done;
    }
}
