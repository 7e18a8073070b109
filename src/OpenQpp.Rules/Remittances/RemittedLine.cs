using OpenQpp.Law;

namespace OpenQpp.Rules;

/// <summary>An amount by which a payer lowers a payment, with its codes; below zero it raises it.</summary>
/// <param name="Group">Group code.</param>
/// <param name="Reason">Claim adjustment reason code.</param>
/// <param name="Amount">Dollars.</param>
public sealed record RemittedEntry(string Group, string Reason, decimal Amount);

/// <summary>What a remittance tells of a service line, and what is known of it from elsewhere. Null is not known, never no.</summary>
public sealed record RemittedLine
{
    /// <summary>Date of service.</summary>
    public DateOnly? Service { get; init; }

    /// <summary>NPI of who rendered it; empty where it is not told.</summary>
    public string Npi { get; init; } = "";

    /// <summary>Submitted charge, dollars.</summary>
    public decimal Charge { get; init; }

    /// <summary>Paid amount, dollars.</summary>
    public decimal Paid { get; init; }

    /// <summary>What lowers or raises the payment.</summary>
    public IReadOnlyList<RemittedEntry> Entries { get; init; } = [];

    /// <summary>Remark code N807 stands on the line.</summary>
    public bool HasRemark { get; init; }

    /// <summary>The claim was denied.</summary>
    public bool? Denied { get; init; }

    /// <summary>The claim was assigned, as the claim says.</summary>
    public bool? Assigned { get; init; }

    /// <summary>Status indicator of the physician fee schedule.</summary>
    public string? Status { get; init; }

    /// <summary>In which setting it is paid.</summary>
    public ClaimSetting? Setting { get; init; }

    /// <summary>The factor of the TIN/NPI in the year of the service.</summary>
    public required LineFactor Factor { get; init; }

    /// <summary>All percents of the clinician in the file of factors, of any TIN and year.</summary>
    public IReadOnlyList<decimal> PercentsOfClinician { get; init; } = [];

    /// <summary>The one other percent that explains every adjusted line of the TIN/NPI and year; null where there is none.</summary>
    public decimal? PercentOfAllLines { get; init; }

    /// <summary>There are factors of the year of the service.</summary>
    public bool IsInPaymentYear { get; init; }

    /// <summary>The law of the year of the service; null where the year is not recorded.</summary>
    public YearLaw? Law { get; init; }
}

/// <summary>A claim on a remittance.</summary>
/// <param name="Lines">Its lines; for a claim without lines, or one that is adjusted as a whole, the claim itself as one line.</param>
public sealed record RemittedClaim(IReadOnlyList<RemittedLine> Lines)
{
    /// <summary>What lowers or raises the payment of the claim: adjustment and sequestration only.</summary>
    public IReadOnlyList<RemittedEntry> Entries { get; init; } = [];

    /// <summary>Remark code N807 stands on the claim.</summary>
    public bool HasRemark { get; init; }
}
