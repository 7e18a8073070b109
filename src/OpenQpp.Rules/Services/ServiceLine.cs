namespace OpenQpp.Rules;

/// <summary>What the items and services of feedback ask of a professional claim line. Null is not known, never no.</summary>
public sealed record ServiceLine
{
    /// <summary>The beneficiary.</summary>
    public required string Beneficiary { get; init; }

    /// <summary>CMS claim type; null is taken for a carrier claim.</summary>
    public string? ClaimType { get; init; }

    /// <summary>Billing TIN.</summary>
    public string? Tin { get; init; }

    /// <summary>Rendering NPI.</summary>
    public string? Npi { get; init; }

    /// <summary>CMS specialty code of the line.</summary>
    public string? Specialty { get; init; }

    /// <summary>Place of service.</summary>
    public string? Place { get; init; }

    /// <summary>First day of the service.</summary>
    public DateOnly? Service { get; init; }

    /// <summary>When the claim was received.</summary>
    public DateOnly? Received { get; init; }

    /// <summary>The service, in capitals.</summary>
    public string? Hcpcs { get; init; }

    /// <summary>Units.</summary>
    public decimal? Units { get; init; }

    /// <summary>Allowed amount, dollars.</summary>
    public decimal? Allowed { get; init; }

    /// <summary>The line was denied.</summary>
    public bool? Denied { get; init; }

    /// <summary>The claim is the final one of its service.</summary>
    public bool? FinalAction { get; init; }
}
