using OpenQpp.Access;
using OpenQpp.AccessMatrix;

namespace OpenQpp.Portal;

/// <summary>How the holder of a role stands to an owner, written down a second time from the published description and not from the product.</summary>
internal static class Standing
{
    /// <summary>Own, member or foreign.</summary>
    public static Relation Of(HeldRole role, OwnerFacts owner, IReadOnlyList<OwnerFacts> standing) =>
        IsOwn(role, owner, standing) ? Relation.Own : IsMember(role, owner, standing) ? Relation.Member : Relation.Foreign;

    /// <summary>What the published table says of a person; null is nobody.</summary>
    public static bool Grants(Viewer? viewer, int? year, Resource resource, OwnerFacts owner)
    {
        var condition = resource == Resource.ApmParticipantPiScores ? owner.LacksOwnInteroperability : owner.IsSharedSavingsAco;
        bool Says(RoleColumn column, Relation relation) => Published.Says(resource, owner.Owner.Kind, column, relation, year ?? DefaultYear, condition);
        return Says(RoleColumn.Public, Relation.Foreign)
            || viewer is not null && (Says(RoleColumn.SignedIn, Relation.Foreign) || viewer.Roles.Any(role => Says(role.Column(), Of(role, owner, viewer.Standing))));
    }

    /// <summary>For pages that name no year.</summary>
    private const int DefaultYear = 2024;

    private static bool IsOwn(HeldRole role, OwnerFacts owner, IReadOnlyList<OwnerFacts> standing) => role switch
    {
        { Kind: RoleKind.Reviewer } => owner.IsUnderReview,
        { Kind: RoleKind.Clinician } => owner.Owner.Kind == OwnerKind.Clinician
            ? owner.Npi == role.Npi
            : standing.Any(association => association.Npi == role.Npi && association.PaidBy == owner.Owner),
        { Organization: { } organization } => organization.Owner == owner.Owner || organization.Kind switch
        {
            OrganizationKind.Practice => owner.Owner.Kind is OwnerKind.Subgroup or OwnerKind.Clinician && owner.PracticeId == organization.Id,
            OrganizationKind.Registry => owner.SubmittedBy == organization.Id,
            _ => owner.Owner.Kind == OwnerKind.Clinician && owner.PaidBy == organization.Owner,
        },
        _ => false,
    };

    private static bool IsMember(HeldRole role, OwnerFacts owner, IReadOnlyList<OwnerFacts> standing) => role switch
    {
        { Kind: RoleKind.Clinician } => standing.Any(association => association.Npi == role.Npi
            && (association.PracticeId == owner.Owner.Id || association.TakesPartIn.Any(organization => organization.Owner == owner.Owner))),
        { Organization: { Kind: OrganizationKind.Practice } practice } =>
            standing.Any(facts => facts.Owner == practice.Owner && facts.TakesPartIn.Any(organization => organization.Owner == owner.Owner)),
        { Organization: { Kind: OrganizationKind.ApmEntity or OrganizationKind.VirtualGroup } entity } => owner.TakesPartIn.Contains(entity),
        _ => false,
    };
}
