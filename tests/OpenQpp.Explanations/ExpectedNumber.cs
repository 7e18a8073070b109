using System.Globalization;

namespace OpenQpp.Explanations;

/// <summary>Numbers that somebody worked out and wrote down.</summary>
public static class ExpectedNumber
{
    /// <summary>Compared at the decimals with which the expected number is written, ours rounded half away from zero to them; a whole number exactly.</summary>
    public static bool IsSame(string expected, decimal actual)
    {
        if (!decimal.TryParse(expected, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        var point = expected.IndexOf('.', StringComparison.Ordinal);
        return Math.Round(actual, point < 0 ? 0 : expected.Length - point - 1, MidpointRounding.AwayFromZero) == number
            && (point >= 0 || decimal.Truncate(actual) == actual);
    }
}
