using System.Globalization;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>A TIN/NPI in eight bytes, so that those of a nation can be held.</summary>
internal static class PairKey
{
    private const ulong Npis = 10_000_000_000;

    /// <summary>The key of a TIN/NPI; null where one has not its form.</summary>
    /// <param name="tin">The TIN.</param>
    /// <param name="npi">The NPI.</param>
    public static ulong? Of(string tin, string npi) =>
        Tin.HasForm(tin) && Npi.HasForm(npi) ? (ulong.Parse(tin, CultureInfo.InvariantCulture) * Npis) + ulong.Parse(npi, CultureInfo.InvariantCulture) : null;

    /// <summary>The TIN/NPI of a key.</summary>
    /// <param name="key">The key.</param>
    public static (string Tin, string Npi) Pair(ulong key) =>
        ((key / Npis).ToString("000000000", CultureInfo.InvariantCulture), (key % Npis).ToString("0000000000", CultureInfo.InvariantCulture));
}
