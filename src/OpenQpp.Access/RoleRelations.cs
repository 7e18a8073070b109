namespace OpenQpp.Access;

/// <summary>Which owners of a kind are the holder's own, and of which the holder is a member.</summary>
internal static class RoleRelations
{
    private static readonly OwnerTest Every = new(OwnerTestKind.Every, "");
    private static readonly OwnerTest UnderReview = new(OwnerTestKind.UnderReview, "");

    /// <summary>The tests that owners in a relation to the holder of a role meet, any of them; every owner stands in the last relation to anybody.</summary>
    /// <param name="role">The role; null for somebody without one.</param>
    /// <param name="relation">The relation.</param>
    /// <param name="owner">The kind of owner.</param>
    /// <param name="standing">What is known of the holder's practices and associations.</param>
    public static IEnumerable<OwnerTest> Tests(HeldRole? role, Relation relation, OwnerKind owner, IReadOnlyList<OwnerFacts> standing) =>
        (role, relation) switch
        {
            (_, Relation.Foreign) => [Every],
            _ when owner == OwnerKind.Portal => relation == Relation.Own ? [Every] : [],
            (null, _) => [],
            ({ Kind: RoleKind.Reviewer }, _) => relation == Relation.Own ? [UnderReview] : [],
            ({ Kind: RoleKind.Clinician }, Relation.Own) => OfClinician(role, owner, standing),
            ({ Kind: RoleKind.Clinician }, _) => AroundClinician(role, owner, standing),
            ({ Organization: { } organization }, Relation.Own) => OfOrganization(organization, owner),
            ({ Organization: { } organization }, _) => AroundOrganization(organization, owner, standing),
            _ => [],
        };

    private static IEnumerable<OwnerTest> OfOrganization(OrganizationId organization, OwnerKind owner) => (organization.Kind, owner) switch
    {
        _ when organization.Kind.Owner() == owner => [new(OwnerTestKind.Id, organization.Id)],
        (OrganizationKind.Practice, OwnerKind.Subgroup or OwnerKind.Clinician) => [new(OwnerTestKind.Practice, organization.Id)],
        (OrganizationKind.ApmEntity or OrganizationKind.VirtualGroup, OwnerKind.Clinician) => [new(OwnerTestKind.PaidBy, organization.Id, organization.Kind)],
        (OrganizationKind.Registry, _) => [new(OwnerTestKind.SubmittedBy, organization.Id)],
        _ => [],
    };

    private static IEnumerable<OwnerTest> AroundOrganization(OrganizationId organization, OwnerKind owner, IReadOnlyList<OwnerFacts> standing) => (organization.Kind, owner) switch
    {
        (OrganizationKind.Practice, OwnerKind.ApmEntity or OwnerKind.VirtualGroup) =>
            standing.Where(facts => facts.Owner == organization.Owner).SelectMany(facts => Partners(facts, owner)),
        (OrganizationKind.ApmEntity or OrganizationKind.VirtualGroup, OwnerKind.Practice or OwnerKind.Subgroup or OwnerKind.Clinician) =>
            [new(OwnerTestKind.TakesPartIn, organization.Id, organization.Kind)],
        _ => [],
    };

    private static IEnumerable<OwnerTest> OfClinician(HeldRole role, OwnerKind owner, IReadOnlyList<OwnerFacts> standing) => owner == OwnerKind.Clinician
        ? [new(OwnerTestKind.Npi, "", Npi: role.Npi)]
        : Associations(role, standing).Where(facts => facts.PaidBy?.Kind == owner).Select(facts => new OwnerTest(OwnerTestKind.Id, facts.PaidBy!.Value.Id));

    private static IEnumerable<OwnerTest> AroundClinician(HeldRole role, OwnerKind owner, IReadOnlyList<OwnerFacts> standing) => owner switch
    {
        OwnerKind.Practice => Associations(role, standing).Where(facts => facts.PracticeId is not null).Select(facts => new OwnerTest(OwnerTestKind.Id, facts.PracticeId!)),
        OwnerKind.ApmEntity or OwnerKind.VirtualGroup => Associations(role, standing).SelectMany(facts => Partners(facts, owner)),
        _ => [],
    };

    private static IEnumerable<OwnerFacts> Associations(HeldRole role, IReadOnlyList<OwnerFacts> standing) =>
        standing.Where(facts => facts.Owner.Kind == OwnerKind.Clinician && facts.Npi == role.Npi);

    private static IEnumerable<OwnerTest> Partners(OwnerFacts facts, OwnerKind owner) =>
        facts.TakesPartIn.Where(organization => organization.Kind.Owner() == owner).Select(organization => new OwnerTest(OwnerTestKind.Id, organization.Id));
}
