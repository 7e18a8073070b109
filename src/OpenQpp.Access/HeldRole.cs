using OpenQpp.Vocabulary;

namespace OpenQpp.Access;

/// <summary>A kind of role.</summary>
public enum RoleKind
{
    /// <summary>Security Official of an organization: sees what Staff see and decides who gets in.</summary>
    SecurityOfficial,

    /// <summary>Staff of an organization, an intermediary that the organization approved included.</summary>
    Staff,

    /// <summary>The clinician of an NPI.</summary>
    Clinician,

    /// <summary>Decides on requests for targeted review; no practice can hold it.</summary>
    Reviewer,
}

/// <summary>
/// A role that a person holds. Only approved roles are ever made into one: who is removed holds it no more, and with it
/// everything that it gave.
/// </summary>
public sealed record HeldRole
{
    private HeldRole(RoleKind kind, OrganizationId? organization, Npi? npi)
    {
        Kind = kind;
        Organization = organization;
        Npi = npi;
    }

    /// <summary>The role of a reviewer.</summary>
    public static HeldRole Reviewer { get; } = new(RoleKind.Reviewer, null, null);

    /// <summary>The kind of role.</summary>
    public RoleKind Kind { get; }

    /// <summary>The organization of a Security Official or of Staff; null for the others.</summary>
    public OrganizationId? Organization { get; }

    /// <summary>The NPI of a clinician; null for the others.</summary>
    public Npi? Npi { get; }

    /// <summary>Security Official of an organization.</summary>
    /// <param name="organization">The organization.</param>
    public static HeldRole SecurityOfficialOf(OrganizationId organization) => new(RoleKind.SecurityOfficial, organization, null);

    /// <summary>Staff of an organization.</summary>
    /// <param name="organization">The organization.</param>
    public static HeldRole StaffOf(OrganizationId organization) => new(RoleKind.Staff, organization, null);

    /// <summary>The clinician of an NPI.</summary>
    /// <param name="npi">The NPI.</param>
    public static HeldRole ClinicianOf(Npi npi) => new(RoleKind.Clinician, null, npi);

    /// <summary>The column of the matrix; no TIN, no NPI.</summary>
    public override string ToString() => this.Column().Word();
}
