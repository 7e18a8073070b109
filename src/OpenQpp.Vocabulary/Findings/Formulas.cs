namespace OpenQpp.Vocabulary;

/// <summary>The formulas of <see cref="How"/> that both forms of a value compute by.</summary>
internal static class Formulas
{
    private const int MostDecimals = 28;

    /// <summary><see cref="How.AtLeast"/></summary>
    public static bool AtLeast(decimal value, decimal bound) => value >= bound;

    /// <summary><see cref="How.MoreThan"/></summary>
    public static bool MoreThan(decimal value, decimal bound) => value > bound;

    /// <summary><see cref="How.AtMost"/></summary>
    public static bool AtMost(decimal value, decimal bound) => value <= bound;

    /// <summary><see cref="How.Share"/></summary>
    public static decimal Share(decimal percent, decimal of) => Hundredth(percent * of);

    /// <summary>
    /// A number divided by 100, digit for digit as the division of decimals gives it. Only the place of the point changes, and zeros that the
    /// division leaves out are left out: whole numbers do that twice as fast.
    /// </summary>
    private static decimal Hundredth(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        var decimals = (bits[3] >> 16) & 0xFF;
        if (bits[2] != 0 || decimals > MostDecimals - 2)
        {
            return number / 100m;
        }

        var digits = unchecked(((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        var (hundreds, rest) = Math.DivRem(digits, 100UL);
        var (left, more) = rest == 0 ? (hundreds, 0) : rest % 10 == 0 ? (digits / 10, 1) : (digits, 2);
        return new(unchecked((int)left), unchecked((int)(left >> 32)), 0, isNegative: bits[3] < 0, (byte)(decimals + more));
    }
}
