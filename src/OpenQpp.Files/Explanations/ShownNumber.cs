using System.Globalization;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Numbers as people read them: at most four decimals, dollars with cents. For display only; results carry all digits.</summary>
public static class ShownNumber
{
    private const int Decimals = 4;
    private const int DecimalsOfSmallNumbers = 10;

    /// <summary>A number in its unit.</summary>
    /// <param name="value">The number.</param>
    /// <param name="unit">Its unit.</param>
    public static string Of(decimal value, Unit unit) =>
        unit == Unit.Dollars ? Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("#,##0.00", CultureInfo.InvariantCulture) : Of(value);

    /// <summary>A number without unit.</summary>
    /// <param name="value">The number.</param>
    public static string Of(decimal value)
    {
        var rounded = Math.Round(value, Decimals, MidpointRounding.AwayFromZero);
        if (rounded == 0m && value != 0m)
        {
            rounded = Math.Round(value, DecimalsOfSmallNumbers, MidpointRounding.AwayFromZero);
        }

        return Trim(rounded).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The same number without zeros at its end.</summary>
    /// <param name="value">The number.</param>
    public static decimal Trim(decimal value) => value.Scale == 0 || !EndsInZero(value) ? value : value / 1.0000000000000000000000000000m;

    /// <summary>Whether a number has no decimals and fits a whole number, which is written quicker.</summary>
    /// <param name="value">The number.</param>
    /// <param name="whole">The whole number.</param>
    internal static bool IsWhole(decimal value, out long whole)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var (low, middle, high) = (unchecked((uint)parts[0]), parts[1], parts[2]);
        var isWhole = value.Scale == 0 && high == 0 && middle >= 0;
        var digits = isWhole ? ((long)middle << 32) | low : 0;
        whole = decimal.IsNegative(value) ? -digits : digits;
        return isWhole;
    }

    private static bool EndsInZero(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var (low, middle, high) = unchecked(((uint)parts[0], (uint)parts[1], (uint)parts[2]));
        // The digits are low + middle × 2^32 + high × 2^64, and both powers end in 6.
        return ((low % 10) + (6 * (middle % 10)) + (6 * (high % 10))) % 10 == 0;
    }
}
