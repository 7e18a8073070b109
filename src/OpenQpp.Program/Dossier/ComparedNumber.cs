using System.Globalization;

namespace OpenQpp.Program;

/// <summary>A printed value beside ours.</summary>
/// <param name="Printed">What CMS printed.</param>
/// <param name="Computed">What we computed, and why.</param>
/// <param name="Agrees">Whether ours, rounded half away from zero to the printed decimals, is the printed value.</param>
public sealed record ComparedNumber(PrintedValue Printed, ComputedNumber Computed, bool Agrees)
{
    // Digits beyond these are the noise of divisions that do not end.
    private const int NoiseDecimals = 12;
    private const int MostDecimals = 28;

    /// <summary>The paragraph of our number.</summary>
    public string Basis => Computed.Finding.Label.Basis;

    /// <summary>What our number would have to be for the printed value, in words.</summary>
    public string Needs => (Printed.Value, Computed.Value) switch
    {
        (null, null) => "no number, and there is none",
        (null, { } ours) => $"no number; ours is {Ours(ours)}",
        ({ } printed, null) => $"{Range(printed)}; ours has no number",
        ({ } printed, { } ours) => $"{Range(printed)}; ours is {Ours(ours)}",
    };

    /// <summary>The comparison of a printed value with ours.</summary>
    /// <param name="printed">What CMS printed.</param>
    /// <param name="computed">What we computed.</param>
    public static ComparedNumber For(PrintedValue printed, ComputedNumber computed) =>
        new(printed, computed, printed.Value is { } value ? computed.Value is { } ours && Rounded(Rounded(ours, Math.Max(NoiseDecimals, (int)value.Scale)), value.Scale) == value : computed.Value is null);

    private static decimal Rounded(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>The numbers that round to a printed value: half a unit of its last decimal to both sides, the end that is farther from zero left out.</summary>
    private static string Range(decimal printed)
    {
        var half = new decimal(5, 0, 0, isNegative: false, (byte)Math.Min(printed.Scale + 1, MostDecimals));
        var (low, high) = (Text(printed - half), Text(printed + half));
        return printed switch
        {
            > 0m => $"at least {low} and less than {high}",
            < 0m => $"more than {low} and at most {high}",
            _ => $"more than {low} and less than {high}",
        };
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Ours(decimal value) => Text(Rounded(value, NoiseDecimals) / 1.0000000000000000000000000000m);
}
