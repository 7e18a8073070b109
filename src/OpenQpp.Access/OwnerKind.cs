namespace OpenQpp.Access;

/// <summary>A kind of unit whose data are shown.</summary>
public enum OwnerKind
{
    /// <summary>A practice: one TIN.</summary>
    Practice,

    /// <summary>An APM Entity.</summary>
    ApmEntity,

    /// <summary>A virtual group.</summary>
    VirtualGroup,

    /// <summary>A registry or another submitter.</summary>
    Registry,

    /// <summary>A subgroup of a practice.</summary>
    Subgroup,

    /// <summary>One association of a clinician with a practice: a TIN/NPI.</summary>
    Clinician,

    /// <summary>No unit: pages of the portal itself, such as the public lookup.</summary>
    Portal,
}

/// <summary>The words for the kinds of owners, as they stand in addresses.</summary>
public static class OwnerKinds
{
    private static readonly string[] Words = ["practices", "apm-entities", "virtual-groups", "registries", "subgroups", "clinicians", "portal"];

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<OwnerKind> All { get; } = Enum.GetValues<OwnerKind>();

    /// <summary>The kinds that are scored, and can ask and register for themselves.</summary>
    public static IReadOnlyList<OwnerKind> Scored { get; } = [OwnerKind.Practice, OwnerKind.Subgroup, OwnerKind.Clinician, OwnerKind.ApmEntity, OwnerKind.VirtualGroup];

    /// <summary>The word in addresses, for example <c>apm-entities</c>.</summary>
    /// <param name="kind">The kind.</param>
    public static string Word(this OwnerKind kind) => Words[(int)kind];

    /// <summary>The kind of a word, or null.</summary>
    /// <param name="word">For example <c>apm-entities</c>.</param>
    public static OwnerKind? Of(string word)
    {
        var index = Array.IndexOf(Words, word);
        return index < 0 ? null : (OwnerKind)index;
    }

    /// <summary>An organization as an owner.</summary>
    /// <param name="kind">The kind of organization.</param>
    public static OwnerKind Owner(this OrganizationKind kind) => kind switch
    {
        OrganizationKind.Practice => OwnerKind.Practice,
        OrganizationKind.ApmEntity => OwnerKind.ApmEntity,
        OrganizationKind.VirtualGroup => OwnerKind.VirtualGroup,
        _ => OwnerKind.Registry,
    };
}
