using System.CommandLine;
using OpenQpp.Files;
using OpenQpp.Program;
using OpenQpp.Remits;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp remit audit</c>: the adjustment of every line, recomputed.</summary>
internal static class RemitAuditCommand
{
    private static readonly Argument<string[]> Input = CommonOptions.Words("FILE", "Remittance advices: X12 835 of version 005010; '-' for standard input");

    private static readonly Option<string> Factors = new("--factors")
    {
        Description = "Factors: CSV with payment_year, tin, npi, status, final_score, total_percent; payment-adjustments.csv of 'year run' is one",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<string?> FeeSchedule = new("--fee-schedule") { Description = "Status indicators: CSV with year, hcpcs, modifier, status, effective_from", HelpName = "FILE" };

    private static readonly Option<string[]> Claims = new("--claims")
    {
        Description = "The claims that were sent: X12 837P, or CSV with claim_id, line_no, npi, pos, assigned and so on",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string?> Out = new("--out") { Description = "Write a CSV and a printable report for each practice into this folder", HelpName = "DIR" };
    private static readonly Option<bool> Csv = new("--csv") { Description = "A row for each line and each other finding, as CSV" };
    private static readonly Option<bool> Fail = new("--fail-on-difference") { Description = "Exit with 1 where something is found" };

    public static Command Create()
    {
        var command = new Command("audit", "The MIPS adjustment of every line, recomputed: agreement or difference to the cent (414.1405(e))")
        {
            Input, Factors, FeeSchedule, Claims, Out, CommonOptions.Set, CommonOptions.Json, Csv, Fail,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (book, problems) = (LawOnDisk.Open(), new ProblemList());
        var settings = LawOnDisk.Overrides(parsed, book);
        using var files = new RemittanceFiles(parsed.GetValue(Input)!);
        var sources = RemittanceFiles.Reading(() => new AuditSources(book, FactorsOf(parsed.GetValue(Factors)!, problems), settings)
        {
            Schedule = parsed.GetValue(FeeSchedule) is { } schedule ? ScheduleOf(schedule, problems) : null,
            Claims = parsed.GetValue(Claims) is { Length: > 0 } claims ? ClaimsOf(claims, problems) : null,
        });
        Refused.If(problems);
        var audit = new RemittanceAudit(sources);
        RemittanceFiles.Reading(() =>
        {
            audit.Prepare(files.All, problems);
            return 0;
        });
        Refused.If(problems);
        return Report(audit, files.All, parsed) && parsed.GetValue(Fail) ? ExitCode.Refused : ExitCode.Done;
    }

    /// <summary>Writes what was asked for; true where something was found.</summary>
    private static bool Report(RemittanceAudit audit, IReadOnlyList<RemittanceFile> files, ParseResult parsed)
    {
        using var folder = parsed.GetValue(Out) is { } path ? FolderOf(path) : null;
        var totals = new AuditTotals(_ => { });
        if (parsed.GetValue(CommonOptions.Json))
        {
            Output.Json(json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("findings");
                totals = Audited(audit, files, folder, null, row => AuditJson.Finding(json, row));
                json.WriteEndArray();
                AuditJson.Totals(json, totals);
                json.WriteEndObject();
            });
        }
        else if (parsed.GetValue(Csv))
        {
            using var to = Console.OpenStandardOutput();
            using var csv = new AuditCsv(to);
            csv.Head();
            totals = Audited(audit, files, folder, csv, _ => { });
        }
        else
        {
            var screen = new AuditScreen();
            totals = Audited(audit, files, folder, null, screen.Add);
            screen.Show(totals, parsed.GetValue(Out));
        }

        return totals.HasFindings;
    }

    private static AuditTotals Audited(RemittanceAudit audit, IReadOnlyList<RemittanceFile> files, PracticeFolder? folder, AuditCsv? csv, Action<FindingRow> tell)
    {
        var totals = new AuditTotals(row =>
        {
            tell(row);
            folder?.List(row);
            if (row.File.Length == 0)
            {
                csv?.Practice(row);
            }
        });
        IAuditTaker?[] takers = [folder, csv, totals];
        audit.Run(files, new SeveralTakers([.. takers.OfType<IAuditTaker>()]));
        totals.EndAll();
        folder?.Reports(totals.Practices);
        return totals;
    }

    private static PracticeFolder FolderOf(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            return new(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refused(ProblemCode.NOT_WRITABLE, "$", $"The folder '{ShownText.Of(path)}' cannot be made. Check the path and that you may write there.");
        }
    }

    private static FactorTable FactorsOf(string path, ProblemList problems)
    {
        using var stream = File.OpenRead(path);
        return FactorsReader.Read(stream, problems);
    }

    private static FeeScheduleTable ScheduleOf(string path, ProblemList problems)
    {
        using var stream = File.OpenRead(path);
        return FeeScheduleReader.Read(stream, problems);
    }

    private static ClaimFactsTable ClaimsOf(string[] paths, ProblemList problems)
    {
        var table = new ClaimFactsTable();
        foreach (var path in paths)
        {
            ClaimFactsOfClaims.Read(new(path, () => File.OpenRead(path)), table, problems);
        }

        return table;
    }
}
