using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text;
using OpenQpp.Cli;
using OpenQpp.Law;

// The composition root of the command line: which commands there are, and what an exit code means.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("OpenQPP scores Medicare's Merit-based Incentive Payment System (MIPS) and explains every number.")
{
    ScoreCommand.Create(),
    DossierCommand.Create(),
    PointsCommand.Create(),
    CostPointsCommand.Create(),
    WeightsCommand.Create(),
    AdjustmentCommand.Create(),
    EligibilityCommand.Create(),
    LawCommand.Create(),
    YearCommand.Create(),
    PopulationCommand.Create(),
    StoreCommand.Create(),
    YearsCommand.Create(),
    ServeCommand.Create(),
    AccessCommand.Create(),
    ClaimsCommand.Create(),
    ServicesCommand.Create(),
    AnalyticsCommand.Create(),
    RemitCommand.Create(),
    PersonCommand.Create(),
    ReferenceCommand.Create(),
};

var parsed = root.Parse(args);
if (parsed.Action is ParseErrorAction)
{
    foreach (var error in parsed.Errors)
    {
        Console.Error.WriteLine(error.Message);
    }

    var asked = parsed.CommandResult.Command is RootCommand ? "" : $"{NameOf(parsed.CommandResult)} ";
    Console.Error.WriteLine($"Say 'openqpp {asked}--help' for what can be asked.");
    return ExitCode.WrongUsage;
}

try
{
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Refused refused)
{
    return Output.Refuse(refused.Problems, parsed.GetValue(CommonOptions.Json));
}
catch (Exception fault) when (fault is not OutOfMemoryException)
{
    // A fault of ours: never a stack trace in front of a user, unless asked for.
    Console.Error.WriteLine(fault is LawDataException
        ? $"INTERNAL_ERROR $: {fault.Message}"
        : $"INTERNAL_ERROR $: {fault.GetType().Name}. This is a fault in OpenQPP; please report it. Set OPENQPP_TRACE=1 to see where it happened.");
    if (Environment.GetEnvironmentVariable("OPENQPP_TRACE") is "1")
    {
        Console.Error.WriteLine(fault);
    }

    return ExitCode.InternalError;
}

// A command within another is asked for by both names.
static string NameOf(CommandResult command) =>
    command.Parent is CommandResult { Command: not RootCommand } outer ? $"{NameOf(outer)} {command.Command.Name}" : command.Command.Name;
