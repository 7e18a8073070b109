using System.CommandLine;
using OpenQpp.Vocabulary;
using OpenQpp.X12;

namespace OpenQpp.Cli;

/// <summary><c>openqpp remit read</c>: what a remittance says, where it is whole and balances.</summary>
internal static class RemitReadCommand
{
    private static readonly Argument<string> Input = new("FILE") { Description = "A remittance advice: X12 835 of version 005010" };
    private static readonly Option<bool> Csv = new("--csv") { Description = "A row for each service line, or for a claim without lines, as CSV" };

    public static Command Create()
    {
        var command = new Command("read", "What a remittance says: a table, a row for each line, or JSON") { Input, Csv, CommonOptions.Json };
        command.SetAction(parsed => Run(parsed.GetValue(Input)!, parsed.GetValue(CommonOptions.Json), parsed.GetValue(Csv)));
        return command;
    }

    /// <summary>The file is read to its end before anything is written: of one that is refused, nothing is shown.</summary>
    private static int Run(string path, bool json, bool csv)
    {
        var problems = new ProblemList();
        var summary = new RemittanceSummary();
        Reading(path, stream => new RemittanceReader(problems).Read(stream, (_, claim) => Check(claim, summary, problems), remittance => Check(remittance, summary, problems)));
        Refused.If(problems);
        if (json)
        {
            return Output.Json(writer => RemittanceJson.Write(writer, (take, end) => Again(path, take, end)));
        }

        if (csv)
        {
            using var to = Console.OpenStandardOutput();
            var table = new RemittanceCsv(to);
            table.Head();
            Again(path, table.Row, _ => { });
            return ExitCode.Done;
        }

        summary.Show(new Screen());
        return ExitCode.Done;
    }

    private static void Again(string path, Action<Remittance, RemittanceClaim> take, Action<Remittance> end) =>
        Reading(path, stream => new RemittanceReader(new ProblemList()).Read(stream, take, end));

    private static void Check(RemittanceClaim claim, RemittanceSummary summary, ProblemList problems)
    {
        summary.Add(claim);
        foreach (var wrong in RemittanceBalance.Of(claim))
        {
            problems.Add(wrong.Code, wrong.Place, wrong.Message);
        }
    }

    private static void Check(Remittance remittance, RemittanceSummary summary, ProblemList problems)
    {
        summary.Add(remittance);
        if (RemittanceBalance.Of(remittance) is { } wrong)
        {
            problems.Add(wrong.Code, wrong.Place, wrong.Message);
        }
    }

    private static void Reading(string path, Action<Stream> read)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
            read(stream);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refused(ProblemCode.NOT_READABLE, "$", $"The file '{ShownText.Of(path)}' cannot be opened. Check the path and that you may read it.");
        }
    }
}
