using System.CommandLine;
using System.Globalization;
using OpenQpp.Files;
using OpenQpp.Population;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp population generate</c>: writes the input folder of a year's run for a synthetic nation.</summary>
internal static class PopulationGenerateCommand
{
    private const int Told = 1000;

    private static readonly Option<int> Year = CommonOptions.Year();
    private static readonly Option<long> Clinicians = new("--clinicians") { Description = "TIN/NPI in all, 1 to 3,000,000", HelpName = "N", Required = true };
    private static readonly Option<long> Seed = new("--seed") { Description = "The same seed gives the same nation", HelpName = "S", Required = true };
    private static readonly Option<string> Out = new("--out") { Description = "The folder to write, new or empty", HelpName = "DIR", Required = true };

    public static Command Create()
    {
        var command = new Command("generate", "Write the input folder of a year's run for a synthetic nation") { Year, Clinicians, Seed, Out, CommonOptions.Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (book, problems) = (LawOnDisk.Open(), new ProblemList());
        var (year, clinicians, folder) = (parsed.GetValue(Year), parsed.GetValue(Clinicians), parsed.GetValue(Out)!);
        if (!book.Has(year))
        {
            problems.Add(ProblemCode.UNSUPPORTED_YEAR, "$.year", $"Performance year {year} is not supported. Ask for one of {book.Years[0].Year} to {book.Years[^1].Year}.");
        }

        if (clinicians is < 1 or > NationGenerator.MostClinicians)
        {
            problems.Add(ProblemCode.NUMBER_OUT_OF_RANGE, "$.clinicians", string.Create(CultureInfo.InvariantCulture, $"A nation has 1 to {NationGenerator.MostClinicians} clinicians. Correct the number."));
        }

        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            problems.Add(ProblemCode.NOT_WRITABLE, "$.out", $"'{ShownText.Of(folder)}' is not empty. Name a new folder, or empty it.");
        }

        Refused.If(problems);
        var nation = Writing(folder, () => new NationGenerator(book, new(year), clinicians, parsed.GetValue(Seed)).Write(folder, TellProgress));
        EndProgress(nation.Clinicians);
        return parsed.GetValue(CommonOptions.Json) ? Json(nation) : Show(nation, folder);
    }

    private static T Writing<T>(string folder, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refused(ProblemCode.NOT_WRITABLE, "$.out", $"'{ShownText.Of(folder)}' cannot be written. Check the path, the permissions and the space on the disk.");
        }
    }

    private static void TellProgress(long written)
    {
        if (!Console.IsErrorRedirected && written % Told == 0)
        {
            Console.Error.Write($"\r{written} clinicians");
        }
    }

    private static void EndProgress(long written)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.WriteLine($"\r{written} clinicians");
        }
    }

    private static int Json(GeneratedNation nation) => Output.Json(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("performanceYear", nation.Year);
        json.WriteNumber("seed", nation.Seed);
        json.WriteNumber("clinicians", nation.Clinicians);
        json.WriteNumber("practices", nation.Practices);
        json.WriteNumber("units", nation.Units);
        json.WriteNumber("bytes", nation.Bytes);
        json.WriteNumber("bytesPerClinician", nation.BytesPerClinician);
        json.WriteEndObject();
    });

    private static int Show(GeneratedNation nation, string folder)
    {
        var screen = new Screen();
        screen.Heading($"A synthetic nation of performance year {nation.Year} in {ShownText.Of(folder)}");
        screen.Table(
            ["", ">"],
            [
                ["Clinicians (TIN/NPI)", ShownNumber.Of(nation.Clinicians)],
                ["Practices (TIN)", ShownNumber.Of(nation.Practices)],
                ["Units whose score was aimed at", ShownNumber.Of(nation.Units)],
                ["Bytes", ShownNumber.Of(nation.Bytes)],
                ["Mean bytes per clinician", ShownNumber.Of(nation.BytesPerClinician)],
            ]);
        screen.Line("All people and practices are made up.");
        return ExitCode.Done;
    }
}
