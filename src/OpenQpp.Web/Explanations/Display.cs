using System.Globalization;
using OpenQpp.Files;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>Numbers as pages show them. Nothing here is used in a computation.</summary>
public static class Display
{
    /// <summary>What stands for a number that is not released, or that there is not.</summary>
    public const string None = "--";

    /// <summary>A value with its unit's usual decimals: not scored and not known are said in words.</summary>
    /// <param name="finding">The value.</param>
    public static string Value(Finding? finding) => finding is null ? None : Sentence.Value(finding);

    /// <summary>A number with at most four decimals, or <see cref="None"/>.</summary>
    /// <param name="number">The number.</param>
    public static string Number(decimal? number) => number is { } known ? ShownNumber.Of(known) : None;

    /// <summary>A final score: two decimals, or <see cref="None"/>.</summary>
    /// <param name="score">The score, 0 to 100.</param>
    public static string Score(decimal? score) => score?.ToString("0.00", CultureInfo.InvariantCulture) ?? None;

    /// <summary>A percent that adds or takes away: sign and two decimals, or <see cref="None"/>.</summary>
    /// <param name="percent">The percent.</param>
    public static string Adjustment(decimal? percent) => percent is { } known ? $"{known.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture)} %" : None;

    /// <summary>A percent, at most four decimals.</summary>
    /// <param name="finding">The percent.</param>
    public static string Percent(Finding finding) => finding.HasNumber ? $"{ShownNumber.Of(finding.Number)} %" : Sentence.Value(finding);

    /// <summary>Dollars with cents.</summary>
    /// <param name="dollars">The amount.</param>
    public static string Dollars(decimal dollars) => $"${ShownNumber.Of(dollars, Unit.Dollars)}";

    /// <summary>A whole number with separators of thousands.</summary>
    /// <param name="count">The number.</param>
    public static string Count(long count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>A time in Eastern time, in words.</summary>
    /// <param name="time">The time.</param>
    public static string Time(DateTimeOffset time) =>
        TimeZoneInfo.ConvertTime(time, Eastern).ToString("MMMM d, yyyy, h:mm:ss tt", CultureInfo.InvariantCulture) + " Eastern time";

    /// <summary>A day in Eastern time, in words.</summary>
    /// <param name="time">The time.</param>
    public static string Day(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Eastern).ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>A word with a capital.</summary>
    /// <param name="word">The word.</param>
    public static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];

    private static TimeZoneInfo Eastern { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
}
