using System.Runtime.InteropServices;
using OpenQpp.Rules;

namespace OpenQpp.Claims;

/// <summary>The factor of a TIN/NPI, in whole numbers.</summary>
/// <param name="Percent">Hundredths of a percent, or <see cref="NoPercent"/>.</param>
/// <param name="Source">The number of where it comes from, a <see cref="FactorSource"/>.</param>
/// <param name="Reason">The number of the reason why there is none, or <see cref="LineOutcome.Adjusted"/>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FactorCells(int Percent, byte Source, sbyte Reason)
{
    /// <summary>There is no percent.</summary>
    public const int NoPercent = int.MinValue;

    private const decimal Hundredths = 100m;

    /// <summary>No factor of the TIN/NPI, and none of the clinician.</summary>
    public static FactorCells None { get; } = new(NoPercent, (byte)FactorSource.None, (sbyte)LineReason.NoFactor);

    /// <summary>The same as the rule gives it.</summary>
    public static FactorCells Of(LineFactor factor) =>
        new(factor.Percent is { } percent ? (int)(percent.Number * Hundredths) : NoPercent, (byte)factor.Source, factor.Reason is { } reason ? (sbyte)reason : LineOutcome.Adjusted);
}
