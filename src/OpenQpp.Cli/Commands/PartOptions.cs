using System.CommandLine;
using System.Globalization;
using OpenQpp.Claims;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary>The options by which work on claims is cut into parts and put together again.</summary>
internal static class PartOptions
{
    public static readonly Option<int?> Part = new("--part") { Description = "Work on this part of the beneficiaries alone, from 1; it goes to DIR/parts", HelpName = "K" };
    public static readonly Option<int?> Parts = new("--parts") { Description = "How many parts there are", HelpName = "N" };
    public static readonly Option<int> AllParts = new("--parts") { Description = "How many parts there are", HelpName = "N", Required = true };
    public static readonly Option<string> Out = new("--out") { Description = "The folder that the parts were given; files of the same name are replaced", HelpName = "DIR", Required = true };

    /// <summary>The part that is asked for, or null; the command is refused where there is no such part.</summary>
    public static BeneficiaryPart? Of(ParseResult parsed, ProblemList problems)
    {
        var (part, parts) = (parsed.GetValue(Part), parsed.GetValue(Parts));
        if (part is null != parts is null)
        {
            problems.Add(ProblemCode.MISSING_FIELD, part is null ? "$.part" : "$.parts", "'--part' and '--parts' go together. Give both or neither.");
        }

        CheckCount(parts, problems);
        if (part is { } number && parts is { } count && (number < 1 || number > count))
        {
            problems.Add(ProblemCode.NUMBER_OUT_OF_RANGE, "$.part", string.Create(CultureInfo.InvariantCulture, $"Parts are numbered from 1 to {count}. Correct the number."));
        }

        Refused.If(problems);
        return part is { } known ? new(known, parts!.Value) : null;
    }

    /// <summary>How many parts are put together; the command is refused where that is not possible.</summary>
    public static int CountOf(ParseResult parsed, ProblemList problems)
    {
        var count = parsed.GetValue(AllParts);
        CheckCount(count, problems);
        Refused.If(problems);
        return count;
    }

    /// <summary>Says what came of a part.</summary>
    public static int Show(ParseResult parsed, PartSummary? summary, ProblemList problems)
    {
        Refused.If(problems);
        return parsed.GetValue(CommonOptions.Json)
            ? Output.Json(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("part", summary!.Part.Number);
                json.WriteNumber("parts", summary.Part.Parts);
                json.WriteNumber("token", summary.Token);
                json.WriteNumber("lines", summary.Lines);
                json.WriteBoolean("wasThere", summary.WasThere);
                json.WriteEndObject();
            })
            : Screen(summary!);
    }

    private static int Screen(PartSummary summary)
    {
        new Screen().Line(string.Create(CultureInfo.InvariantCulture, $"Part {summary.Part}: {summary.Lines:#,##0} lines{(summary.WasThere ? ". It was there already, made of the same." : $", token {summary.Token}.")}"));
        return ExitCode.Done;
    }

    private static void CheckCount(int? parts, ProblemList problems)
    {
        if (parts is < 1 or > BeneficiaryPart.Most)
        {
            problems.Add(ProblemCode.NUMBER_OUT_OF_RANGE, "$.parts", string.Create(CultureInfo.InvariantCulture, $"There can be 1 to {BeneficiaryPart.Most} parts. Correct the number."));
        }
    }
}
