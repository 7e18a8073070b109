using System.CommandLine;
using OpenQpp.DuckDb;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp analytics install</c>: fetches DuckDB's library by npm, in the version and with the checksum of the lock file.</summary>
internal static class AnalyticsInstallCommand
{
    public static Command Create()
    {
        var command = new Command("install", "Fetch DuckDB's library by npm, checked against its recorded checksum") { CommonOptions.Json };
        command.SetAction(parsed => Run(parsed.GetValue(CommonOptions.Json)));
        return command;
    }

    private static int Run(bool json)
    {
        if (AnalyticsInstallation.Install() is { } wrong)
        {
            throw new Refused(ProblemCode.ANALYTICS_MISSING, "$", wrong);
        }

        if (!AnalyticsLibrary.IsHere)
        {
            throw new Refused(ProblemCode.ANALYTICS_MISSING, "$", "The library was fetched and cannot be loaded on this machine. Name one that can in " + AnalyticsLibrary.Variable + ".");
        }

        if (json)
        {
            return Output.Json(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("duckdb", DuckDbEngine.Version);
                writer.WriteEndObject();
            });
        }

        new Screen().Line($"DuckDB {DuckDbEngine.Version} is here: claims can be read and written.");
        return ExitCode.Done;
    }
}
