using OpenQpp.Law;

namespace OpenQpp.Rules;

/// <summary>What is known of a professional claim line. Null is not known, never no. Amounts are dollars; those of a reversal are negative.</summary>
public sealed record ClaimLine
{
    /// <summary>Date of service.</summary>
    public DateOnly? Service { get; init; }

    /// <summary>The line was denied.</summary>
    public bool? Denied { get; init; }

    /// <summary>The claim was assigned.</summary>
    public bool? Assigned { get; init; }

    /// <summary>Status indicator of the physician fee schedule.</summary>
    public string? Status { get; init; }

    /// <summary>In which setting it is paid.</summary>
    public ClaimSetting? Setting { get; init; }

    /// <summary>Submitted charge.</summary>
    public decimal? Charge { get; init; }

    /// <summary>Allowed amount, already reduced for those who do not participate.</summary>
    public decimal? Allowed { get; init; }

    /// <summary>Deductible.</summary>
    public decimal? Deductible { get; init; }

    /// <summary>Coinsurance; where it is null the law's percent is taken.</summary>
    public decimal? Coinsurance { get; init; }

    /// <summary>By how much Medicare pays less because another payer is primary.</summary>
    public decimal? SecondaryPayerReduction { get; init; }

    /// <summary>What the primary payer allowed.</summary>
    public decimal? PrimaryAllowed { get; init; }

    /// <summary>What the primary payer paid; null or 0 where there is none.</summary>
    public decimal? PrimaryPaid { get; init; }

    /// <summary>What Medicare pays before adjustment and sequestration, where a remittance tells it: nothing else is then needed to compute.</summary>
    public decimal? Program { get; init; }

    /// <summary>What is paid before the adjustment is told, or can be computed as far as the line goes.</summary>
    public bool HasAmounts => Program is not null || this is { Allowed: not null, Deductible: not null };

    /// <summary>The line takes an earlier one back.</summary>
    public bool IsReversal => (Program ?? Allowed) < 0m;

    /// <summary>The line with every amount the other way round.</summary>
    public ClaimLine Mirrored() => this with
    {
        Charge = -Charge,
        Allowed = -Allowed,
        Deductible = -Deductible,
        Coinsurance = -Coinsurance,
        SecondaryPayerReduction = -SecondaryPayerReduction,
        PrimaryAllowed = -PrimaryAllowed,
        PrimaryPaid = -PrimaryPaid,
        Program = -Program,
    };
}
