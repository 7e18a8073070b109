using OpenQpp.Access;

namespace OpenQpp.Store;

/// <summary>Of which sources somebody sees scores, as the condition of a query: the same as <see cref="ScoreVisibility"/> says of one.</summary>
/// <param name="IsAll">Every source.</param>
/// <param name="Practices">Practices whose own scores, and those of their subgroups and clinicians, are seen.</param>
/// <param name="Owners">Units whose scores are seen.</param>
public sealed record VisibleSources(bool IsAll, IReadOnlyList<string> Practices, IReadOnlyList<string> Owners)
{
    /// <summary>Every source: for the clinician, reviewers and reckoning.</summary>
    public static VisibleSources All { get; } = new(IsAll: true, [], []);

    /// <summary>What a decision lets see.</summary>
    /// <param name="decision">The decision by which a page or file was granted.</param>
    public static VisibleSources Of(AccessDecision decision)
    {
        var held = decision.Grants.Where(grant => grant.Role is not null).ToArray();
        if (Array.Exists(held, grant => grant.Role!.Kind == RoleKind.Reviewer || IsClinicianOfOwn(grant) || IsOfEntity(grant) && grant.Resource == Resource.ApmParticipantPiScores))
        {
            return All;
        }

        return new(
            IsAll: false,
            [.. held.Select(grant => grant.Organization).Where(organization => organization?.Kind == OrganizationKind.Practice).Select(organization => organization!.Value.Id).Distinct(StringComparer.Ordinal)],
            [.. held.SelectMany(OwnersOf).Distinct(StringComparer.Ordinal)]);
    }

    private static bool IsClinicianOfOwn(Grant grant) => grant.Role!.Kind == RoleKind.Clinician && grant.Owner.Owner.Kind == OwnerKind.Clinician;

    private static bool IsOfEntity(Grant grant) => grant.Organization?.Kind is OrganizationKind.ApmEntity or OrganizationKind.VirtualGroup;

    /// <summary>An entity sees its own score; a practice and a clinician also that of the owner whose page was granted.</summary>
    private static IEnumerable<string> OwnersOf(Grant grant) => grant.Organization?.Kind switch
    {
        OrganizationKind.Registry => [],
        OrganizationKind.ApmEntity or OrganizationKind.VirtualGroup => [grant.Organization!.Value.Id],
        _ => [grant.Owner.Owner.Id],
    };
}
