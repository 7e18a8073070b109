using System.CommandLine;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp store report</c>: lays a file there for an organization or a TIN/NPI, such as a survey's or a patient-level report.</summary>
internal static class ReportLaying
{
    private const long MostBytes = 256L << 20;

    private static readonly Argument<string> File = CommonOptions.Word("FILE", "The report: CSV, PDF or ZIP");
    private static readonly Option<string> Of = new("--of") { Description = "practices, subgroups, clinicians, apm-entities or virtual-groups; the identifier (TIN, TIN:NPI, …) is read from standard input", HelpName = "KIND", Required = true };
    private static readonly Option<string> Kind = new("--kind") { Description = "What it is, one word: survey, web-interface, adjustment, patient-level-cost-report, patient-level-quality-report", HelpName = "WORD", Required = true };

    private static readonly string[] Kinds = ["survey", "web-interface", "adjustment", Resource.PatientLevelCostReport.Word(), Resource.PatientLevelQualityReport.Word()];

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase) { [".csv"] = "text/csv; charset=utf-8", [".pdf"] = "application/pdf", [".zip"] = "application/zip" };

    public static Command Create(Option<string> store)
    {
        var year = CommonOptions.Year();
        var command = new Command("report", "Lay a report there, for whom it may concern to open in the portal") { File, year, Of, Kind, store };
        command.SetAction(parsed =>
        {
            var (path, problems) = (parsed.GetValue(File)!, new ProblemList());
            var type = Types.GetValueOrDefault(Path.GetExtension(path));
            if (type is null)
            {
                problems.Add(ProblemCode.NOT_READABLE, "$.file", "A report is a file whose name ends in .csv, .pdf or .zip.");
            }

            if (!System.IO.File.Exists(path) || new FileInfo(path).Length is 0 or > MostBytes)
            {
                problems.Add(ProblemCode.NOT_READABLE, "$.file", $"'{ShownText.Of(path)}' is not there, empty, or larger than 256 MiB.");
            }

            if (!Kinds.Contains(parsed.GetValue(Kind), StringComparer.Ordinal))
            {
                problems.Add(ProblemCode.PERSON_OR_ROLE, "$.kind", $"A report is one of: {string.Join(", ", Kinds)}.");
            }

            if (OwnerKinds.Of(parsed.GetValue(Of)!) is not (OwnerKind.Practice or OwnerKind.Subgroup or OwnerKind.Clinician or OwnerKind.ApmEntity or OwnerKind.VirtualGroup))
            {
                problems.Add(ProblemCode.PERSON_OR_ROLE, "$.of", "A report is of practices, subgroups, clinicians, apm-entities or virtual-groups.");
            }

            Refused.If(problems);
            var identifier = (Console.In.ReadLine() ?? "").Trim();
            StoreConnection.With(parsed.GetValue(store)!, database =>
            {
                new StoreSchema(database).MustBeNewest();
                var owner = new Owners(database).ByIdentifier(OwnerKinds.Of(parsed.GetValue(Of)!)!.Value, identifier).GetAwaiter().GetResult()
                    ?? throw new Refused(ProblemCode.PERSON_OR_ROLE, "$.of", "Nobody of that identifier is published. It is read from standard input.");
                return new ReportFiles(database)
                    .Add(new(parsed.GetValue(year)), owner.Owner.Id, parsed.GetValue(Kind)!, Path.GetFileName(path), type!, System.IO.File.ReadAllBytes(path), DateTimeOffset.UtcNow)
                    .GetAwaiter().GetResult();
            });
            Console.WriteLine("The report lies ready.");
            return ExitCode.Done;
        });
        return command;
    }
}
