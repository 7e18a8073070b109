using System.Globalization;

namespace OpenQpp.Claims;

/// <summary>
/// One of several parts into which claims are cut by beneficiary: all lines of a beneficiary are in one part, so that sums and numbers of
/// beneficiaries of the parts add. Which part it is depends on the identifier alone: on no machine, version or order.
/// </summary>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Parts">How many there are.</param>
public sealed record BeneficiaryPart(int Number, int Parts)
{
    /// <summary>The most parts.</summary>
    public const int Most = 10_000;

    // FNV-1a of 64 bits, then the last steps of MurmurHash3, so that the remainder depends on every letter.
    private const ulong Begin = 0xCBF29CE484222325;
    private const ulong Prime = 0x100000001B3;
    private const ulong FirstMix = 0xFF51AFD7ED558CCD;
    private const ulong SecondMix = 0xC4CEB9FE1A85EC53;
    private const int Half = 33;

    /// <summary>The part, for example <c>3 of 8</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} of {Parts}");

    /// <summary>In which part a beneficiary is, from 1.</summary>
    /// <param name="beneficiary">The identifier, UTF-8; spaces around it do not belong to it.</param>
    /// <param name="parts">How many parts there are.</param>
    public static int Of(ReadOnlySpan<byte> beneficiary, int parts)
    {
        var hash = Begin;
        foreach (var letter in CellText.Trim(beneficiary))
        {
            hash = unchecked((hash ^ letter) * Prime);
        }

        hash = unchecked((hash ^ (hash >> Half)) * FirstMix);
        hash = unchecked((hash ^ (hash >> Half)) * SecondMix);
        hash ^= hash >> Half;
        return (int)(hash % (ulong)parts) + 1;
    }

    /// <summary>Whether a beneficiary is in this part.</summary>
    /// <param name="beneficiary">The identifier, UTF-8.</param>
    internal bool Has(ReadOnlySpan<byte> beneficiary) => Of(beneficiary, Parts) == Number;
}
