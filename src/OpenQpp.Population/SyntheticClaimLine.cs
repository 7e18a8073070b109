namespace OpenQpp.Population;

/// <summary>One synthetic claim line; filled anew for each. Amounts are cents, null where they are not known.</summary>
public sealed class SyntheticClaimLine
{
    /// <summary>The claim.</summary>
    public string ClaimId { get; set; } = "";

    /// <summary>The line within the claim, from 1.</summary>
    public int LineNo { get; set; }

    /// <summary>The beneficiary.</summary>
    public string BeneficiaryId { get; set; } = "";

    /// <summary>CMS claim type.</summary>
    public string ClaimType { get; set; } = "";

    /// <summary>The billing TIN.</summary>
    public string Tin { get; set; } = "";

    /// <summary>The rendering NPI.</summary>
    public string Npi { get; set; } = "";

    /// <summary>CMS specialty code.</summary>
    public string Specialty { get; set; } = "";

    /// <summary>Place of service.</summary>
    public string Place { get; set; } = "";

    /// <summary>Date of service.</summary>
    public DateOnly Service { get; set; }

    /// <summary>When the claim was received.</summary>
    public DateOnly Received { get; set; }

    /// <summary>The service.</summary>
    public string Hcpcs { get; set; } = "";

    /// <summary>The first modifier, or blank.</summary>
    public string Modifier { get; set; } = "";

    /// <summary>Units, whole.</summary>
    public int Units { get; set; }

    /// <summary>Submitted charge.</summary>
    public long Charge { get; set; }

    /// <summary>Allowed amount.</summary>
    public long Allowed { get; set; }

    /// <summary>Deductible.</summary>
    public long Deductible { get; set; }

    /// <summary>Coinsurance.</summary>
    public long? Coinsurance { get; set; }

    /// <summary>By how much Medicare pays less because another payer is primary.</summary>
    public long? SecondaryPayerReduction { get; set; }

    /// <summary>What the primary payer allowed.</summary>
    public long? PrimaryAllowed { get; set; }

    /// <summary>What the primary payer paid.</summary>
    public long? PrimaryPaid { get; set; }

    /// <summary>Y, N or blank.</summary>
    public string Assigned { get; set; } = "";

    /// <summary>Y or N.</summary>
    public string Participating { get; set; } = "";

    /// <summary>Status indicator of the fee schedule, or blank.</summary>
    public string Status { get; set; } = "";

    /// <summary>The setting, or blank.</summary>
    public string Setting { get; set; } = "";

    /// <summary>Y or N.</summary>
    public string Denied { get; set; } = "";

    /// <summary>Every amount the other way round: the line takes one back.</summary>
    internal void Reverse()
    {
        (Charge, Allowed, Deductible, Coinsurance) = (-Charge, -Allowed, -Deductible, -Coinsurance);
        (SecondaryPayerReduction, PrimaryAllowed, PrimaryPaid) = (-SecondaryPayerReduction, -PrimaryAllowed, -PrimaryPaid);
    }
}
