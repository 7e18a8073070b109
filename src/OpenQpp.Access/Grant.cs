namespace OpenQpp.Access;

/// <summary>A right that one role gives.</summary>
/// <param name="Role">The role; null where none is needed.</param>
/// <param name="Relation">How its holder stands to the owner.</param>
/// <param name="Resource">What may be seen.</param>
/// <param name="Owner">Of whom.</param>
/// <param name="From">The rule in words, for the audit log.</param>
public sealed record Grant(HeldRole? Role, Relation Relation, Resource Resource, OwnerFacts Owner, string From)
{
    /// <summary>The organization by which the right is held; null for clinicians, reviewers and the public.</summary>
    public OrganizationId? Organization => Role?.Organization;
}
