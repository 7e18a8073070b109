namespace OpenQpp.Store;

/// <summary>Decimals as scaled whole numbers: 75.8 points with scale 2 are stored as 7580. The scale stands in the column's name (<c>_e2</c>).</summary>
public static class Scaled
{
    private const int MostScale = 9;

    /// <summary>The stored number.</summary>
    /// <param name="number">Points, percent or dollars.</param>
    /// <param name="scale">Decimals that are stored, 0 to 9.</param>
    /// <exception cref="OverflowException">The number does not fit 64 bits.</exception>
    /// <exception cref="ArgumentException">The number has more decimals than are stored: digits would be lost.</exception>
    public static long Of(decimal number, int scale)
    {
        var scaled = checked(number * Power(scale));
        return decimal.Truncate(scaled) == scaled
            ? decimal.ToInt64(scaled)
            : throw new ArgumentException($"The number has more than {scale} decimals.", nameof(number));
    }

    /// <summary>The stored number, or null.</summary>
    /// <param name="number">Points, percent or dollars; null is kept.</param>
    /// <param name="scale">Decimals that are stored, 0 to 9.</param>
    /// <inheritdoc cref="Of(decimal, int)" path="/exception"/>
    public static long? Of(decimal? number, int scale) => number is { } known ? Of(known, scale) : null;

    /// <summary>The number of a stored one, with all its decimals: 7580 is 75.80.</summary>
    /// <param name="stored">The stored number.</param>
    /// <param name="scale">Decimals that are stored, 0 to 9.</param>
    public static decimal From(long stored, int scale)
    {
        var size = stored < 0 ? unchecked((ulong)-stored) : (ulong)stored;
        return new decimal(unchecked((int)(uint)size), unchecked((int)(uint)(size >> 32)), 0, stored < 0, Checked(scale));
    }

    /// <summary>The scale that a column's name says: 2 of <c>final_score_e2</c>.</summary>
    /// <param name="column">Name of the column.</param>
    /// <exception cref="ArgumentException">The name says none.</exception>
    internal static int ScaleOf(string column) =>
        column is [.., '_', 'e', >= '0' and <= '9'] ? column[^1] - '0' : throw new ArgumentException($"The column '{column}' names no scale.", nameof(column));

    private static byte Checked(int scale) => scale is >= 0 and <= MostScale ? (byte)scale : throw new ArgumentOutOfRangeException(nameof(scale));

    private static decimal Power(int scale)
    {
        var power = 1m;
        for (var place = Checked(scale); place > 0; place--)
        {
            power *= 10m;
        }

        return power;
    }
}
