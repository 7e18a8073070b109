using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary>Options that several commands share, read strictly.</summary>
internal static class CommonOptions
{
    /// <summary>Machine-readable output.</summary>
    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON and nothing else on standard output" };

    /// <summary>A law variant.</summary>
    public static Option<string?> Law { get; } = new("--law") { Description = "Score under a variant of the law, for example 2019-proposed", HelpName = "VARIANT" };

    /// <summary>Settings that differ from their default.</summary>
    public static Option<string[]> Set { get; } = new("--set")
    {
        Description = "Decide a point that the sources leave open (see 'openqpp years --settings')",
        HelpName = "NAME=VALUE",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    /// <summary>A performance year.</summary>
    public static Option<int> Year() => new("--year") { Description = "Performance year", Required = true, HelpName = "YYYY", CustomParser = result => (int)WholeOf(result) };

    /// <summary>A decimal number with a point.</summary>
    public static Option<decimal> Number(string name, string description, string helpName) =>
        new(name) { Description = description, Required = true, HelpName = helpName, CustomParser = NumberOf };

    /// <summary>A decimal number with a point, or nothing.</summary>
    public static Option<decimal?> NumberOrNothing(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName, CustomParser = result => NumberOf(result) };

    /// <summary>A word or a path. What begins with a dash is an option that there is not; a dash alone is standard input.</summary>
    public static Argument<string> Word(string name, string description)
    {
        var argument = new Argument<string>(name) { Description = description };
        argument.Validators.Add(RefuseUnknownOptions);
        return argument;
    }

    /// <summary>One or more words or paths.</summary>
    public static Argument<string[]> Words(string name, string description)
    {
        var argument = new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.OneOrMore };
        argument.Validators.Add(RefuseUnknownOptions);
        return argument;
    }

    private static void RefuseUnknownOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value is ['-', _, ..]))
        {
            result.AddError($"There is no option '{ShownText.Of(token.Value)}'.");
        }
    }

    private static decimal NumberOf(ArgumentResult result)
    {
        if (decimal.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= Files.CaseLimits.Number)
        {
            return number;
        }

        result.AddError($"'{result.Tokens[0].Value}' is no number. Write it with a point and without thousands separators, for example 76.92.");
        return 0m;
    }

    private static decimal WholeOf(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        result.AddError($"'{result.Tokens[0].Value}' is no year.");
        return 0m;
    }
}
