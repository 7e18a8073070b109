using OpenQpp.Access;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>What came of a request for a role.</summary>
public enum RoleState
{
    /// <summary>Asked for.</summary>
    Requested,

    /// <summary>Approved: it is held.</summary>
    Approved,

    /// <summary>Denied.</summary>
    Denied,

    /// <summary>Removed: it is held no more.</summary>
    Removed,
}

/// <summary>A role that somebody holds, asked for, or held.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="PersonId">Who.</param>
/// <param name="Role">The role.</param>
/// <param name="State">What came of it.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="DecidedBy">Who decided last; null as long as nobody did.</param>
/// <param name="DecidedAt">When; null as long as nobody did.</param>
public sealed record StoredRole(string Id, string PersonId, HeldRole Role, RoleState State, DateTimeOffset RequestedAt, string? DecidedBy, DateTimeOffset? DecidedAt)
{
    private static readonly string[] Kinds = ["security-official", "staff", "clinician", "reviewer"];
    private static readonly string[] States = ["requested", "approved", "denied", "removed"];

    internal static StoredRole Of(Row row) => new(
        row.Text("id"),
        row.Text("person_id"),
        RoleOf(row),
        (RoleState)Array.IndexOf(States, row.Text("state")),
        row.Time("requested_at_us"),
        row.TextOrNull("decided_by"),
        row.TimeOrNull("decided_at_us"));

    internal static string Word(RoleKind kind) => Kinds[(int)kind];

    internal static string Word(RoleState state) => States[(int)state];

    private static HeldRole RoleOf(Row row) => (RoleKind)Array.IndexOf(Kinds, row.Text("role")) switch
    {
        RoleKind.SecurityOfficial => HeldRole.SecurityOfficialOf(OrganizationOf(row)),
        RoleKind.Staff => HeldRole.StaffOf(OrganizationOf(row)),
        RoleKind.Clinician => HeldRole.ClinicianOf(Npi.Of(row.Text("npi"))),
        _ => HeldRole.Reviewer,
    };

    private static OrganizationId OrganizationOf(Row row) => new(OwnersFacts.KindOf(StoredOwner.KindOf(row.Text("kind"))), row.Text("organization_id"));
}

/// <summary>Roles. They are read at every request, so that a removal holds from the next one on.</summary>
/// <param name="database">The store.</param>
public sealed class Roles(StoreDatabase database)
{
    private const string Select = """
        SELECT held.id, held.person_id, held.role, held.organization_id, owner.kind, held.npi, held.state, held.requested_at_us, held.decided_by, held.decided_at_us
        FROM held_role held LEFT JOIN owner ON owner.id = held.organization_id
        """;

    /// <summary>The roles that somebody holds: the approved ones and no others.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<HeldRole>> Approved(string personId, CancellationToken cancellation = default) =>
        database.All($"{Select} WHERE held.person_id = @PersonId AND held.state = 'approved' ORDER BY held.requested_at_us, held.id", new { PersonId = personId }, row => StoredRole.Of(row).Role, cancellation);

    /// <summary>Every role of somebody in whatever state, the newest request first.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<StoredRole>> OfPerson(string personId, CancellationToken cancellation = default) =>
        database.All($"{Select} WHERE held.person_id = @PersonId ORDER BY held.requested_at_us DESC, held.id", new { PersonId = personId }, StoredRole.Of, cancellation);

    /// <summary>Requests for and holders of roles in an organization, the oldest request first.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="state">Those in this state; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<StoredRole>> OfOrganization(string organizationId, RoleState? state, CancellationToken cancellation = default) =>
        database.All(
            $"{Select} WHERE held.organization_id = @OrganizationId{(state is null ? "" : " AND held.state = @State")} ORDER BY held.requested_at_us, held.id",
            new { OrganizationId = organizationId, State = state is { } one ? StoredRole.Word(one) : null },
            StoredRole.Of,
            cancellation);

    /// <summary>A role by its id; null where there is none.</summary>
    /// <param name="id">The opaque id.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<StoredRole?> ById(string id, CancellationToken cancellation = default) => database.First($"{Select} WHERE held.id = @Id", new { Id = id }, StoredRole.Of, cancellation);

    /// <summary>Asks for a role; the answer is its id, or null where the person holds it or has asked for it already, or where there is no such organization.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="role">The role.</param>
    /// <param name="at">When.</param>
    /// <param name="audit">What the log says of it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<string?> Request(string personId, HeldRole role, DateTimeOffset at, AuditEntry audit, CancellationToken cancellation = default) =>
        database.InTransaction(
            async session =>
            {
                var id = OpaqueId.New();
                var added = await session.Execute(
                    """
                    INSERT INTO held_role (id, person_id, role, organization_id, npi, state, requested_at_us)
                    SELECT @Id, @PersonId, @Role, CAST(@OrganizationId AS TEXT), CAST(@Npi AS TEXT), 'requested', @At
                    WHERE @OrganizationId IS NULL OR EXISTS (SELECT 1 FROM owner WHERE id = @OrganizationId AND kind = @Kind)
                    ON CONFLICT DO NOTHING
                    """,
                    new
                    {
                        Id = id,
                        PersonId = personId,
                        Role = StoredRole.Word(role.Kind),
                        OrganizationId = role.Organization?.Id,
                        Kind = role.Organization?.Owner.Kind.Word(),
                        Npi = role.Npi?.Digits,
                        At = StoreTime.Of(at),
                    });
                if (added == 0)
                {
                    return null;
                }

                await AuditLog.Append(session, audit);
                return id;
            },
            cancellation);

    /// <summary>Decides: requested to approved or denied, approved to removed. False where the role is not in the state from which it goes.</summary>
    /// <param name="id">The role.</param>
    /// <param name="from">The state in which it must be.</param>
    /// <param name="to">The state in which it comes.</param>
    /// <param name="decidedBy">Who decides.</param>
    /// <param name="at">When.</param>
    /// <param name="audit">What the log says of it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ArgumentException">There is no way between the states.</exception>
    public Task<bool> Decide(string id, RoleState from, RoleState to, string decidedBy, DateTimeOffset at, AuditEntry audit, CancellationToken cancellation = default)
    {
        if ((from, to) is not ((RoleState.Requested, RoleState.Approved or RoleState.Denied) or (RoleState.Approved, RoleState.Removed)))
        {
            throw new ArgumentException("A request is approved or denied; a role that is held is removed.", nameof(to));
        }

        return database.InTransaction(
            async session =>
            {
                var changed = await session.Execute(
                    "UPDATE held_role SET state = @To, decided_by = @DecidedBy, decided_at_us = @At WHERE id = @Id AND state = @From",
                    new { Id = id, From = StoredRole.Word(from), To = StoredRole.Word(to), DecidedBy = decidedBy, At = StoreTime.Of(at) });
                if (changed == 1)
                {
                    await AuditLog.Append(session, audit);
                }

                return changed == 1;
            },
            cancellation);
    }
}
