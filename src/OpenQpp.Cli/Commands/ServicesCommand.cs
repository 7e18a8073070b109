using System.CommandLine;
using OpenQpp.Claims;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp services run</c>: items, services and emergency visits of everybody's patients.</summary>
internal static class ServicesCommand
{
    private const string Parquet = "parquet";
    private const string Csv = "csv";

    private static readonly Option<int> Year = CommonOptions.Year();
    private static readonly Option<string[]> Claims = Files("--claims", "Professional claim lines, CSV or Parquet, with our columns or CMS's carrier columns", isRequired: true);
    private static readonly Option<string[]> Institutional = Files("--institutional", "Institutional claim lines; without them emergency visits are not known", isRequired: false);
    private static readonly Option<string[]> Beneficiaries = Files("--beneficiaries", "Beneficiaries, one row a month: bene_id, year, month, part_a, part_b, ma, country, death_date", isRequired: true);
    private static readonly Option<string> Specialties = new("--specialties") { Description = "Classes of CMS specialties: code, class (PCP, NPP, SPEC, OTHER)", HelpName = "FILE", Required = true };
    private static readonly Option<string?> PrimaryCare = new("--primary-care") { Description = "Primary care services in place of the recorded ones: profile, code, from, until, not_in_snf", HelpName = "FILE" };
    private static readonly Option<string> Out = new("--out") { Description = "The folder to write: items, ed, attribution and services-run.json; files of the same name are replaced", HelpName = "DIR", Required = true };
    private static readonly Option<string> Format = new("--format") { Description = "How they are written", HelpName = $"{Csv}|{Parquet}", DefaultValueFactory = _ => Csv };

    static ServicesCommand() => Format.AcceptOnlyFromAmong(Parquet, Csv);

    public static Command Create()
    {
        var run = new Command("run", "Counts them from files of claims")
        {
            Year, Claims, Institutional, Beneficiaries, Specialties, PrimaryCare, Out, Format, EngineOptions.Memory, EngineOptions.Threads, CommonOptions.Set, CommonOptions.Json,
        };
        run.SetAction(Run);
        return new("services", "Items, services and emergency visits of the patients of every clinician and group") { run };
    }

    private static int Run(ParseResult parsed)
    {
        var (book, problems) = (LawOnDisk.Open(), new ProblemList());
        var (memory, threads) = EngineOptions.Of(parsed, problems);
        var law = LawOnDisk.Of(parsed.GetValue(Year), parsed, book);
        var request = new ServicesRequest(
            parsed.GetValue(Claims)!, parsed.GetValue(Institutional) ?? [], parsed.GetValue(Beneficiaries)!, parsed.GetValue(Specialties)!, parsed.GetValue(PrimaryCare), parsed.GetValue(Out)!,
            parsed.GetValue(Format) is Parquet, memory, threads);
        var summary = new ServicesRun(request, law, problems).Run();
        Refused.If(problems);
        return parsed.GetValue(CommonOptions.Json) ? Output.Json(json => ServicesScreen.Write(json, summary!, law)) : ServicesScreen.Show(summary!, law);
    }

    private static Option<string[]> Files(string name, string description, bool isRequired) =>
        new(name) { Description = description, HelpName = "FILE", Required = isRequired, AllowMultipleArgumentsPerToken = true };
}
