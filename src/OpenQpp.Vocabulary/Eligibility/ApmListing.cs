namespace OpenQpp.Vocabulary;

/// <summary>Which list of an APM names the clinician.</summary>
public enum ApmList
{
    /// <summary>The participation list.</summary>
    Participation,

    /// <summary>The affiliated practitioner list.</summary>
    Affiliated,
}

/// <summary>A clinician on a list of an APM Entity.</summary>
/// <param name="ApmId">The APM.</param>
/// <param name="EntityId">The APM Entity.</param>
/// <param name="Tin">The TIN.</param>
/// <param name="Npi">The NPI.</param>
public sealed record ApmListing(string ApmId, string EntityId, string Tin, string Npi)
{
    /// <summary>A MIPS APM.</summary>
    public bool IsMipsApm { get; init; }

    /// <summary>Everybody who bills under the TIN takes part.</summary>
    public bool IsFullTin { get; init; }

    /// <summary>The model of the Entity, for example <c>sharedSavingsProgram</c>.</summary>
    public string? Model { get; init; }

    /// <summary>Which list.</summary>
    public ApmList List { get; init; }

    /// <summary>The snapshot dates on which the list names the clinician: 1 is 31 March, 2 30 June, 3 31 August, 4 31 December.</summary>
    public IReadOnlyList<int> Snapshots { get; init; } = [];
}

/// <summary>A practice of a virtual group.</summary>
/// <param name="VirtualGroupId">The virtual group.</param>
/// <param name="Tin">The TIN.</param>
/// <param name="ElectedAt">When the election was made; null where it was not.</param>
/// <param name="Agreement">The answers to the items of the formal written agreement, in the order of the paragraph; null where there is none.</param>
/// <param name="Place">Where it stands in the input.</param>
public sealed record VirtualGroupPractice(string VirtualGroupId, string Tin, Moment? ElectedAt, IReadOnlyList<bool?> Agreement, string Place);

/// <summary>A clinician of a subgroup.</summary>
/// <param name="SubgroupId">The subgroup.</param>
/// <param name="Tin">The TIN.</param>
/// <param name="Npi">The NPI.</param>
public sealed record SubgroupClinician(string SubgroupId, string Tin, string Npi);
