namespace OpenQpp.Population;

/// <summary>How a practice takes part.</summary>
internal enum Way
{
    Group,
    Individuals,
    FacilityBased,
    Pathway,
    Subgroup,
    VirtualGroup,
    ApmEntity,

    /// <summary>Required, and sends nothing.</summary>
    Silent,

    /// <summary>Individuals who send nothing under the automatic policy for extreme circumstances.</summary>
    ExtremeCircumstances,

    /// <summary>Below the low-volume threshold.</summary>
    LowVolume,
}

/// <summary>Why Promoting Interoperability is reweighted.</summary>
internal enum Reweighted
{
    /// <summary>It is not: data are sent.</summary>
    Not,

    /// <summary>A special status.</summary>
    ByStatus,

    /// <summary>A hardship application.</summary>
    Hardship,

    /// <summary>Extreme circumstances.</summary>
    ExtremeCircumstances,
}

/// <summary>The weight of cost that is wanted.</summary>
internal enum CostWish
{
    /// <summary>Scored.</summary>
    Scored,

    /// <summary>No measure reaches its case minimum.</summary>
    None,

    /// <summary>Cost and activities alone: quality and Promoting Interoperability are reweighted.</summary>
    Half,
}

/// <summary>A clinician of a practice.</summary>
internal sealed record ClinicianPlan(string Npi, string Type)
{
    public bool IsEligibleType { get; init; }

    public bool IsNew { get; init; }

    public bool IsQp { get; init; }

    public bool IsPartialQp { get; init; }

    public bool IsLateJoiner { get; init; }

    public bool IsAboveThreshold { get; init; }

    /// <summary>optIn or voluntary for those who exceed one criterion and elect; null for all others.</summary>
    public string? Election { get; init; }

    public long Dollars { get; init; }

    public int Beneficiaries { get; init; }

    public int Services { get; init; }

    /// <summary>In MIPS, before volumes are looked at.</summary>
    public bool IsInMips => IsEligibleType && !IsNew && !IsQp && !IsPartialQp;
}

/// <summary>A practice, before anything is written of it.</summary>
internal sealed record PracticePlan(long Number, string Tin, Way Way, IReadOnlyList<ClinicianPlan> Clinicians)
{
    public required string Zip { get; init; }

    public required bool IsSmall { get; init; }

    public bool IsRural { get; init; }

    public bool IsHpsa { get; init; }

    public bool IsNonPatientFacing { get; init; }

    public bool IsHospitalBased { get; init; }

    public Reweighted Interoperability { get; init; }

    public CostWish Cost { get; init; }

    public bool HasApmCredit { get; init; }

    /// <summary>Formed in the last months of the year: nobody billed before.</summary>
    public bool IsNewPractice => Clinicians.All(one => one.IsLateJoiner);

    /// <summary>APM Entity or virtual group to which the practice belongs, or null.</summary>
    public string? EntityId { get; init; }

    /// <summary>The clinicians who are there in both segments.</summary>
    public IEnumerable<ClinicianPlan> Billing => Clinicians.Where(one => !one.IsLateJoiner);

    /// <summary>Statuses that the facts of the practice bring about, by CMS's words.</summary>
    public IEnumerable<string> Statuses =>
        from status in ((bool Has, string Word)[])
        [
            (IsSmall, "smallPractice"),
            (IsRural, "ruralPractice"),
            (IsHpsa, "hpsa"),
            (IsNonPatientFacing, "nonPatientFacing"),
            (IsHospitalBased, "hospitalBased"),
            (Way == Way.FacilityBased, "facilityBased"),
        ]
        where status.Has
        select status.Word;
}
