using System.CommandLine;
using OpenQpp.Files;
using OpenQpp.Rules;

namespace OpenQpp.Cli;

/// <summary><c>openqpp score</c>: scores a case, a folder of cases, or a file with one case a line.</summary>
internal static class ScoreCommand
{
    private static readonly Argument<string> Case = CommonOptions.Word("CASE", "A case (JSON), '-' for standard input, a folder of cases, or an .ndjson file with one case a line");
    private static readonly Option<bool> AllowSynthetic = new("--allow-synthetic") { Description = "A wrong check digit in an NPI is a warning, as in CMS's own samples" };
    private static readonly Option<bool> Full = new("--full") { Description = "Leave nothing out of the explanation" };
    private static readonly Option<bool> WithoutExplanation = new("--without-explanation") { Description = "With --json: leave the explanation out" };
    private static readonly Option<decimal?> Factor = CommonOptions.NumberOrNothing("--scaling-factor", "Scaling factor to use instead of the one on record, 0 to 3", "FACTOR");
    private static readonly Option<decimal?> Additional = CommonOptions.NumberOrNothing("--additional-scaling-factor", "Additional scaling factor to use instead of the one on record, 0 to 1 (2017 to 2022)", "FACTOR");

    public static Command Create()
    {
        var command = new Command("score", "Score a submission and explain every number")
        {
            Case, AllowSynthetic, Full, WithoutExplanation, Factor, Additional, CommonOptions.Law, CommonOptions.Set, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var scorer = ScorerFor(parsed);
        var path = parsed.GetValue(Case)!;
        if (Directory.Exists(path))
        {
            return ScoreBatch.Run(CaseSources.OfFolder(path), scorer, parsed.GetValue(CommonOptions.Json), !parsed.GetValue(WithoutExplanation));
        }

        if (path.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase))
        {
            return ScoreBatch.Run(CaseSources.OfLines(path), scorer, parsed.GetValue(CommonOptions.Json), !parsed.GetValue(WithoutExplanation));
        }

        var bytes = CaseSources.One(path);
        var outcome = scorer.Score(bytes);
        if (outcome.Result is not { } result)
        {
            throw new Refused(outcome.Problems);
        }

        var madeBy = MadeBy.Of(result.Law, bytes);
        if (parsed.GetValue(CommonOptions.Json))
        {
            return Output.Json(json => ResultJson.Write(json, result, madeBy, !parsed.GetValue(WithoutExplanation)));
        }

        ScoreScreen.Show(new Screen(), result, madeBy, parsed.GetValue(Full));
        return ExitCode.Done;
    }

    private static CaseScorer ScorerFor(ParseResult parsed)
    {
        var book = LawOnDisk.Open();
        var (scaling, variant) = (new GivenScalingFactors(parsed.GetValue(Factor), parsed.GetValue(Additional)), parsed.GetValue(CommonOptions.Law));
        if (variant is not null)
        {
            LawOnDisk.CheckVariant(variant, book);
        }

        return new(book, new(parsed.GetValue(AllowSynthetic)), scaling, variant, LawOnDisk.Overrides(parsed, book));
    }
}
