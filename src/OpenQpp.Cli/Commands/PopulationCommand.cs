using System.CommandLine;

namespace OpenQpp.Cli;

/// <summary><c>openqpp population</c>: people who do not exist, for trying out a year.</summary>
internal static class PopulationCommand
{
    public static Command Create() => new("population", "A synthetic nation, to try out a year") { PopulationGenerateCommand.Create() };
}
