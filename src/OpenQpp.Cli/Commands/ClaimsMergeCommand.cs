using System.CommandLine;
using OpenQpp.Claims;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp claims merge</c>: the parts of adjusted lines become the files that one run would have written.</summary>
internal static class ClaimsMergeCommand
{
    public static Command Create()
    {
        var command = new Command("merge", "Puts the parts that 'claims adjust --part' made together")
        {
            PartOptions.Out, PartOptions.AllParts, EngineOptions.Memory, EngineOptions.Threads, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (book, problems) = (LawOnDisk.Open(), new ProblemList());
        var (memory, threads) = EngineOptions.Of(parsed, problems);
        var summary = new AdjustMerge(parsed.GetValue(PartOptions.Out)!, PartOptions.CountOf(parsed, problems), book, problems).Run(memory, threads);
        Refused.If(problems);
        return parsed.GetValue(CommonOptions.Json) ? Output.Json(json => AdjustScreen.Write(json, summary!)) : AdjustScreen.Show(summary!);
    }
}
