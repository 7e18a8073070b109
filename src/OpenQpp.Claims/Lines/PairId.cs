using System.Runtime.InteropServices;

namespace OpenQpp.Claims;

/// <summary>The TIN and the NPI of a line as numbers.</summary>
/// <param name="Tin">The TIN, <see cref="Blank"/> or <see cref="Odd"/>.</param>
/// <param name="Npi">The NPI, <see cref="Blank"/> or <see cref="Odd"/>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PairId(long Tin, long Npi)
{
    /// <summary>It is not known.</summary>
    public const long Blank = -1;

    /// <summary>It has not the form that it must have, so that no row has it.</summary>
    public const long Odd = -2;

    /// <summary>Whether both have their form.</summary>
    public bool IsSound => Tin >= 0 && Npi >= 0;

    /// <summary>Reads both.</summary>
    /// <param name="tin">The TIN as it stands there.</param>
    /// <param name="npi">The NPI as it stands there.</param>
    public static PairId Of(ReadOnlySpan<byte> tin, ReadOnlySpan<byte> npi) => new(Number(tin, CellText.TinDigits), Number(npi, CellText.NpiDigits));

    private static long Number(ReadOnlySpan<byte> text, int digits) => CellText.Digits(text, digits) ?? (CellText.Trim(text).IsEmpty ? Blank : Odd);
}
