using OpenQpp.Vocabulary;

namespace OpenQpp.Population;

/// <summary>A unit that reports, or of which CMS knows something: who it is and what will be sent for it.</summary>
internal sealed record UnitFacts(string EntityType, int Clinicians)
{
    public string? Tin { get; init; }

    public string? Npi { get; init; }

    public string? EntityId { get; init; }

    /// <summary>mips, app1 or the id of a MIPS Value Pathway.</summary>
    public string Program { get; init; } = "mips";

    /// <summary>The method of the program's measures; null where it is open.</summary>
    public SubmissionMethod? Method { get; init; }

    /// <summary>The group of a subgroup with its performance, whose figures CMS takes, or null.</summary>
    public (UnitCase Case, Performance Performance)? Group { get; init; }

    public IReadOnlyList<string> Statuses { get; init; } = [];

    public IReadOnlyList<string> Types { get; init; } = [];

    public bool HasApm { get; init; }

    public bool SendsQuality { get; init; } = true;

    public bool SendsActivities { get; init; } = true;

    public bool SendsInteroperability { get; init; } = true;

    public bool HasCost { get; init; }

    public bool IsFacilityBased { get; init; }

    public bool IsUnderAutomaticPolicy { get; init; }

    /// <summary>Categories that CMS reweights on application, with their reasons.</summary>
    public IReadOnlyList<(string Category, string Reason)> Reweighted { get; init; } = [];

    /// <summary>Practices of an APM Entity, with the points that their groups earn, or null.</summary>
    public IReadOnlyList<(string Tin, int Clinicians, decimal Points, bool Excepted)>? Participants { get; init; }

    /// <summary>An APM Entity whose model gives its quality percent (the APM scoring standard).</summary>
    public bool HasOtherModel { get; init; }

    public bool IsIndividual => EntityType is "individual";

    public bool IsEntity => EntityType is "apm";

    public bool IsVirtualGroup => EntityType is "virtualGroup";
}

/// <summary>How well a unit does.</summary>
/// <param name="Measures">Quality, cost and hospital: 0 is the worst that can be shown, 1 the best.</param>
/// <param name="Interoperability">Promoting Interoperability, 0 to 1; null: nothing is sent.</param>
/// <param name="Activities">0 none, 1 half, 2 all.</param>
/// <param name="Risk">How complex its patients are, 0 to 1.</param>
internal readonly record struct Performance(decimal Measures, decimal? Interoperability, int Activities, decimal Risk);
