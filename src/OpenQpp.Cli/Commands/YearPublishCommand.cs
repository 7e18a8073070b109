using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.YearRun;

namespace OpenQpp.Cli;

/// <summary><c>openqpp year publish</c>: takes the output of a year's run into the store.</summary>
internal static class YearPublishCommand
{
    private static readonly Argument<string> Out = CommonOptions.Word("OUT", "The folder that 'openqpp year run' wrote");
    private static readonly Option<string> In = new("--in") { Description = "The folder of the run's input, with names.csv and organizations.csv where there are any", Required = true, HelpName = "DIR" };
    private static readonly Option<string> Store = StoreConnection.Option();
    private static readonly Option<DateTimeOffset?> ScoresAt = TimeOption.Of("--scores-at", "From when on the scores of the year are those of this run; may lie in the future");
    private static readonly Option<DateTimeOffset?> AdjustmentsAt = TimeOption.Of("--adjustments-at", "From when on the adjustments of the year are those of this run; may lie in the future");
    private static readonly Option<string?> Note = new("--note") { Description = "What is said about this version", HelpName = "TEXT" };

    public static Command Create()
    {
        var command = new Command("publish", "Take the output of a year's run into the store, as a new version that nobody sees before it is complete")
        {
            Out, In, Store, ScoresAt, AdjustmentsAt, Note, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (problems, watch) = (new ProblemList(), Stopwatch.StartNew());
        var options = new YearPublishOptions(Folder(parsed.GetValue(Out)!, "$.out"), Folder(parsed.GetValue(In)!, "$.in"), DateTimeOffset.UtcNow)
        {
            ScoresAt = parsed.GetValue(ScoresAt),
            AdjustmentsAt = parsed.GetValue(AdjustmentsAt),
            Note = parsed.GetValue(Note),
        };
        var summary = StoreConnection.With(parsed.GetValue(Store)!, database => Reading(() => new YearPublish(database, new Progress(ProgressLine.Tell)).Run(options, problems)));
        ProgressLine.End();
        Refused.If(problems);
        return parsed.GetValue(CommonOptions.Json) ? WriteJson(summary!, watch.Elapsed) : Show(summary!, watch.Elapsed);
    }

    private static PublishSummary? Reading(Func<PublishSummary?> publish)
    {
        try
        {
            return publish();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refused(ProblemCode.NOT_READABLE, "$", "A file of OUT or --in cannot be read. Check that it is there and that you may read it.");
        }
    }

    private static string Folder(string path, string place) =>
        Directory.Exists(path) ? path : throw new Refused(ProblemCode.NOT_READABLE, place, $"There is no folder '{ShownText.Of(path)}'.");

    private static int WriteJson(PublishSummary summary, TimeSpan elapsed) => Output.Json(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("run", summary.Run.Id);
        json.WriteNumber("performanceYear", summary.Run.Year.Year);
        json.WriteNumber("version", summary.Run.Version);
        json.WriteNumber("assignments", summary.Assignments);
        json.WriteNumber("results", summary.Results);
        json.WriteNumber("eligibilityAnswers", summary.EligibilityAnswers);
        json.WriteNumber("organizations", summary.Organizations);
        json.WriteNumber("seconds", Math.Round(elapsed.TotalSeconds, 3));
        json.WriteNumber("peakMemoryMiB", Process.GetCurrentProcess().PeakWorkingSet64 >> 20);
        json.WriteEndObject();
    });

    private static int Show(PublishSummary summary, TimeSpan elapsed)
    {
        static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
        var screen = new Screen();
        screen.Table(
            ["What", ">Value"],
            [
                ["performance year", Whole(summary.Run.Year.Year)],
                ["version", Whole(summary.Run.Version)],
                ["TIN/NPIs", Whole(summary.Assignments)],
                ["results", Whole(summary.Results)],
                ["answers of eligibility", Whole(summary.EligibilityAnswers)],
                ["organizations", Whole(summary.Organizations)],
            ]);
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"published in {elapsed.TotalSeconds:0.0} s"));
        return ExitCode.Done;
    }
}
