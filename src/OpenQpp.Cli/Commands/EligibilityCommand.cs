using System.CommandLine;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary><c>openqpp eligibility</c>: who is in MIPS, at which levels, and why.</summary>
internal static class EligibilityCommand
{
    private static readonly Argument<string> Input = new("FILE") { Description = "A folder with clinicians.csv and its companions, one JSON object, or '-' for standard input" };
    private static readonly Option<int?> Year = new("--year") { Description = "Performance year of a folder whose submissions do not name it; a JSON object names its own", HelpName = "YYYY" };
    private static readonly Option<bool> AllowSynthetic = new("--allow-synthetic") { Description = "Accept a wrong check digit in an NPI" };
    private static readonly Option<bool> Explain = new("--explain") { Description = "With --json: add the explanation of each status" };

    public static Command Create()
    {
        var command = new Command("eligibility", "Who is in MIPS, at which levels, and why") { Input, Year, AllowSynthetic, Explain, CommonOptions.Law, CommonOptions.Set, CommonOptions.Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (book, problems) = (LawOnDisk.Open(), new ProblemList());
        var (path, reader) = (parsed.GetValue(Input)!, new EligibilityReader(book, parsed.GetValue(AllowSynthetic)));
        var isFolder = Directory.Exists(path);
        var facts = isFolder ? CaseSources.Reading(path, () => reader.ReadFolder(path, problems)) : reader.ReadJson(CaseSources.One(path, EligibilityReader.Bytes), problems);
        if (YearOf(facts, parsed, isFolder, problems) is not { } year)
        {
            throw new Refused(problems.Found);
        }

        var law = LawOf(year, parsed, book, problems);
        Refused.If(problems);
        var eligibility = new YearEligibility(facts, law!);
        if (parsed.GetValue(CommonOptions.Json))
        {
            return WriteJson(eligibility, law!, parsed.GetValue(Explain));
        }

        EligibilityScreen.Show(new Screen(), eligibility, law!);
        return ExitCode.Done;
    }

    private static int? YearOf(EligibilityFacts facts, ParseResult parsed, bool isFolder, ProblemList problems)
    {
        var asked = parsed.GetValue(Year);
        if (facts.PerformanceYear is { } named && asked is { } other && named != other)
        {
            problems.Add(ProblemCode.UNSUPPORTED_YEAR, "$.performanceYear", $"The input is of performance year {named}, and --year asks for {other}. Leave --year out.");
        }

        if (isFolder && facts.PerformanceYear is null && asked is null)
        {
            problems.Add(ProblemCode.MISSING_FIELD, "$.year", "The folder does not name its performance year. Say it with --year.");
        }

        return facts.PerformanceYear ?? asked;
    }

    /// <summary>The law of the year; an unknown year is told together with the other problems.</summary>
    private static YearLaw? LawOf(int year, ParseResult parsed, LawBook book, ProblemList problems)
    {
        try
        {
            return LawOnDisk.Of(year, parsed, book);
        }
        catch (Refused refused)
        {
            foreach (var problem in refused.Problems)
            {
                problems.Add(problem.Code, problem.Path, problem.Message);
            }

            return null;
        }
    }

    /// <summary>A list with one answer a line, written as it is found.</summary>
    private static int WriteJson(YearEligibility eligibility, YearLaw law, bool explain)
    {
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        output.WriteByte((byte)'[');
        var (isFirst, told) = (true, new HashSet<string>(StringComparer.Ordinal));
        foreach (var answer in eligibility.Answers())
        {
            output.Write(isFirst ? "\n"u8 : ",\n"u8);
            isFirst = false;
            var line = Output.JsonLine(json => EligibilityJson.Write(json, answer, law, explain));
            output.Write(line.AsSpan(0, line.Length - 1));
            foreach (var refused in answer.RefusedElections.Where(refused => told.Add(refused.Election.Place)))
            {
                Console.Error.WriteLine(EligibilityScreen.Line(refused));
            }
        }

        output.Write("\n]\n"u8);
        return ExitCode.Done;
    }
}
