using System.Runtime.InteropServices;

namespace OpenQpp.Claims;

/// <summary>A line between the steps in which it is adjusted.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct LineInWork
{
    /// <summary>Its TIN and NPI.</summary>
    public PairId Pair;

    /// <summary>The calendar year of its service.</summary>
    public KnownYear Year;

    /// <summary>Its factor.</summary>
    public FactorFound Factor;

    /// <summary>The place of the sums of its TIN/NPI.</summary>
    public int Place;

    /// <summary>The hash of its key.</summary>
    public ulong Key;

    /// <summary>Its allowed amount, cents.</summary>
    public long Allowed;

    /// <summary>What came of it.</summary>
    public LineOutcome Outcome;

    /// <summary>Its payment year; 0 where there are no factors of it.</summary>
    public readonly short PaymentYear => Year.HasFactors ? Year.Number : (short)0;
}
