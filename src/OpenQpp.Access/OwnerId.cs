namespace OpenQpp.Access;

/// <summary>One owner. Ids are compared as they stand; an id may hold a TIN or an NPI, so <see cref="ToString"/> does not show it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id within the kind, the same everywhere in one question.</param>
public readonly record struct OwnerId(OwnerKind Kind, string Id)
{
    /// <summary>The kind only.</summary>
    public override string ToString() => Kind.Word();
}
