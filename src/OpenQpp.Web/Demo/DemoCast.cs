using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>The organizations of the demonstration world in which people hold roles, and who they are.</summary>
/// <param name="Practices">Two practices and a facility-based one: scored as a group, with subgroups, by its hospital.</param>
/// <param name="Entities">Two APM Entities.</param>
/// <param name="VirtualGroups">Two virtual groups.</param>
/// <param name="Registries">Two registries.</param>
/// <param name="Clinician">A clinician who receives a group score.</param>
internal sealed record DemoCast(
    IReadOnlyList<Organization> Practices,
    IReadOnlyList<Organization> Entities,
    IReadOnlyList<Organization> VirtualGroups,
    IReadOnlyList<Organization> Registries,
    Assignment Clinician)
{
    /// <summary>The user names of everybody.</summary>
    public static IReadOnlyList<string> Users { get; } =
    [
        "manager", "staff", "subgroups", "facility", "aco", "aco-staff", "virtual-group", "virtual-group-staff", "registry", "registry-staff", "clinician", "three-roles",
        "intermediary", "removed", "newcomer", "reviewer",
    ];

    /// <summary>Those of them that are scored.</summary>
    public IEnumerable<Organization> Organizations => [.. Practices, .. Entities, .. VirtualGroups];

    /// <summary>User name, name and roles of everybody.</summary>
    public IReadOnlyList<(string User, string Name, IReadOnlyList<DemoRole> Roles)> People =>
    [
        ("manager", "Pat Manager", [Official(Practices[0])]),
        ("staff", "Sam Staff", [Staff(Practices[0])]),
        ("subgroups", "Sasha Subgroup", [Official(Practices[1])]),
        ("facility", "Frankie Facility", [Official(Practices[2])]),
        ("aco", "Alex Aco", [Official(Entities[0])]),
        ("aco-staff", "Ari Aco", [Staff(Entities[1])]),
        ("virtual-group", "Vic Virtual", [Official(VirtualGroups[0])]),
        ("virtual-group-staff", "Val Virtual", [Staff(VirtualGroups[1])]),
        ("registry", "Robin Registry", [Official(Registries[0])]),
        ("registry-staff", "Reese Registry", [Staff(Registries[1])]),
        ("clinician", $"{Clinician.FirstName} {Clinician.LastName}", [new(HeldRole.ClinicianOf(Npi.Of(Clinician.Npi)))]),
        ("three-roles", "Toni Three", [Staff(Practices[0]), Staff(Entities[0]), Staff(VirtualGroups[0])]),
        ("intermediary", "Indy Intermediary", [Staff(Practices[1])]),
        ("removed", "Remy Removed", [Staff(Practices[1]) with { IsRemoved = true }]),
        ("newcomer", "Nico Newcomer", []),
        ("reviewer", "Rory Reviewer", [new(HeldRole.Reviewer)]),
    ];

    /// <summary>Chooses them from what is published.</summary>
    public static async Task<DemoCast> Choose(PortalStore store, DateTimeOffset now)
    {
        var run = (await store.Years.Current(DemoWorld.Years[^1], ReleaseKind.Scores, now))!;
        var practices = new List<Organization>();
        var (group, withSubgroups, facility) = ((Organization?)null, (Organization?)null, (Organization?)null);
        foreach (var practice in await All(store, OrganizationKind.Practice))
        {
            var scores = new List<StoredScore>();
            await foreach (var score in store.Scores.OfPractice(run.Id, practice.Id.Id))
            {
                scores.Add(score);
            }

            var own = scores.Find(score => score.Level == ParticipationOption.Group);
            withSubgroups ??= scores.Exists(score => score.Level == ParticipationOption.Subgroup) ? practice : null;
            facility ??= own is { IsFacilityBased: true } ? practice : null;
            group ??= own is { IsFacilityBased: false, Option: ReportingOption.Traditional, FinalScore: not null } && await store.Assignments.CountOfSource(run.Id, practice.Id.Id) >= 4 ? practice : null;
        }

        var clinician = default(Assignment);
        await foreach (var line in store.Assignments.AllOfSource(run.Id, group!.Id.Id))
        {
            clinician ??= line;
        }

        var entities = new List<Organization>();
        foreach (var entity in await All(store, OrganizationKind.ApmEntity))
        {
            if (await store.Assignments.CountOfSource(run.Id, entity.Id.Id) > 1)
            {
                entities.Add(entity);
            }
        }

        var virtualGroups = (await All(store, OrganizationKind.VirtualGroup)).Where(one => DemoNation.VirtualGroups.Contains(one.Identifier, StringComparer.Ordinal)).ToArray();
        return new([group, withSubgroups!, facility!], entities, virtualGroups, await All(store, OrganizationKind.Registry), clinician!);
    }

    /// <summary>Roles in words.</summary>
    public static async Task<string> SaysOf(PortalStore store, IReadOnlyList<DemoRole> roles)
    {
        var words = new List<string>();
        foreach (var role in roles.Select(role => role.Role))
        {
            words.Add(role switch
            {
                { Kind: RoleKind.Clinician } => "Clinician",
                { Kind: RoleKind.Reviewer } => "Reviewer of targeted reviews",
                { Organization: { } id } => $"{(role.Kind == RoleKind.SecurityOfficial ? "Security Official" : "Staff User")} of {(await store.Organizations.ById(id.Id))?.Name}",
                _ => "",
            });
        }

        return words.Count == 0 ? "no role yet" : string.Join(", ", words);
    }

    private static DemoRole Official(Organization organization) => new(HeldRole.SecurityOfficialOf(organization.Id));

    private static DemoRole Staff(Organization organization) => new(HeldRole.StaffOf(organization.Id));

    private static async Task<IReadOnlyList<Organization>> All(PortalStore store, OrganizationKind kind) =>
        [.. (await store.Organizations.Search(kind, "", new(0, 1000))).Rows.OrderBy(organization => organization.Identifier, StringComparer.Ordinal)];
}
