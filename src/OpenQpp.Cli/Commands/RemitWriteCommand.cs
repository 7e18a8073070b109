using System.CommandLine;
using System.Globalization;
using OpenQpp.Files;
using OpenQpp.Remits;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp remit write</c>: remittances from adjusted claim lines.</summary>
internal static class RemitWriteCommand
{
    private static readonly Option<string> Claims = new("--claims") { Description = "Adjusted claim lines as CSV, or a folder of such files; lines of a claim stand together", HelpName = "FILE|DIR", Required = true };
    private static readonly Option<string> Out = new("--out") { Description = "The remittances: X12 835 of version 005010", HelpName = "FILE", Required = true };

    public static Command Create()
    {
        var command = new Command("write", "Remittances from adjusted claim lines, for tests: one payer, made-up names, every payment in balance") { Claims, Out, CommonOptions.Json };
        command.SetAction(parsed => Run(parsed.GetValue(Claims)!, parsed.GetValue(Out)!, parsed.GetValue(CommonOptions.Json)));
        return command;
    }

    private static int Run(string claims, string path, bool json)
    {
        var (problems, undecided, written) = (new ProblemList(), 0L, 0L);
        var part = path + ".part";
        try
        {
            using (var to = new FileStream(part, FileMode.Create, FileAccess.Write))
            {
                using var writer = new RemittanceWriter(to);
                var lines = new ClaimsOfLines(writer.Write);
                foreach (var file in Directory.Exists(claims) ? Directory.GetFiles(claims, "*.csv").Order(StringComparer.Ordinal) : (IEnumerable<string>)[claims])
                {
                    using var from = RemittanceFiles.Reading(() => File.OpenRead(file));
                    undecided += PaidLinesReader.Read(from, lines.Add, problems);
                }

                lines.End();
                writer.Dispose();
                written = writer.Claims;
            }

            Refused.If(problems);
            File.Move(part, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refused(ProblemCode.NOT_WRITABLE, "$", $"The file '{ShownText.Of(path)}' cannot be written. Check the path and that you may write there.");
        }
        finally
        {
            File.Delete(part);
        }

        return json
            ? Output.Json(writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("claims", written);
                writer.WriteNumber("undecidedLines", undecided);
                writer.WriteEndObject();
            })
            : Show(written, undecided);
    }

    private static int Show(long written, long undecided)
    {
        new Screen().Line(string.Create(CultureInfo.InvariantCulture, $"{written} claims written. {undecided} lines left out: nothing is decided about their adjustment."));
        return ExitCode.Done;
    }
}
