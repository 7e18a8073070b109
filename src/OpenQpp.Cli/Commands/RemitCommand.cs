using System.CommandLine;

namespace OpenQpp.Cli;

/// <summary><c>openqpp remit</c>: remittance advices.</summary>
internal static class RemitCommand
{
    public static Command Create() => new("remit", "Remittance advices (X12 835)") { RemitReadCommand.Create(), RemitAuditCommand.Create(), RemitWriteCommand.Create() };
}
