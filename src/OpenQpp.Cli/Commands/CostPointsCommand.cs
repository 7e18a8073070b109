using System.CommandLine;
using System.Text.Json;
using OpenQpp.Files;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp cost-points</c>: what a cost measure earns at an amount.</summary>
internal static class CostPointsCommand
{
    public static Command Create()
    {
        var year = CommonOptions.Year();
        var measure = new Option<string>("--measure") { Description = "Measure id, for example MSPB_1", Required = true, HelpName = "ID" };
        var score = CommonOptions.Number("--score", "Measure score in dollars", "DOLLARS");
        var cases = CommonOptions.NumberOrNothing("--cases", "Cases; enough when left out", "N");
        var command = new Command("cost-points", "What a cost measure earns at an amount") { year, measure, score, cases, CommonOptions.Law, CommonOptions.Set, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var law = LawOnDisk.Of(parsed.GetValue(year), parsed, LawOnDisk.Open());
            var problems = new ProblemList();
            var answer = new CostPointsQuestion(parsed.GetValue(measure)!, parsed.GetValue(score), parsed.GetValue(cases)).Answer(law, problems);
            Refused.If(problems);
            return parsed.GetValue(CommonOptions.Json) ? Output.Json(json => Write(json, answer!)) : Show(answer!);
        });
        return command;
    }

    private static Finding Shown(CostMeasureScore answer) => answer.IsScored ? answer.Points : answer.PotentialPoints ?? answer.Points;

    private static string Status(CostMeasureScore answer) => answer.IsScored ? "counted" : "excluded";

    private static void Write(Utf8JsonWriter json, CostMeasureScore answer)
    {
        json.WriteStartObject();
        json.WriteString("measureId", answer.Computed.Measure.Id);
        json.WriteNumber("points", Shown(answer).NumberOrZero);
        json.WriteNumber("decile", answer.Decile);
        json.WriteString("status", Status(answer));
        if (answer.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }

        if (answer.Computed.Measure.Benchmark is { IsProvisional: true })
        {
            json.WriteBoolean("provisionalBenchmark", true);
        }

        json.WriteString("basis", FindingJson.FullBasis(answer.Points.Label.Basis));
        json.WritePropertyName("explanation");
        FindingJson.Write(json, answer.Points);
        json.WriteEndObject();
    }

    private static int Show(CostMeasureScore answer)
    {
        var (screen, points) = (new Screen(), Shown(answer));
        var decile = answer.Decile > 0 ? $", decile {answer.Decile}" : "";
        screen.Heading($"{answer.Computed.Measure.Id}: {Sentence.Value(points)}{(points.HasNumber ? " points" : "")}{decile} ({Status(answer)})");
        if (answer.Computed.Measure.Benchmark is { IsProvisional: true })
        {
            screen.Line("CMS has not published this benchmark; a stand-in was used.");
        }

        screen.Outline(answer.Points, full: false);
        return ExitCode.Done;
    }
}
