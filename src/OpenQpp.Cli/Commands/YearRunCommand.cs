using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using OpenQpp.Law;
using OpenQpp.Vocabulary;
using OpenQpp.YearRun;

namespace OpenQpp.Cli;

/// <summary><c>openqpp year run</c>: a nation for a year, from who billed to the payment adjustment of everybody.</summary>
internal static class YearRunCommand
{
    private static readonly Option<int> Year = CommonOptions.Year();
    private static readonly Option<string> In = new("--in") { Description = "The folder of the input (docs/year-run.md)", Required = true, HelpName = "DIR" };
    private static readonly Option<string> Out = new("--out") { Description = "The folder of the output; a run that was killed goes on there", Required = true, HelpName = "DIR" };
    private static readonly Option<int?> Threads = new("--threads") { Description = "Threads; every processor unless said. Without effect on any output", HelpName = "N" };
    private static readonly Option<bool> Explanations = new("--explanations") { Description = "Add the explanation to each result of entity-scores.ndjson" };
    private static readonly Option<bool> ForPortal = new("--for-portal") { Description = "Write entity-cases.ndjson and eligibility.ndjson too: what 'year publish' takes" };
    private static readonly Option<bool> AsParquet = new("--parquet") { Description = "Write payment-adjustments.parquet too" };
    private static readonly Option<string[]> Override = new("--override")
    {
        Description = "What if: take a parameter or category weights otherwise than recorded, and compare (payment/performance-threshold=80, weights/traditional=40,20,15,25)",
        HelpName = "KEY=VALUE",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<int?> PartSize = new("--part-size") { Description = "Clinicians of a part, about. Without effect on any output", HelpName = "N", Hidden = true };
    private static readonly Option<bool> Measure = new("--measure") { Description = "Run, then read, parse and write as much without scoring, and print both times" };
    private static readonly Option<bool> AllowSynthetic = new("--allow-synthetic") { Description = "Accept a wrong check digit in an NPI" };

    public static Command Create()
    {
        var command = new Command("run", "Run a nation for a year: scores, budget neutrality, everybody's payment adjustment")
        {
            Year, In, Out, Threads, Explanations, ForPortal, AsParquet, CommonOptions.Law, CommonOptions.Set, Override, Measure, AllowSynthetic, PartSize, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (book, problems) = (LawOnDisk.Open(), new ProblemList());
        var law = LawOnDisk.Of(parsed.GetValue(Year), parsed, book);
        var isComparison = parsed.GetValue(CommonOptions.Law) is not null || parsed.GetValue(CommonOptions.Set) is { Length: > 0 } || parsed.GetValue(Override) is { Length: > 0 };
        law = Overridden(law, parsed, book);
        var options = new NationalRunOptions(Folder(parsed.GetValue(In)!), parsed.GetValue(Out)!, Math.Max(1, parsed.GetValue(Threads) ?? Environment.ProcessorCount))
        {
            PartSize = Math.Max(1, parsed.GetValue(PartSize) ?? new NationalRunOptions("", "", 1).PartSize),
            WithExplanations = parsed.GetValue(Explanations),
            ForPortal = parsed.GetValue(ForPortal),
            AsParquet = parsed.GetValue(AsParquet),
            AllowSynthetic = parsed.GetValue(AllowSynthetic),
        };
        var recorded = isComparison ? book.Of(law.Year) : null;
        var summary = Measured.Of(() => Running(() => new NationalRun(options, book, law, recorded, new Progress(ProgressLine.Tell)).Run(problems)), out var run);
        Refused.If(problems);
        var reading = parsed.GetValue(Measure) ? new ReadingPass(options, book).Run(summary!.Bytes) : null;
        return parsed.GetValue(CommonOptions.Json) ? WriteJson(summary!, run, reading) : Show(summary!, run, reading);
    }

    private static RunSummary? Running(Func<RunSummary?> run)
    {
        try
        {
            return run();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refused(ProblemCode.NOT_READABLE, "$", "A file of --in cannot be read, or --out cannot be written. Check that both are there, that you may use them, and that there is room; then start the same command again: it goes on where it was.");
        }
    }

    private static YearLaw Overridden(YearLaw law, ParseResult parsed, LawBook book)
    {
        var (overrides, problems) = (new LawOverrides(), new ProblemList());
        foreach (var text in parsed.GetValue(Override) ?? [])
        {
            var parts = text.Split('=', 2);
            if (overrides.Add(parts[0], parts.Length > 1 ? parts[1] : "", law) is { } wrong)
            {
                problems.Add(ProblemCode.UNKNOWN_WORD, "$.override", wrong);
            }
        }

        Refused.If(problems);
        var settings = LawOnDisk.Overrides(parsed, book);
        return overrides.Values.Count == 0 ? law
            : law.Variant is { } variant ? book.Variant(variant, settings, overrides)
            : book.Of(law.Year, settings, overrides);
    }

    private static string Folder(string path) =>
        Directory.Exists(path) ? path : throw new Refused(ProblemCode.NOT_READABLE, "$.in", $"There is no folder '{ShownText.Of(path)}'. Name the folder with clinicians.csv and its companions.");

    private static int WriteJson(RunSummary summary, Measured run, Measured? reading) => Output.Json(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("run");
        summary.Write(json);
        if (reading is { } other)
        {
            json.WriteStartObject("measure");
            json.WriteNumber("runSeconds", Math.Round(run.Seconds, 3));
            json.WriteNumber("readingSeconds", Math.Round(other.Seconds, 3));
            json.WriteNumber("ratio", Math.Round(run.Seconds / other.Seconds, 3));
            json.WriteNumber("runProcessorSeconds", Math.Round(run.ProcessorSeconds, 3));
            json.WriteNumber("readingProcessorSeconds", Math.Round(other.ProcessorSeconds, 3));
            json.WriteNumber("processorRatio", Math.Round(run.ProcessorSeconds / other.ProcessorSeconds, 3));
            json.WriteNumber("peakMemoryMiB", Process.GetCurrentProcess().PeakWorkingSet64 >> 20);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    });

    private static int Show(RunSummary summary, Measured run, Measured? reading)
    {
        ProgressLine.End();
        var screen = new Screen();
        screen.Table(["What", ">Value"], [.. summary.Lines.Select(line => (string[])[line.Name, line.Value])]);
        if (reading is { } other)
        {
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"run {run.Seconds:0.0} s, reading and writing alone {other.Seconds:0.0} s, ratio {run.Seconds / other.Seconds:0.00}"));
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"of the processor {run.ProcessorSeconds:0.0} s and {other.ProcessorSeconds:0.0} s, ratio {run.ProcessorSeconds / other.ProcessorSeconds:0.00}"));
        }

        return ExitCode.Done;
    }
}
