using System.CommandLine;
using System.Text.Json;
using OpenQpp.Files;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp reference build</c>: makes the tables of measures, activities and benchmarks from CMS's measures data.</summary>
internal static class ReferenceCommand
{
    public static Command Create() => new("reference", "CMS's measures, activities and benchmarks") { Build() };

    private static Command Build()
    {
        var from = new Option<string>("--from") { Description = "A checkout of CMS's measures data (folders measures, benchmarks, clinical-clusters)", Required = true, HelpName = "DIR" };
        var law = new Option<string>("--law-folder") { Description = "The folder whose tables are written", HelpName = "DIR", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("OPENQPP_SOURCE") is { Length: > 0 } source ? Path.Combine(source, "law") : "law" };
        var areas = new Option<string?>("--areas") { Description = "A folder with counties.csv and county-zipcodes.csv a year, for the automatic policy for extreme circumstances; default extreme-circumstances in the checkout", HelpName = "DIR" };
        var check = new Option<bool>("--check") { Description = "Only read and check; write nothing" };
        var command = new Command("build", "Make our tables from a checkout of CMS's measures data") { from, law, areas, check, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var report = Run(parsed.GetValue(from)!, parsed.GetValue(law)!, parsed.GetValue(areas), write: !parsed.GetValue(check));
            if (report.HasFaults)
            {
                throw new Refused([.. report.Notes.Where(note => note.IsFault).Select(note => new Problem(ProblemCode.REFERENCE_FAULT, $"$.{note.Year}", $"{note.Where}: {note.Says}. Nothing was written."))]);
            }

            return parsed.GetValue(CommonOptions.Json) ? Output.Json(json => Write(json, report)) : Show(report, !parsed.GetValue(check));
        });
        return command;
    }

    private static ReferenceBuild.Report Run(string from, string law, string? areas, bool write)
    {
        try
        {
            return new ReferenceBuild(from, law, areas).Run(write, Console.IsErrorRedirected ? null : year => Console.Error.Write($"\r{year}"));
        }
        catch (InvalidDataException fault)
        {
            throw new Refused(ProblemCode.NOT_READABLE, "$.from", $"{fault.Message} Give the folder of a checkout with --from, and run in the project's folder or name the folder 'law' with --law-folder.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refused(ProblemCode.NOT_READABLE, "$.lawFolder", "A table cannot be read or written. Check that you may read and write the folder that --law-folder names, and that the disk is not full.");
        }
    }

    private static void Write(Utf8JsonWriter json, ReferenceBuild.Report report)
    {
        json.WriteStartObject();
        json.WriteStartArray("tables");
        foreach (var (year, table, rows) in report.Rows)
        {
            json.WriteStartObject();
            json.WriteNumber("year", year);
            json.WriteString("table", table);
            json.WriteNumber("rows", rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in report.Notes)
        {
            json.WriteStartObject();
            json.WriteNumber("year", note.Year);
            json.WriteString("where", note.Where);
            json.WriteString("says", note.Says);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static int Show(ReferenceBuild.Report report, bool wrote)
    {
        var screen = new Screen();
        var tables = report.Rows.Select(row => row.Table).Distinct(StringComparer.Ordinal).ToArray();
        screen.Heading(wrote ? "Tables written, by rows" : "Tables checked, by rows");
        screen.Table(
            ["Table", .. report.Years.Select(year => $">{ShownNumber.Of(year)}")],
            [.. tables.Select(table => (string[])[table, .. report.Years.Select(year => report.Rows.Where(row => row.Year == year && string.Equals(row.Table, table, StringComparison.Ordinal)).Select(row => ShownNumber.Of(row.Rows)).FirstOrDefault("-"))])]);
        screen.Heading($"Known rows, {report.Notes.Count}, each with the decision taken");
        foreach (var note in report.Notes)
        {
            screen.Line($"{note.Year} {note.Where}: {note.Says}");
        }

        return ExitCode.Done;
    }
}
