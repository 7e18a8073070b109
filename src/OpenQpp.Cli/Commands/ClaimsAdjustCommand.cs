using System.CommandLine;
using OpenQpp.Claims;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp claims adjust</c>: the factor on every claim line, with amounts, codes and reasons.</summary>
internal static class ClaimsAdjustCommand
{
    private const string Plan = "medicareAdvantage";
    private const string Original = "originalMedicare";
    private const string Parquet = "parquet";
    private const string Csv = "csv";

    private static readonly Option<string> Factors = new("--factors") { Description = "Factors: payment_year, tin, npi, status, final_score, total_percent; or payment-adjustments.csv", HelpName = "FILE", Required = true };
    private static readonly Option<string[]> Claims = new("--claims") { Description = "Claim lines, CSV (also .gz) or Parquet, with our columns or CMS's carrier columns; or folders of them", HelpName = "FILE", Required = true, AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string> Out = new("--out") { Description = "The folder to write: the lines and totals.csv; files of the same name are replaced", HelpName = "DIR", Required = true };
    private static readonly Option<string?> FeeSchedule = new("--fee-schedule") { Description = "Status of each service where the line has none: year, hcpcs, modifier, status, and optionally effective_from", HelpName = "FILE" };
    private static readonly Option<string> Mode = new("--mode") { Description = "Who pays", HelpName = $"{Original}|{Plan}", DefaultValueFactory = _ => Original };
    private static readonly Option<string> Format = new("--format") { Description = "How the lines are written", HelpName = $"{Parquet}|{Csv}", DefaultValueFactory = _ => Parquet };

    static ClaimsAdjustCommand()
    {
        Mode.AcceptOnlyFromAmong(Original, Plan);
        Format.AcceptOnlyFromAmong(Parquet, Csv);
    }

    public static Command Create()
    {
        var command = new Command("adjust", "The payment adjustment of every claim line, with its amounts, codes and reasons")
        {
            Factors, Claims, Out, FeeSchedule, Mode, Format, PartOptions.Part, PartOptions.Parts, EngineOptions.Memory, EngineOptions.Threads, CommonOptions.Set, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (book, problems) = (LawOnDisk.Open(), new ProblemList());
        var (memory, threads) = EngineOptions.Of(parsed, problems);
        var part = PartOptions.Of(parsed, problems);
        var overrides = LawOnDisk.Overrides(parsed, book);
        var mode = parsed.GetValue(Mode) is Plan ? PayerMode.MedicareAdvantage : PayerMode.OriginalMedicare;
        using var input = new StandardInputFile();
        var schedule = parsed.GetValue(FeeSchedule) is { } file ? input.Of(file) : null;
        var request = new AdjustRequest([.. parsed.GetValue(Claims)!.Select(input.Of)], input.Of(parsed.GetValue(Factors)!), schedule, parsed.GetValue(Out)!, mode, parsed.GetValue(Format) is Csv, memory, threads);
        var adjustment = new ClaimsAdjustment(request, book, overrides, problems);
        if (part is not null)
        {
            return PartOptions.Show(parsed, adjustment.Run(part), problems);
        }

        var summary = adjustment.Run();
        Refused.If(problems);
        return parsed.GetValue(CommonOptions.Json) ? Output.Json(json => AdjustScreen.Write(json, summary!)) : AdjustScreen.Show(summary!);
    }
}
