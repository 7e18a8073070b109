using System.CommandLine;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary>Opens the packed law: the one beside the program, or the one that OPENQPP_LAW names.</summary>
internal static class LawOnDisk
{
    private const string Variable = "OPENQPP_LAW";

    public static LawBook Open()
    {
        var path = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } other ? other : Path.Combine(AppContext.BaseDirectory, "law.pack");
        try
        {
            return new(PackedLaw.Open(path));
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new LawDataException($"The packed law '{ShownText.Of(path)}' cannot be used: it is missing, damaged or of another version. Build again, or name another one in {Variable}.", fault);
        }
    }

    /// <summary>The settings that a command line changes.</summary>
    /// <exception cref="Refused">A setting or its value is unknown.</exception>
    public static IReadOnlyDictionary<string, string> Overrides(ParseResult parsed, LawBook book)
    {
        var (overrides, problems) = (new Dictionary<string, string>(StringComparer.Ordinal), new ProblemList());
        foreach (var text in parsed.GetValue(CommonOptions.Set) ?? [])
        {
            var parts = text.Split('=', 2);
            var known = book.Settings.FirstOrDefault(setting => string.Equals(setting.Name, parts[0], StringComparison.Ordinal));
            if (known is null)
            {
                problems.Add(ProblemCode.UNKNOWN_WORD, "$.set", $"There is no setting '{ShownText.Of(parts[0])}'. 'openqpp years --settings' lists them.");
            }
            else if (parts.Length < 2 || !known.Choices.Contains(parts[1], StringComparer.Ordinal))
            {
                problems.Add(ProblemCode.UNKNOWN_WORD, "$.set", $"'{known.Name}' can be {string.Join(" or ", known.Choices)}. Write {known.Name}={known.Choices[0]}, for example.");
            }
            else
            {
                overrides[parts[0]] = parts[1];
            }
        }

        Refused.If(problems);
        return overrides;
    }

    /// <summary>The law of a performance year, or the variant asked for.</summary>
    /// <exception cref="Refused">It is not recorded.</exception>
    public static YearLaw Of(int year, ParseResult parsed, LawBook book)
    {
        var overrides = Overrides(parsed, book);
        if (parsed.GetValue(CommonOptions.Law) is { } variant)
        {
            CheckVariant(variant, book);
            return book.Text.Variants[variant].Year == year
                ? book.Variant(variant, overrides)
                : throw new Refused(ProblemCode.UNSUPPORTED_YEAR, "$.law", $"The variant '{variant}' is of performance year {book.Text.Variants[variant].Year}. Ask for that year.");
        }

        return book.Has(year)
            ? book.Of(new(year), overrides)
            : throw new Refused(ProblemCode.UNSUPPORTED_YEAR, "$.year", $"Performance year {year} is not supported. Ask for one of {book.Years[0].Year} to {book.Years[^1].Year}.");
    }

    /// <summary>Goes on only when the variant is known.</summary>
    /// <exception cref="Refused">It is not.</exception>
    public static void CheckVariant(string variant, LawBook book)
    {
        if (!book.Text.Variants.ContainsKey(variant))
        {
            throw new Refused(ProblemCode.UNKNOWN_WORD, "$.law", $"There is no variant '{ShownText.Of(variant)}' of the law. Known: {string.Join(", ", book.Text.Variants.Keys)}.");
        }
    }
}
