using System.CommandLine;
using System.Globalization;
using OpenQpp.Claims;
using OpenQpp.DuckDb;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Population;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp population generate</c>: writes the input folder of a year's run for a synthetic nation.</summary>
internal static class PopulationGenerateCommand
{
    private const int Told = 1000;
    private const long MostClaims = 10_000_000_000;
    private const int LinesPerClinician = 700;
    private const string ClaimsName = "claims";
    private const string PaymentYear = "paymentYear";
    private const string Determination = "determination";

    private static readonly Option<int> Year = CommonOptions.Year();
    private static readonly Option<long?> Clinicians = new("--clinicians") { Description = "TIN/NPI in all, 1 to 3,000,000", HelpName = "N" };
    private static readonly Option<long?> Claims = new("--claims") { Description = "Claim lines of the payment year, besides; without --clinicians one TIN/NPI for every 700", HelpName = "N" };
    private static readonly Option<string> ClaimsFormat = new("--claims-format") { Description = "How claim lines are written", HelpName = "parquet|csv", DefaultValueFactory = _ => "parquet" };
    private static readonly Option<string> ClaimsPeriod = new("--claims-period") { Description = "When the services lie: in the payment year, or from the first day of the determination period to the end of the year", HelpName = $"{PaymentYear}|{Determination}", DefaultValueFactory = _ => PaymentYear };
    private static readonly Option<long> Seed = new("--seed") { Description = "The same seed gives the same nation", HelpName = "S", Required = true };
    private static readonly Option<string> Out = new("--out") { Description = "The folder to write, new or empty", HelpName = "DIR", Required = true };

    public static Command Create()
    {
        var command = new Command("generate", "Write the input folder of a year's run for a synthetic nation") { Year, Clinicians, Claims, ClaimsFormat, ClaimsPeriod, Seed, Out, CommonOptions.Json };
        ClaimsFormat.AcceptOnlyFromAmong("parquet", "csv");
        ClaimsPeriod.AcceptOnlyFromAmong(PaymentYear, Determination);
        command.Validators.Add(result =>
        {
            if (result.GetResult(Clinicians) is null && result.GetResult(Claims) is null)
            {
                result.AddError("Say how many clinicians (--clinicians) or claim lines (--claims) there are.");
            }
        });
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (book, problems) = (LawOnDisk.Open(), new ProblemList());
        var (year, claims, folder) = (parsed.GetValue(Year), parsed.GetValue(Claims), parsed.GetValue(Out)!);
        var clinicians = parsed.GetValue(Clinicians) ?? Math.Clamp((claims ?? 0) / LinesPerClinician, 1, NationGenerator.MostClinicians);
        if (!book.Has(year))
        {
            problems.Add(ProblemCode.UNSUPPORTED_YEAR, "$.year", $"Performance year {year} is not supported. Ask for one of {book.Years[0].Year} to {book.Years[^1].Year}.");
        }

        if (clinicians is < 1 or > NationGenerator.MostClinicians)
        {
            problems.Add(ProblemCode.NUMBER_OUT_OF_RANGE, "$.clinicians", string.Create(CultureInfo.InvariantCulture, $"A nation has 1 to {NationGenerator.MostClinicians} clinicians. Correct the number."));
        }

        if (claims is < 1 or > MostClaims)
        {
            problems.Add(ProblemCode.NUMBER_OUT_OF_RANGE, "$.claims", string.Create(CultureInfo.InvariantCulture, $"There are 1 to {MostClaims} claim lines. Correct the number."));
        }

        if (claims is not null && !AnalyticsLibrary.IsHere)
        {
            problems.Add(ProblemCode.ANALYTICS_MISSING, "$.claims", "Claims are written by DuckDB, whose library is missing. " + AnalyticsLibrary.Remedy);
        }

        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            problems.Add(ProblemCode.NOT_WRITABLE, "$.out", $"'{ShownText.Of(folder)}' is not empty. Name a new folder, or empty it.");
        }

        Refused.If(problems);
        var nation = Writing(folder, () => new NationGenerator(book, new(year), clinicians, parsed.GetValue(Seed)).Write(folder, TellProgress));
        EndProgress(nation.Clinicians);
        if (claims is { } lines)
        {
            var isCsv = parsed.GetValue(ClaimsFormat) is "csv";
            Writing(folder, () => WriteClaims(folder, lines, book.Of(new(year)), nation.Seed, parsed.GetValue(ClaimsPeriod) is Determination, isCsv, problems));
            Refused.If(problems);
        }

        return parsed.GetValue(CommonOptions.Json) ? Json(nation, claims) : Show(nation, claims, folder);
    }

    /// <summary>Claims, whom they are about, what hospitals billed, and the lists that commands on claims ask for.</summary>
    private static bool WriteClaims(string folder, long lines, YearLaw law, long seed, bool isOfDetermination, bool isCsv, ProblemList problems)
    {
        (DateOnly, DateOnly)? period = isOfDetermination ? (law.Eligibility.Segments[0].From, law.Year.LastDay) : null;
        var claims = new SyntheticClaims(law.Year.PaymentYear, seed, Billed(folder, isOfDetermination ? "clinicians.csv" : "charges.csv"), period);
        string At(string name, bool asCsv) => Path.Combine(folder, name + (asCsv ? ".csv" : ".parquet"));
        new NationLists(folder, law, claims).Write();
        return new SyntheticClaimsFile(claims).Write(lines, At(ClaimsName, isCsv), isCsv, problems)
            && new SyntheticInstitutionalFile(claims).Write(lines, At("institutional", isCsv), isCsv, problems)
            && new SyntheticBeneficiariesFile(new(claims, lines)).Write(At("beneficiaries", asCsv: true), asCsv: true, problems);
    }

    /// <summary>Who bills, as a file of the nation says that begins with TIN and NPI.</summary>
    private static (string Tin, string Npi)[] Billed(string folder, string name) =>
        [.. File.ReadLines(Path.Combine(folder, name)).Skip(1).Select(line => line.Split(',')).Select(cells => (cells[0], cells[1]))];

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

    private static int Json(GeneratedNation nation, long? claims) => Output.Json(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("performanceYear", nation.Year);
        json.WriteNumber("seed", nation.Seed);
        json.WriteNumber("clinicians", nation.Clinicians);
        json.WriteNumber("practices", nation.Practices);
        json.WriteNumber("units", nation.Units);
        json.WriteNumber("bytes", nation.Bytes);
        json.WriteNumber("bytesPerClinician", nation.BytesPerClinician);
        if (claims is { } lines)
        {
            json.WriteNumber("claimLines", lines);
        }

        json.WriteEndObject();
    });

    private static int Show(GeneratedNation nation, long? claims, string folder)
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
                .. claims is { } lines ? (string[][])[["Claim lines", ShownNumber.Of(lines)]] : [],
            ]);
        screen.Line("All people and practices are made up.");
        return ExitCode.Done;
    }
}
