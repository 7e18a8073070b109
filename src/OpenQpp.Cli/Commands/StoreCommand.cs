using System.CommandLine;
using System.Globalization;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.YearRun;

namespace OpenQpp.Cli;

/// <summary><c>openqpp store</c>: the database of the portal.</summary>
internal static class StoreCommand
{
    private static readonly Option<string> Store = StoreConnection.Option();

    public static Command Create() => new("store", "The database of the portal: bring it up to date, back it up, restore it, export its decisions, lay reports and services there, check its log") { Migrate(), Backup(), Restore(), Export(), ReportLaying.Create(Store), ServicesPublishing.Create(Store), CheckAudit() };

    private static Command Migrate()
    {
        var command = new Command("migrate", "Bring the store to the schema of this program") { Store, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var taken = StoreConnection.With(parsed.GetValue(Store)!, database => new StoreSchema(database).Migrate(DateTimeOffset.UtcNow));
            return Tell(parsed, [("steps taken", "stepsTaken", taken), ("schema", "schema", StoreSchema.Newest)]);
        });
        return command;
    }

    private static Command Backup()
    {
        var file = CommonOptions.Word("FILE", "The file to write; one of that name is replaced when all is written");
        var command = new Command("backup", "Write the whole store into one file") { file, Store, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            var rows = StoreConnection.With(parsed.GetValue(Store)!, database => Using(path, ProblemCode.NOT_WRITABLE, () => new StoreBackup(database, new Progress(ProgressLine.Tell)).Write(path, DateTimeOffset.UtcNow)));
            ProgressLine.End();
            return Tell(parsed, [("rows", "rows", rows)]);
        });
        return command;
    }

    private static Command Restore()
    {
        var file = CommonOptions.Word("FILE", "A file that 'openqpp store backup' wrote");
        var command = new Command("restore", "Restore a backup into an empty store, of the same or the other kind of database") { file, Store, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            var rows = StoreConnection.With(parsed.GetValue(Store)!, database => Using(path, ProblemCode.NOT_READABLE, () => new StoreBackup(database, new Progress(ProgressLine.Tell)).Restore(path, DateTimeOffset.UtcNow)));
            ProgressLine.End();
            return Tell(parsed, [("rows", "rows", rows)]);
        });
        return command;
    }

    private static Command Export()
    {
        var from = new Option<string>("--in") { Description = "The folder of the year's input", Required = true, HelpName = "DIR" };
        var to = new Option<string>("--out") { Description = "The folder to write, new or empty: the input with the decisions in it", Required = true, HelpName = "DIR" };
        var year = CommonOptions.Year();
        var command = new Command("export", "Write the input of a year's run once more, with the elections, registrations and granted exceptions of the portal in it") { year, from, to, Store, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var (problems, input, output) = (new ProblemList(), parsed.GetValue(from)!, parsed.GetValue(to)!);
            if (!Directory.Exists(input))
            {
                problems.Add(ProblemCode.NOT_READABLE, "$.in", $"There is no folder '{ShownText.Of(input)}'.");
            }

            if (File.Exists(output) || (Directory.Exists(output) && Directory.EnumerateFileSystemEntries(output).Any()))
            {
                problems.Add(ProblemCode.NOT_WRITABLE, "$.out", $"'{ShownText.Of(output)}' is not empty. Name a new folder, or empty it.");
            }

            Refused.If(problems);
            var decisions = StoreConnection.With(parsed.GetValue(Store)!, database =>
                Using(output, ProblemCode.NOT_WRITABLE, () => new YearExport(database).Write(new(parsed.GetValue(year)), input, output, problems).GetAwaiter().GetResult()));
            Refused.If(problems);
            return Tell(parsed, [("decisions", "decisions", decisions)]);
        });
        return command;
    }

    private static Command CheckAudit()
    {
        var command = new Command("check-audit", "Check the audit log against its seals") { Store, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var check = StoreConnection.With(parsed.GetValue(Store)!, database => new AuditSeals(database).Check().GetAwaiter().GetResult());
            return check.BrokenAt is { } row
                ? throw new Refused(ProblemCode.AUDIT_BROKEN, "$.audit", string.Create(CultureInfo.InvariantCulture, $"The seal through row {row} does not hold; {check.Seals} seals before it do."))
                : Tell(parsed, [("seals", "seals", check.Seals), ("rows", "rows", check.Rows)]);
        });
        return command;
    }

    /// <summary>Does something with a file; what the file system refuses is a problem.</summary>
    internal static T Using<T>(string path, ProblemCode code, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refused(code, "$.file", $"'{ShownText.Of(path)}' cannot be used. Check the path, the permissions and the space on the disk.");
        }
    }

    /// <summary>Tells numbers: as a table, or as JSON where that is asked for.</summary>
    internal static int Tell(ParseResult parsed, (string Name, string Field, long Value)[] values)
    {
        if (parsed.GetValue(CommonOptions.Json))
        {
            return Output.Json(json =>
            {
                json.WriteStartObject();
                foreach (var (_, field, value) in values)
                {
                    json.WriteNumber(field, value);
                }

                json.WriteEndObject();
            });
        }

        new Screen().Table(["What", ">Value"], [.. values.Select(value => (string[])[value.Name, value.Value.ToString(CultureInfo.InvariantCulture)])]);
        return ExitCode.Done;
    }
}
