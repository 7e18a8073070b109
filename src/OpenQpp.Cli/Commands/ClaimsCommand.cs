using System.CommandLine;

namespace OpenQpp.Cli;

/// <summary><c>openqpp claims</c>: what is done with files of claim lines.</summary>
internal static class ClaimsCommand
{
    public static Command Create() => new("claims", "Files of claim lines") { ClaimsAdjustCommand.Create(), ClaimsFactsCommand.Create(), ClaimsMergeCommand.Create() };
}
