using System.CommandLine;
using OpenQpp.Claims;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp claims facts</c>: the facts of eligibility that follow from claims, in the files that <c>year run</c> reads.</summary>
internal static class ClaimsFactsCommand
{
    private static readonly Option<int> Year = CommonOptions.Year();
    private static readonly Option<string[]> Claims = Files("--claims", "Professional claim lines, CSV or Parquet, with our columns or CMS's carrier columns", isRequired: true);
    private static readonly Option<string[]> Institutional = Files("--institutional", "Institutional claim lines; with --hospitals they tell which clinicians can be assigned a hospital", isRequired: false);
    private static readonly Option<string[]> Beneficiaries = Files("--beneficiaries", "Beneficiaries, one row a month: bene_id, year, month, and hcc (risk score), dual (Y, N)", isRequired: false);
    private static readonly Option<string?> Clinicians = List("--clinicians", "What enrolment knows of clinicians, in the columns of clinicians.csv");
    private static readonly Option<string?> Practices = List("--practices", "ZIP codes of practices, in the columns of practices.csv");
    private static readonly Option<string?> PatientFacing = List("--patient-facing", "Services that are patient-facing encounters: code, and optionally from, until");
    private static readonly Option<string?> Zips = List("--zips", "Designated ZIP codes: zip, rural, hpsa (Y, N); a code that is not listed is not designated");
    private static readonly Option<string?> Hospitals = List("--hospitals", "Hospitals with a Hospital VBP score: ccn, hvbp_score, and optionally name");
    private static readonly Option<string?> Apm = List("--apm", "Lists of APM Entities, in the columns of apm.csv: volumes of their groups, too");
    private static readonly Option<string?> FeeSchedule = List("--fee-schedule", "Status of each service where the line has none: year, hcpcs, modifier, status, and optionally effective_from");
    private static readonly Option<string> Out = new("--out") { Description = "The folder to write: volumes.csv, clinicians.csv, practices.csv, computed.ndjson, undecided.csv; files of the same name are replaced", HelpName = "DIR", Required = true };

    public static Command Create()
    {
        var command = new Command("facts", "Facts of eligibility from claims, in the files that year run reads")
        {
            Year, Claims, Institutional, Beneficiaries, Clinicians, Practices, PatientFacing, Zips, Hospitals, Apm, FeeSchedule, Out, EngineOptions.Memory, EngineOptions.Threads, CommonOptions.Set,
            CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (book, problems) = (LawOnDisk.Open(), new ProblemList());
        var (memory, threads) = EngineOptions.Of(parsed, problems);
        var law = LawOnDisk.Of(parsed.GetValue(Year), parsed, book);
        using var input = new StandardInputFile();
        string[] All(Option<string[]> option) => [.. (parsed.GetValue(option) ?? []).Select(input.Of)];
        string? One(Option<string?> option) => parsed.GetValue(option) is { } file ? input.Of(file) : null;
        var request = new FactsRequest
        {
            Claims = All(Claims),
            Folder = parsed.GetValue(Out)!,
            Institutional = All(Institutional),
            Beneficiaries = All(Beneficiaries),
            Clinicians = One(Clinicians),
            Practices = One(Practices),
            PatientFacing = One(PatientFacing),
            Zips = One(Zips),
            Hospitals = One(Hospitals),
            Apm = One(Apm),
            FeeSchedule = One(FeeSchedule),
            Megabytes = memory,
            Threads = threads,
        };
        var summary = new FactsRun(request, law, problems).Run();
        Refused.If(problems);
        return parsed.GetValue(CommonOptions.Json) ? Output.Json(json => FactsScreen.Write(json, summary!, law)) : FactsScreen.Show(summary!, law);
    }

    private static Option<string[]> Files(string name, string description, bool isRequired) =>
        new(name) { Description = description, HelpName = "FILE", Required = isRequired, AllowMultipleArgumentsPerToken = true };

    private static Option<string?> List(string name, string description) => new(name) { Description = description, HelpName = "FILE" };
}
