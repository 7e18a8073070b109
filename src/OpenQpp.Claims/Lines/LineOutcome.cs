using System.Runtime.InteropServices;
using OpenQpp.Rules;

namespace OpenQpp.Claims;

/// <summary>What comes of a claim line, in whole numbers: cents, hundredths of a percent.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct LineOutcome
{
    /// <summary>The line is adjusted: there is no reason why not.</summary>
    public const sbyte Adjusted = -1;

    /// <summary>The number of the reason, or <see cref="Adjusted"/>.</summary>
    public sbyte Reason;

    /// <summary>Coinsurance, or <see cref="LineCells.NotKnown"/>.</summary>
    public long Coinsurance;

    /// <summary>Paid amount before the adjustment.</summary>
    public long Program;

    /// <summary>The adjustment.</summary>
    public long Adjustment;

    /// <summary>Both together.</summary>
    public long Subtotal;

    /// <summary>Sequestration, hundredths of a percent.</summary>
    public long Rate;

    /// <summary>What is sequestered.</summary>
    public long Sequestration;

    /// <summary>What is paid.</summary>
    public long Paid;

    /// <summary>Nothing is known of the amounts.</summary>
    public static LineOutcome Without(LineReason reason) => new()
    {
        Reason = (sbyte)reason,
        Coinsurance = LineCells.NotKnown,
        Program = LineCells.NotKnown,
        Adjustment = LineCells.NotKnown,
        Subtotal = LineCells.NotKnown,
        Rate = LineCells.NotKnown,
        Sequestration = LineCells.NotKnown,
        Paid = LineCells.NotKnown,
    };

    /// <summary>The same with every amount the other way round.</summary>
    public readonly LineOutcome Mirrored()
    {
        var mirror = this;
        mirror.Coinsurance = Minus(Coinsurance);
        mirror.Program = Minus(Program);
        mirror.Adjustment = Minus(Adjustment);
        mirror.Subtotal = Minus(Subtotal);
        mirror.Sequestration = Minus(Sequestration);
        mirror.Paid = Minus(Paid);
        return mirror;
    }

    private static long Minus(long amount) => amount == LineCells.NotKnown ? amount : -amount;
}
