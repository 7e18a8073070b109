using OpenQpp.Law;

namespace OpenQpp.Rules;

/// <summary>What the counts of the determination period ask of a professional claim line. Null is not known, never no.</summary>
public sealed record VolumeLine
{
    /// <summary>The beneficiary.</summary>
    public required string Beneficiary { get; init; }

    /// <summary>Billing TIN.</summary>
    public string? Tin { get; init; }

    /// <summary>Rendering NPI.</summary>
    public string? Npi { get; init; }

    /// <summary>First day of the service.</summary>
    public DateOnly? Service { get; init; }

    /// <summary>When the claim was received.</summary>
    public DateOnly? Received { get; init; }

    /// <summary>The service, in capitals.</summary>
    public string? Hcpcs { get; init; }

    /// <summary>Place of service.</summary>
    public string? Place { get; init; }

    /// <summary>Status indicator of the physician fee schedule.</summary>
    public string? Status { get; init; }

    /// <summary>In which setting it is paid.</summary>
    public ClaimSetting? Setting { get; init; }

    /// <summary>Units.</summary>
    public decimal? Units { get; init; }

    /// <summary>Allowed amount, dollars.</summary>
    public decimal? Allowed { get; init; }

    /// <summary>The line was denied.</summary>
    public bool? Denied { get; init; }

    /// <summary>The claim is the final one of its service.</summary>
    public bool? FinalAction { get; init; }
}

/// <summary>A service that is a patient-facing encounter.</summary>
/// <param name="Code">Its HCPCS code.</param>
/// <param name="From">The first day of service; null where there is none.</param>
/// <param name="Until">The last day of service; null where there is none.</param>
public sealed record PatientFacingCode(string Code, DateOnly? From, DateOnly? Until);
