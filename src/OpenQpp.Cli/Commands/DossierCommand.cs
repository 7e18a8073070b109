using System.CommandLine;
using OpenQpp.Files;
using OpenQpp.Program;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp dossier</c>: CMS's printed values beside ours, and the first that differs.</summary>
internal static class DossierCommand
{
    public static Command Create()
    {
        var path = CommonOptions.Word("CASE", "A case (JSON), '-' for standard input");
        var printed = new Option<string>("--printed") { Description = "What CMS printed: CSV with path, value, or a JSON object of paths and numbers", HelpName = "FILE", Required = true };
        var synthetic = new Option<bool>("--allow-synthetic") { Description = "A wrong check digit in an NPI is a warning, as in CMS's own samples" };
        var full = new Option<bool>("--full") { Description = "Leave nothing out of the explanation" };
        var command = new Command("dossier", "Compare CMS's printed values with ours and name the first that differs") { path, printed, synthetic, full, CommonOptions.Set, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var (book, problems) = (LawOnDisk.Open(), new ProblemList());
            var bytes = CaseSources.One(parsed.GetValue(path)!);
            var outcome = new CaseScorer(book, new(parsed.GetValue(synthetic)), overrides: LawOnDisk.Overrides(parsed, book)).Score(bytes);
            if (outcome.Result is not { } result)
            {
                throw new Refused(outcome.Problems);
            }

            var values = PrintedValuesReader.Read(CaseSources.One(parsed.GetValue(printed)!), problems);
            Refused.If(problems);
            var dossier = Dossier.For(result, values, problems);
            Refused.If(problems);
            if (parsed.GetValue(CommonOptions.Json))
            {
                return Output.Json(json => DossierJson.Write(json, dossier!, result, MadeBy.Of(result.Law, bytes)));
            }

            DossierScreen.Show(new Screen(), dossier!, parsed.GetValue(full));
            return ExitCode.Done;
        });
        return command;
    }
}
