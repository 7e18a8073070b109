using OpenQpp.Access;
using OpenQpp.Store;

namespace OpenQpp.Web.Pages.People;

/// <summary>A role with the names to show.</summary>
/// <param name="Role">The role.</param>
/// <param name="Person">Who holds it or asks for it.</param>
/// <param name="Organization">In which organization.</param>
public sealed record NamedRole(StoredRole Role, string Person, string Organization)
{
    /// <summary>The kind of role in words.</summary>
    public string Kind => Role.Role.Kind switch
    {
        RoleKind.SecurityOfficial => "Security Official",
        RoleKind.Staff => "Staff User",
        RoleKind.Clinician => "Clinician",
        _ => "Reviewer",
    };
}
