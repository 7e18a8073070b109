using OpenQpp.Access;
using OpenQpp.Vocabulary;

namespace OpenQpp.AccessMatrix;

/// <summary>A made-up person and owner that stand in a relation to each other.</summary>
internal static class World
{
    public static readonly Npi Mine = Npi.Of("1000000012");
    public static readonly Npi Others = Npi.Of("1999999992");

    public static OrganizationId Practice(string id = "practice-1") => new(OrganizationKind.Practice, id);

    public static OrganizationId Aco(string id = "entity-1") => new(OrganizationKind.ApmEntity, id);

    public static OrganizationId VirtualGroup(string id = "virtual-1") => new(OrganizationKind.VirtualGroup, id);

    public static OrganizationId Registry(string id = "registry-1") => new(OrganizationKind.Registry, id);

    /// <summary>The role of a column; null for the columns that need none.</summary>
    public static HeldRole? RoleOf(RoleColumn column) => column switch
    {
        RoleColumn.PracticeOfficial => HeldRole.SecurityOfficialOf(Practice()),
        RoleColumn.PracticeStaff => HeldRole.StaffOf(Practice()),
        RoleColumn.ApmOfficial => HeldRole.SecurityOfficialOf(Aco()),
        RoleColumn.ApmStaff => HeldRole.StaffOf(Aco()),
        RoleColumn.VirtualGroupOfficial => HeldRole.SecurityOfficialOf(VirtualGroup()),
        RoleColumn.VirtualGroupStaff => HeldRole.StaffOf(VirtualGroup()),
        RoleColumn.RegistryOfficial => HeldRole.SecurityOfficialOf(Registry()),
        RoleColumn.RegistryStaff => HeldRole.StaffOf(Registry()),
        RoleColumn.Clinician => HeldRole.ClinicianOf(Mine),
        RoleColumn.Reviewer => HeldRole.Reviewer,
        _ => null,
    };

    /// <summary>A viewer with the role of a column and an owner in a relation to it; null where there is no such thing.</summary>
    public static (Viewer? Viewer, OwnerFacts Owner)? Of(RoleColumn column, OwnerKind kind, Relation relation, bool condition)
    {
        var owner = (kind == OwnerKind.Portal ? OwnerFacts.Portal : Foreign(kind)) with { IsSharedSavingsAco = condition, LacksOwnInteroperability = condition };
        var role = RoleOf(column);
        List<OwnerFacts> standing = [];
        switch (relation)
        {
            case Relation.Own when kind == OwnerKind.Portal:
                break;
            case Relation.Own when role?.Organization is { } organization && organization.Owner.Kind == kind:
                owner = owner with { Owner = organization.Owner };
                break;
            case Relation.Own when role?.Organization is { Kind: OrganizationKind.Practice } practice && kind is OwnerKind.Subgroup or OwnerKind.Clinician:
                owner = owner with { PracticeId = RoleOf(column)!.Organization!.Value.Id };
                break;
            case Relation.Own when role?.Organization is { Kind: OrganizationKind.ApmEntity or OrganizationKind.VirtualGroup } entity && kind == OwnerKind.Clinician:
                owner = owner with { PaidBy = entity.Owner, TakesPartIn = [entity] };
                break;
            case Relation.Own when role?.Organization is { Kind: OrganizationKind.Registry } registry:
                owner = owner with { SubmittedBy = registry.Id };
                break;
            case Relation.Own when column == RoleColumn.Clinician && kind == OwnerKind.Clinician:
                owner = owner with { Npi = Mine };
                break;
            case Relation.Own when column == RoleColumn.Clinician && kind != OwnerKind.Registry:
                standing.Add(Association with { PaidBy = owner.Owner });
                break;
            case Relation.Own when column == RoleColumn.Reviewer:
                owner = owner with { IsUnderReview = true };
                break;
            case Relation.Member when column is RoleColumn.PracticeOfficial or RoleColumn.PracticeStaff && kind is OwnerKind.ApmEntity or OwnerKind.VirtualGroup:
                standing.Add(new OwnerFacts(Practice().Owner) { TakesPartIn = [OrganizationOf(owner.Owner)] });
                break;
            case Relation.Member when role?.Organization is { Kind: OrganizationKind.ApmEntity or OrganizationKind.VirtualGroup } entity && kind is OwnerKind.Practice or OwnerKind.Subgroup or OwnerKind.Clinician:
                owner = owner with { TakesPartIn = [RoleOf(column)!.Organization!.Value] };
                break;
            case Relation.Member when column == RoleColumn.Clinician && kind == OwnerKind.Practice:
                standing.Add(Association with { PracticeId = owner.Owner.Id });
                break;
            case Relation.Member when column == RoleColumn.Clinician && kind is OwnerKind.ApmEntity or OwnerKind.VirtualGroup:
                standing.Add(Association with { TakesPartIn = [OrganizationOf(owner.Owner)] });
                break;
            case Relation.Foreign when kind != OwnerKind.Portal:
                owner = owner with { IsUnderReview = column != RoleColumn.Reviewer };
                break;
            default:
                return null;
        }

        return (column == RoleColumn.Public ? null : new Viewer(role is null ? [] : [role], standing), owner);
    }

    /// <summary>An association of my NPI that an individual score pays.</summary>
    public static OwnerFacts Association { get; } = new(new OwnerId(OwnerKind.Clinician, "association-1"))
    {
        Npi = Mine,
        PracticeId = "practice-1",
        PaidBy = new OwnerId(OwnerKind.Clinician, "association-1"),
    };

    /// <summary>An owner with whom nobody here has anything to do.</summary>
    public static OwnerFacts Foreign(OwnerKind kind) => new(new OwnerId(kind, "other"))
    {
        PracticeId = "practice-2",
        Npi = Others,
        PaidBy = Aco("entity-2").Owner,
        TakesPartIn = [Aco("entity-2"), VirtualGroup("virtual-2")],
        SubmittedBy = "registry-2",
    };

    private static OrganizationId OrganizationOf(OwnerId owner) =>
        new(owner.Kind == OwnerKind.ApmEntity ? OrganizationKind.ApmEntity : OrganizationKind.VirtualGroup, owner.Id);
}
