namespace OpenQpp.Access;

/// <summary>A column of the access matrix.</summary>
public enum RoleColumn
{
    /// <summary>Security Official of a practice.</summary>
    PracticeOfficial,

    /// <summary>Staff of a practice.</summary>
    PracticeStaff,

    /// <summary>Security Official of an APM Entity.</summary>
    ApmOfficial,

    /// <summary>Staff of an APM Entity.</summary>
    ApmStaff,

    /// <summary>Security Official of a virtual group.</summary>
    VirtualGroupOfficial,

    /// <summary>Staff of a virtual group.</summary>
    VirtualGroupStaff,

    /// <summary>Security Official of a registry.</summary>
    RegistryOfficial,

    /// <summary>Staff of a registry.</summary>
    RegistryStaff,

    /// <summary>The clinician of an NPI.</summary>
    Clinician,

    /// <summary>Reviewer of requests for targeted review.</summary>
    Reviewer,

    /// <summary>Signed in, whether or not a role was approved.</summary>
    SignedIn,

    /// <summary>Everybody, signed in or not.</summary>
    Public,
}

/// <summary>The words for the columns, and who stands in which.</summary>
public static class RoleColumns
{
    private static readonly string[] Words =
    [
        "practice-official", "practice-staff", "apm-official", "apm-staff", "virtual-group-official", "virtual-group-staff",
        "registry-official", "registry-staff", "clinician", "reviewer", "signed-in", "public",
    ];

    /// <summary>All columns, in the order of the matrix.</summary>
    public static IReadOnlyList<RoleColumn> All { get; } = Enum.GetValues<RoleColumn>();

    /// <summary>The word at the head of the column, for example <c>apm-staff</c>.</summary>
    /// <param name="column">The column.</param>
    public static string Word(this RoleColumn column) => Words[(int)column];

    /// <summary>The column in which a role stands.</summary>
    /// <param name="role">The role.</param>
    public static RoleColumn Column(this HeldRole role) => (role.Kind, role.Organization?.Kind) switch
    {
        (RoleKind.Clinician, _) => RoleColumn.Clinician,
        (RoleKind.Reviewer, _) => RoleColumn.Reviewer,
        (RoleKind.SecurityOfficial, OrganizationKind.Practice) => RoleColumn.PracticeOfficial,
        (_, OrganizationKind.Practice) => RoleColumn.PracticeStaff,
        (RoleKind.SecurityOfficial, OrganizationKind.ApmEntity) => RoleColumn.ApmOfficial,
        (_, OrganizationKind.ApmEntity) => RoleColumn.ApmStaff,
        (RoleKind.SecurityOfficial, OrganizationKind.VirtualGroup) => RoleColumn.VirtualGroupOfficial,
        (_, OrganizationKind.VirtualGroup) => RoleColumn.VirtualGroupStaff,
        (RoleKind.SecurityOfficial, _) => RoleColumn.RegistryOfficial,
        _ => RoleColumn.RegistryStaff,
    };
}
