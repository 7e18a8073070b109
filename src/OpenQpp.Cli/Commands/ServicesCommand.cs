using System.CommandLine;
using OpenQpp.Claims;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp services run</c>: items, services and emergency visits of everybody's patients.</summary>
internal static class ServicesCommand
{
    private const string Parquet = "parquet";
    private const string Csv = "csv";

    private static readonly Option<int> Year = CommonOptions.Year();
    private static readonly Option<string[]> Claims = Files("--claims", "Professional claim lines, CSV (also .gz) or Parquet, with our columns or CMS's carrier columns; or folders of them", isRequired: true);
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
            Year, Claims, Institutional, Beneficiaries, Specialties, PrimaryCare, Out, Format, PartOptions.Part, PartOptions.Parts, EngineOptions.Memory, EngineOptions.Threads, CommonOptions.Set, CommonOptions.Json,
        };
        run.SetAction(Run);
        return new("services", "Items, services and emergency visits of the patients of every clinician and group") { run, Merge() };
    }

    private static int Run(ParseResult parsed)
    {
        var (book, problems) = (LawOnDisk.Open(), new ProblemList());
        var (memory, threads) = EngineOptions.Of(parsed, problems);
        var part = PartOptions.Of(parsed, problems);
        var law = LawOnDisk.Of(parsed.GetValue(Year), parsed, book);
        var request = new ServicesRequest(
            parsed.GetValue(Claims)!, parsed.GetValue(Institutional) ?? [], parsed.GetValue(Beneficiaries)!, parsed.GetValue(Specialties)!, parsed.GetValue(PrimaryCare), parsed.GetValue(Out)!,
            parsed.GetValue(Format) is Parquet, memory, threads);
        var run = new ServicesRun(request, law, problems);
        if (part is not null)
        {
            return PartOptions.Show(parsed, run.Run(part), problems);
        }

        var summary = run.Run();
        Refused.If(problems);
        return Show(parsed, summary!, law);
    }

    private static Command Merge()
    {
        var merge = new Command("merge", "Puts the parts that 'services run --part' made together") { PartOptions.Out, PartOptions.AllParts, EngineOptions.Memory, EngineOptions.Threads, CommonOptions.Json };
        merge.SetAction(parsed =>
        {
            var (book, problems) = (LawOnDisk.Open(), new ProblemList());
            var (memory, threads) = EngineOptions.Of(parsed, problems);
            var made = new ServicesMerge(parsed.GetValue(PartOptions.Out)!, PartOptions.CountOf(parsed, problems), book, problems).Run(memory, threads);
            Refused.If(problems);
            return Show(parsed, made!.Value.Summary, made.Value.Law);
        });
        return merge;
    }

    private static int Show(ParseResult parsed, ServicesSummary summary, YearLaw law) =>
        parsed.GetValue(CommonOptions.Json) ? Output.Json(json => ServicesScreen.Write(json, summary, law)) : ServicesScreen.Show(summary, law);

    private static Option<string[]> Files(string name, string description, bool isRequired) =>
        new(name) { Description = description, HelpName = "FILE", Required = isRequired, AllowMultipleArgumentsPerToken = true };
}
