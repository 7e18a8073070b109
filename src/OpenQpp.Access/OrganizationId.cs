namespace OpenQpp.Access;

/// <summary>One organization. Ids are compared as they stand; an id may hold a TIN, so <see cref="ToString"/> does not show it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id within the kind, the same everywhere in one question.</param>
public readonly record struct OrganizationId(OrganizationKind Kind, string Id)
{
    /// <summary>The organization as an owner of what is shown.</summary>
    public OwnerId Owner => new(Kind.Owner(), Id);

    /// <summary>The kind only.</summary>
    public override string ToString() => Kind.Owner().Word();
}
