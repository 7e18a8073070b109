using System.CommandLine;
using System.CommandLine.Parsing;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary>An option that names a time.</summary>
internal static class TimeOption
{
    /// <summary>The option.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it says.</param>
    public static Option<DateTimeOffset?> Of(string name, string description) => new(name) { Description = description, HelpName = "TIME", CustomParser = TimeOf };

    private static DateTimeOffset? TimeOf(ArgumentResult result)
    {
        if (Moment.Of(result.Tokens[0].Value) is { } moment)
        {
            return new DateTimeOffset(moment.Seconds * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        }

        result.AddError($"'{ShownText.Of(result.Tokens[0].Value)}' is no time. Write date, time and distance from universal time, for example 2025-07-01T10:00:00-04:00.");
        return null;
    }
}
