using System.CommandLine;
using System.Text.Json;
using OpenQpp.Files;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp points</c>: what a quality measure earns at a rate.</summary>
internal static class PointsCommand
{
    public static Command Create()
    {
        var year = CommonOptions.Year();
        var measure = new Option<string>("--measure") { Description = "Measure id, for example 001", Required = true, HelpName = "ID" };
        var method = new Option<string>("--method") { Description = "registry, electronicHealthRecord, claims, cmsWebInterface, certifiedSurveyVendor or administrativeClaims", Required = true, HelpName = "METHOD" };
        method.AcceptOnlyFromAmong([.. SubmissionMethods.All.Select(one => one.Word())]);
        var rate = CommonOptions.Number("--rate", "Performance rate, in the unit of the benchmark", "RATE");
        var cases = CommonOptions.NumberOrNothing("--cases", "Cases; enough when left out", "N");
        var completeness = CommonOptions.NumberOrNothing("--completeness", "Data completeness in percent; enough when left out", "PERCENT");
        var small = new Option<bool>("--small-practice") { Description = "The participant is a small practice" };
        var command = new Command("points", "What a quality measure earns at a rate") { year, measure, method, rate, cases, completeness, small, CommonOptions.Law, CommonOptions.Set, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var law = LawOnDisk.Of(parsed.GetValue(year), parsed, LawOnDisk.Open());
            var problems = new ProblemList();
            var question = new MeasurePointsQuestion(
                parsed.GetValue(measure)!,
                SubmissionMethods.Of(parsed.GetValue(method)!)!.Value,
                parsed.GetValue(rate),
                parsed.GetValue(cases),
                parsed.GetValue(completeness),
                parsed.GetValue(small));
            var answer = question.Answer(law, problems);
            Refused.If(problems);
            return parsed.GetValue(CommonOptions.Json) ? Output.Json(json => Write(json, answer!)) : Show(answer!);
        });
        return command;
    }

    private static Finding Shown(MeasureResult answer) =>
        answer.Measure.Points.HasNumber ? answer.Measure.Points : answer.Measure.PotentialPoints ?? answer.Measure.Points;

    private static void Write(Utf8JsonWriter json, MeasureResult answer)
    {
        var (measure, points) = (answer.Measure, Shown(answer));
        json.WriteStartObject();
        json.WriteString("measureId", measure.Id);
        json.WriteString("submissionMethod", measure.Method.Word());
        json.WriteNumber("performanceRate", measure.Rate?.NumberOrNull);
        json.WriteNumber("points", points.NumberOrZero);
        json.WriteNumber("decile", measure.Decile);
        json.WriteString("status", ResultJson.Word(answer.Status));
        if (answer.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }

        if (measure.Benchmark is { IsProvisional: true })
        {
            json.WriteBoolean("provisionalBenchmark", true);
        }

        json.WriteString("basis", FindingJson.FullBasis(measure.Points.Label.Basis));
        json.WritePropertyName("explanation");
        FindingJson.Write(json, measure.Points);
        json.WriteEndObject();
    }

    private static int Show(MeasureResult answer)
    {
        var (screen, measure, points) = (new Screen(), answer.Measure, Shown(answer));
        var decile = measure.Decile > 0 ? $", decile {measure.Decile}" : "";
        screen.Heading($"{measure.Subject}: {Sentence.Value(points)}{(points.HasNumber ? " points" : "")}{decile} ({ResultJson.Word(answer.Status)})");
        if (measure.Benchmark is { IsProvisional: true })
        {
            screen.Line("CMS has not published this benchmark; a stand-in was used.");
        }

        screen.Outline(measure.Points, full: false);
        return ExitCode.Done;
    }
}
