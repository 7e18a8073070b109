using System.CommandLine;

namespace OpenQpp.Cli;

/// <summary><c>openqpp year</c>: what concerns a whole nation in a year.</summary>
internal static class YearCommand
{
    public static Command Create() => new("year", "A whole nation in a year, and its scaling factors") { YearRunCommand.Create(), YearFactorsCommand.Create(), YearPublishCommand.Create() };
}
