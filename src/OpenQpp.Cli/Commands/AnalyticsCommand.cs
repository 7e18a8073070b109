using System.CommandLine;

namespace OpenQpp.Cli;

/// <summary><c>openqpp analytics</c>: the library with which claims are read and written.</summary>
internal static class AnalyticsCommand
{
    public static Command Create() => new("analytics", "DuckDB, which reads and writes claims") { AnalyticsInstallCommand.Create() };
}
