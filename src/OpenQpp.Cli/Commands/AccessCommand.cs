using System.CommandLine;

namespace OpenQpp.Cli;

/// <summary><c>openqpp access</c>: who may see what in the portal.</summary>
internal static class AccessCommand
{
    public static Command Create() => new("access", "Who may see what in the portal") { AccessRoutesCommand.Create() };
}
