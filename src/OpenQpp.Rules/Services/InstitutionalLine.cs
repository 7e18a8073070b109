namespace OpenQpp.Rules;

/// <summary>What attribution and emergency visits ask of an institutional claim line. Null is not known, never no.</summary>
public sealed record InstitutionalLine
{
    /// <summary>The claim.</summary>
    public required string Claim { get; init; }

    /// <summary>The beneficiary.</summary>
    public required string Beneficiary { get; init; }

    /// <summary>CMS claim type.</summary>
    public string? ClaimType { get; init; }

    /// <summary>Bill type.</summary>
    public string? BillType { get; init; }

    /// <summary>CMS certification number of the provider.</summary>
    public string? Ccn { get; init; }

    /// <summary>First day of the claim.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the claim.</summary>
    public DateOnly? Thru { get; init; }

    /// <summary>When the claim was received.</summary>
    public DateOnly? Received { get; init; }

    /// <summary>Revenue center code.</summary>
    public string? RevenueCode { get; init; }

    /// <summary>Day of the line.</summary>
    public DateOnly? RevenueDate { get; init; }

    /// <summary>The service, in capitals.</summary>
    public string? Hcpcs { get; init; }

    /// <summary>Allowed amount where it is known, otherwise what was paid, dollars.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Units.</summary>
    public decimal? Units { get; init; }

    /// <summary>The line was denied.</summary>
    public bool? Denied { get; init; }

    /// <summary>The claim is the final one of its service.</summary>
    public bool? FinalAction { get; init; }

    /// <summary>The day of the line, or the first one of the claim.</summary>
    public DateOnly? Service => RevenueDate ?? From;
}
