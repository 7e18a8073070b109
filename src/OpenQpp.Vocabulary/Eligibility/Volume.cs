namespace OpenQpp.Vocabulary;

/// <summary>The level whose claims are counted.</summary>
public enum UnitLevel
{
    /// <summary>One TIN/NPI.</summary>
    Individual,

    /// <summary>One TIN.</summary>
    Group,

    /// <summary>An APM Entity group.</summary>
    ApmEntity,
}

/// <summary>The words for the levels.</summary>
public static class UnitLevels
{
    /// <summary>All words, for messages.</summary>
    public const string Vocabulary = "individual, group, apmEntity";

    /// <summary>The level of a word, or null.</summary>
    /// <param name="word">individual, group, apmEntity.</param>
    public static UnitLevel? Of(string word) => word switch
    {
        "individual" => UnitLevel.Individual,
        "group" => UnitLevel.Group,
        "apmEntity" => UnitLevel.ApmEntity,
        _ => null,
    };

    /// <summary>The word for a level.</summary>
    /// <param name="level">The level.</param>
    public static string Word(this UnitLevel level) => level switch
    {
        UnitLevel.Individual => "individual",
        UnitLevel.Group => "group",
        _ => "apmEntity",
    };
}

/// <summary>What a unit is known by: TIN and NPI, TIN, or APM Entity id; the others are empty.</summary>
/// <param name="Level">The level.</param>
/// <param name="Tin">The TIN.</param>
/// <param name="Npi">The NPI.</param>
/// <param name="EntityId">The APM Entity id.</param>
public readonly record struct UnitId(UnitLevel Level, string Tin, string Npi, string EntityId)
{
    /// <summary>A clinician under a TIN.</summary>
    /// <param name="tin">The TIN.</param>
    /// <param name="npi">The NPI.</param>
    public static UnitId Individual(string tin, string npi) => new(UnitLevel.Individual, tin, npi, "");

    /// <summary>A practice.</summary>
    /// <param name="tin">The TIN.</param>
    public static UnitId Group(string tin) => new(UnitLevel.Group, tin, "", "");

    /// <summary>An APM Entity group.</summary>
    /// <param name="entityId">The APM Entity id.</param>
    public static UnitId ApmEntity(string entityId) => new(UnitLevel.ApmEntity, "", "", entityId);

    /// <summary>By the one identifier in which most units of a level differ.</summary>
    public override int GetHashCode() => (Level switch { UnitLevel.Individual => Npi, UnitLevel.Group => Tin, _ => EntityId }).GetHashCode(StringComparison.Ordinal);
}

/// <summary>The claims of a unit in one segment of the determination period.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Segment">1 or 2.</param>
public sealed record Volume(UnitId Unit, int Segment)
{
    /// <summary>Allowed charges in dollars.</summary>
    public decimal AllowedCharges { get; init; }

    /// <summary>Medicare patients.</summary>
    public long Beneficiaries { get; init; }

    /// <summary>Covered professional services. One claim line with a positive allowed charge is taken as one service; the count arrives as data.</summary>
    public long Services { get; init; }

    /// <summary>Patient-facing encounters, telehealth included; null where they are not known.</summary>
    public long? PatientFacingEncounters { get; init; }

    /// <summary>Services off the campus of an outpatient hospital (place of service 19).</summary>
    public long OffCampusOutpatient { get; init; }

    /// <summary>Services in an inpatient hospital (21).</summary>
    public long Inpatient { get; init; }

    /// <summary>Services on the campus of an outpatient hospital (22).</summary>
    public long OnCampusOutpatient { get; init; }

    /// <summary>Services in an emergency room (23).</summary>
    public long EmergencyRoom { get; init; }

    /// <summary>Services in an ambulatory surgical center (24).</summary>
    public long AmbulatorySurgicalCenter { get; init; }

    /// <summary>Practises in a ZIP code designated as rural; null where that is not known.</summary>
    public bool? Rural { get; init; }

    /// <summary>Practises in a health professional shortage area; null where that is not known.</summary>
    public bool? Hpsa { get; init; }

    /// <summary>A hospital with a Hospital Value-Based Purchasing score can be assigned.</summary>
    public bool FacilityAssignable { get; init; }

    /// <summary>Clinicians who billed under the unit; null where that is not known.</summary>
    public long? Clinicians { get; init; }

    /// <summary>Special statuses that CMS states for the unit.</summary>
    public SpecialStatus GivenStatuses { get; init; }

    /// <summary>At least one claim lies in the segment.</summary>
    public bool HasClaims => Services > 0 || Beneficiaries > 0 || AllowedCharges > 0m;
}
