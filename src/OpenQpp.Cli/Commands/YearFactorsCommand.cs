using System.CommandLine;
using System.Text.Json;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp year factors</c>: where the scaling factors lie, from published pairs of score and percent.</summary>
internal static class YearFactorsCommand
{
    public static Command Create()
    {
        var pairs = new Option<string>("--pairs") { Description = "CSV with performance_year, final_score, total_percent; '-' for standard input", HelpName = "FILE", Required = true };
        var command = new Command("factors", "Where the scaling factors lie, from published pairs of score and percent") { pairs, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var (book, problems) = (LawOnDisk.Open(), new ProblemList());
            var read = PublishedPairsReader.Read(CaseSources.One(parsed.GetValue(pairs)!), problems);
            var answers = new PublishedPairs(read).Answer(year => book.Has(year) ? book.Of(new(year)) : null, problems);
            Refused.If(problems);
            return parsed.GetValue(CommonOptions.Json) ? Output.Json(json => Write(json, answers!)) : Show(answers!);
        });
        return command;
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<(YearLaw Law, PublishedFactors Factors)> answers)
    {
        json.WriteStartObject();
        foreach (var (law, factors) in answers)
        {
            json.WriteStartObject(law.Name);
            Write(json, "scalingFactor", factors.ScalingFactor);
            Write(json, "additionalScalingFactor", factors.AdditionalScalingFactor);
            json.WriteStartArray("lines");
            foreach (var line in factors.Lines)
            {
                json.WriteStartObject();
                json.WriteNumber("score", line.Pair.FinalScore);
                json.WriteNumber("percent", line.Pair.Percent);
                json.WriteNumber("base", line.Base.Number);
                json.WriteNumber("additional", line.Additional.NumberOrZero);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, FactorInterval? interval)
    {
        if (interval is not { } bounds)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        json.WriteNumberValue(bounds.Lowest);
        json.WriteNumberValue(bounds.Highest);
        json.WriteEndArray();
    }

    private static int Show(IReadOnlyList<(YearLaw Law, PublishedFactors Factors)> answers)
    {
        var screen = new Screen();
        screen.Heading("Scaling factors that the published percents leave open (414.1405(b)(3), (d)(1))");
        screen.Table(["Year", ">From", ">to", ">Additional from", ">to"], [.. answers.Select(answer => Row(answer.Law, answer.Factors))]);
        screen.Heading("Each pair: scaling factor x base + additional scaling factor x additional");
        screen.Table(["Year", ">Score", ">Base", ">Additional", ">Percent"], [.. answers.SelectMany(answer => answer.Factors.Lines.Select(line => Row(answer.Law, line)))]);
        return ExitCode.Done;
    }

    private static string[] Row(YearLaw law, PublishedFactors factors) =>
        [law.Name, .. Bounds(factors.ScalingFactor), .. Bounds(factors.AdditionalScalingFactor)];

    private static string[] Row(YearLaw law, FactorLine line) =>
    [
        law.Name,
        ShownNumber.Of(line.Pair.FinalScore),
        ShownNumber.Of(line.Base.Number),
        line.Additional.HasNumber ? ShownNumber.Of(line.Additional.Number) : "none",
        ShownNumber.Of(line.Pair.Percent),
    ];

    private static string[] Bounds(FactorInterval? interval) =>
        interval is { } bounds ? [ShownNumber.Of(bounds.Lowest), ShownNumber.Of(bounds.Highest)] : ["none", ""];
}
