namespace OpenQpp.Program;

/// <summary>A claim line with what was decided about it, as a payer tells it on a remittance. Amounts are dollars; those of a reversal are negative.</summary>
/// <param name="Claim">The practice's number of the claim.</param>
/// <param name="Line">The practice's number of the line.</param>
/// <param name="Tin">TIN of the practice.</param>
/// <param name="Npi">NPI of who rendered it.</param>
public sealed record PaidLine(string Claim, string Line, string Tin, string Npi)
{
    /// <summary>The beneficiary's number.</summary>
    public string Beneficiary { get; init; } = "";

    /// <summary>Place of service; empty where it is not known.</summary>
    public string Place { get; init; } = "";

    /// <summary>Date of service.</summary>
    public DateOnly Service { get; init; }

    /// <summary>HCPCS or CPT code.</summary>
    public string Code { get; init; } = "";

    /// <summary>Modifiers.</summary>
    public IReadOnlyList<string> Modifiers { get; init; } = [];

    /// <summary>Units.</summary>
    public decimal Units { get; init; } = 1m;

    /// <summary>Charge.</summary>
    public decimal Charge { get; init; }

    /// <summary>Allowed amount.</summary>
    public decimal Allowed { get; init; }

    /// <summary>Deductible.</summary>
    public decimal Deductible { get; init; }

    /// <summary>Coinsurance.</summary>
    public decimal Coinsurance { get; init; }

    /// <summary>What Medicare pays before the adjustment. What is left of the allowed amount is another payer's.</summary>
    public decimal Program { get; init; }

    /// <summary>The adjustment; above zero it raises the payment.</summary>
    public decimal Mips { get; init; }

    /// <summary>What is sequestered.</summary>
    public decimal Sequestration { get; init; }

    /// <summary>Group code of the adjustment; null without one.</summary>
    public string? Group { get; init; }

    /// <summary>Reason code of the adjustment; null without one.</summary>
    public string? Reason { get; init; }

    /// <summary>Remark code of the adjustment; null without one.</summary>
    public string? Remark { get; init; }

    /// <summary>Reason code of sequestration; null where nothing is sequestered.</summary>
    public string? SequestrationReason { get; init; }

    /// <summary>The claim was not assigned: the patient is paid.</summary>
    public bool IsUnassigned { get; init; }

    /// <summary>The line was denied: nothing is paid.</summary>
    public bool IsDenied { get; init; }
}
