namespace OpenQpp.Rules;

/// <summary>The percents with two decimals that explain every adjusted line of a TIN/NPI and year, in hundredths of a percent.</summary>
/// <param name="Lowest">The lowest.</param>
/// <param name="Highest">The highest; below the lowest where none explains all.</param>
/// <param name="Lines">How many lines there are.</param>
/// <param name="HasMoreThanACent">A line differs from what its factor gives by more than a cent.</param>
public readonly record struct ExplainingPercents(decimal Lowest, decimal Highest, long Lines, bool HasMoreThanACent)
{
    private const decimal Most = 10_000m;
    private const decimal HundredthsToOne = 10_000m;
    private const decimal HalfACent = 0.005m;
    private const decimal ACent = 0.01m;
    private const long FewestLines = 2;

    /// <summary>Before the first line: any percent of up to 100.</summary>
    public static ExplainingPercents Any { get; } = new(-Most, Most, 0, HasMoreThanACent: false);

    /// <summary>The percents that explain one line more.</summary>
    /// <param name="program">What is paid before the adjustment, not 0.</param>
    /// <param name="shown">The adjustment that stands there.</param>
    /// <param name="expected">The adjustment that the factor gives.</param>
    /// <param name="isCutOff">Cents are cut off, not rounded.</param>
    public ExplainingPercents With(decimal program, decimal shown, decimal expected, bool isCutOff)
    {
        var (size, amount) = program < 0m ? (-program, -shown) : (program, shown);
        var more = HasMoreThanACent || Size(shown - expected) > ACent;
        // Of the amount a, percents k/100 with a - half <= size x k / 10000 < a + half; cut off, a <= … < a + 1 cent. Mirrored below zero.
        var (below, above) = isCutOff ? (0m, ACent) : (HalfACent, HalfACent);
        var (lowest, highest) =
            amount > 0m ? (FirstAtLeast(amount - below, size), LastBelow(amount + above, size))
            : amount < 0m ? (-LastBelow(-amount + above, size), -FirstAtLeast(-amount - below, size))
            : (-LastBelow(above, size), LastBelow(above, size));
        return new(lowest > Lowest ? lowest : Lowest, highest < Highest ? highest : Highest, Lines + 1, more);
    }

    /// <summary>
    /// The percent that was taken instead of the factor: at least two lines, one of them more than a cent off, all explained by it. Of
    /// several the one nearest to zero; null where there is none, or where the sign alone is wrong.
    /// </summary>
    /// <param name="percent">The factor, percent.</param>
    public decimal? Instead(decimal percent)
    {
        var opposite = -percent * 100m;
        if (Lines < FewestLines || !HasMoreThanACent || Lowest > Highest || (Lowest <= opposite && opposite <= Highest))
        {
            return null;
        }

        var nearest = Lowest > 0m ? Lowest : Highest < 0m ? Highest : 0m;
        return nearest / 100m == percent ? null : nearest / 100m;
    }

    private static decimal FirstAtLeast(decimal amount, decimal size)
    {
        var first = decimal.Ceiling(amount * HundredthsToOne / size);
        return size * first < amount * HundredthsToOne ? first + 1m : first - 1m >= 0m && size * (first - 1m) >= amount * HundredthsToOne ? first - 1m : first;
    }

    private static decimal LastBelow(decimal amount, decimal size)
    {
        var last = decimal.Ceiling(amount * HundredthsToOne / size) - 1m;
        return size * last >= amount * HundredthsToOne ? last - 1m : size * (last + 1m) < amount * HundredthsToOne ? last + 1m : last;
    }

    private static decimal Size(decimal amount) => amount < 0m ? -amount : amount;
}
