using System.Runtime.InteropServices;

namespace OpenQpp.Claims;

/// <summary>A payment year, a TIN and an NPI that have their form.</summary>
/// <param name="Pair">TIN and NPI in one number, whose order is that of their texts.</param>
/// <param name="Year">The payment year, or 0.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PairKey(ulong Pair, short Year)
{
    /// <summary>Ten digits need 34 bits, nine 30.</summary>
    private const int NpiBits = 34;

    /// <summary>The key of a TIN/NPI.</summary>
    /// <param name="year">The payment year, or 0.</param>
    /// <param name="pair">Its TIN and NPI, both sound.</param>
    public static PairKey Of(short year, PairId pair) => new(((ulong)pair.Tin << NpiBits) | (ulong)pair.Npi, year);

    /// <summary>The TIN of a number.</summary>
    /// <param name="pair">The number.</param>
    public static string TinText(ulong pair) => FactorTable.TinText((int)(pair >> NpiBits));

    /// <summary>The NPI of a number.</summary>
    /// <param name="pair">The number.</param>
    public static string NpiText(ulong pair) => FactorTable.NpiText((long)(pair & ((1UL << NpiBits) - 1)));
}
