using System.Runtime.InteropServices;

namespace OpenQpp.Claims;

/// <summary>What is known of a claim line, in whole numbers. Made anew for every line by the thousand: no part of it is allocated.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct LineCells
{
    /// <summary>An amount, a day or a percent that is not known.</summary>
    public const long NotKnown = long.MinValue;

    /// <summary>A flag or a setting that is not known.</summary>
    public const sbyte NoFlag = -1;

    /// <summary>Date of service, days since 1970-01-01, or <see cref="NotKnown"/>.</summary>
    public long Day;

    /// <summary>Submitted charge, cents.</summary>
    public long Charge;

    /// <summary>Allowed amount, cents.</summary>
    public long Allowed;

    /// <summary>Deductible, cents.</summary>
    public long Deductible;

    /// <summary>Coinsurance, cents.</summary>
    public long Coinsurance;

    /// <summary>By how much Medicare pays less because another payer is primary, cents.</summary>
    public long SecondaryPayerReduction;

    /// <summary>What the primary payer allowed, cents.</summary>
    public long PrimaryAllowed;

    /// <summary>What the primary payer paid, cents.</summary>
    public long PrimaryPaid;

    /// <summary>Status indicator of the fee schedule as a code; <see cref="CellText.NoCode"/> where it is not known.</summary>
    public ulong Status;

    /// <summary>The number of the setting, or <see cref="NoFlag"/>.</summary>
    public sbyte Setting;

    /// <summary>1 assigned, 0 not.</summary>
    public sbyte Assigned;

    /// <summary>1 denied, 0 not.</summary>
    public sbyte Denied;

    /// <summary>The line with every amount the other way round.</summary>
    public readonly LineCells Mirrored()
    {
        var mirror = this;
        mirror.Charge = Minus(Charge);
        mirror.Allowed = Minus(Allowed);
        mirror.Deductible = Minus(Deductible);
        mirror.Coinsurance = Minus(Coinsurance);
        mirror.SecondaryPayerReduction = Minus(SecondaryPayerReduction);
        mirror.PrimaryAllowed = Minus(PrimaryAllowed);
        mirror.PrimaryPaid = Minus(PrimaryPaid);
        return mirror;
    }

    private static long Minus(long amount) => amount == NotKnown ? amount : -amount;
}
