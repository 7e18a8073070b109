using OpenQpp.Access;

namespace OpenQpp.Store;

/// <summary>Who takes part in whom, in one run.</summary>
/// <param name="Owner">The APM Entity, virtual group or subgroup.</param>
/// <param name="OwnerIdentifier">Its identifier; that of a subgroup is its own id.</param>
/// <param name="OwnerName">Its name; null where it is not known.</param>
/// <param name="Member">The practice or TIN/NPI.</param>
/// <param name="Tin">The TIN of the member.</param>
/// <param name="Npi">The NPI of a TIN/NPI; null for a practice.</param>
/// <param name="MemberName">The name of a practice; null where it is not known, and for a TIN/NPI.</param>
/// <param name="List">participation or affiliated, of an APM Entity; empty for others.</param>
/// <param name="ApmId">The APM of an APM Entity; null for others.</param>
/// <param name="IsMipsApm">Whether it is a MIPS APM; null for others than APM Entities.</param>
/// <param name="IsFullTin">Whether all clinicians of the TIN take part; null for others than APM Entities.</param>
/// <param name="Snapshots">The snapshots on which the member was listed, joined by <c>;</c>; null for others than APM Entities.</param>
public sealed record Participation(
    OwnerId Owner, string OwnerIdentifier, string? OwnerName, OwnerId Member, string Tin, string? Npi, string? MemberName, string List, string? ApmId, bool? IsMipsApm, bool? IsFullTin, string? Snapshots);

/// <summary>Participants of APM Entities, virtual groups and subgroups.</summary>
/// <param name="database">The store.</param>
public sealed class Participations(StoreDatabase database)
{
    /// <summary>The list of an APM Entity whose clinicians do not take part in it for MIPS.</summary>
    internal const string Affiliated = "affiliated";

    /// <summary>Of a practice, a TIN/NPI shares the virtual group; the APM Entities are those of each TIN/NPI itself.</summary>
    internal const string CountsFor = "(part.member_id = owner.id OR owner.kind = 'subgroups' OR part.owner_kind = 'virtual-groups')";

    private const string Select = """
        SELECT part.owner_id, part.owner_kind, whole.identifier AS owner_identifier, whole_name.name AS owner_name, part.member_id, part.member_kind, member.identifier, member.npi,
          member_name.name AS member_name, part.list, part.apm_id, part.mips_apm, part.full_tin, part.snapshots
        FROM participation part
        JOIN owner whole ON whole.id = part.owner_id
        JOIN owner member ON member.id = part.member_id
        LEFT JOIN organization_year whole_name ON whole_name.run_id = part.run_id AND whole_name.organization_id = part.owner_id
        LEFT JOIN organization_year member_name ON member_name.run_id = part.run_id AND member_name.organization_id = part.member_id
        """;

    /// <summary>In what a practice or TIN/NPI itself takes part.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="memberId">The practice or TIN/NPI.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<Participation>> OfMember(long runId, string memberId, CancellationToken cancellation = default) =>
        database.All($"{Select} WHERE part.run_id = @RunId AND part.member_id = @MemberId ORDER BY part.owner_kind, whole.identifier, part.list", new { RunId = runId, MemberId = memberId }, Of, cancellation);

    /// <summary>The members of an APM Entity, virtual group or subgroup, by identifier.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="ownerId">The APM Entity, virtual group or subgroup.</param>
    /// <param name="kind">Practices, or TIN/NPIs.</param>
    /// <param name="cancellation">Gives up.</param>
    public IAsyncEnumerable<Participation> Members(long runId, string ownerId, OwnerKind kind, CancellationToken cancellation = default) =>
        database.Stream(
            $"{Select} WHERE part.run_id = @RunId AND part.owner_id = @OwnerId AND part.member_kind = @Kind ORDER BY member.identifier, part.list",
            new { RunId = runId, OwnerId = ownerId, Kind = kind.Word() },
            Of,
            cancellation);

    private static Participation Of(Row row) => new(
        StoredOwner.OwnerOf(row, "owner_kind", "owner_id"),
        StoredOwner.OwnPart(row.Text("owner_identifier")),
        row.TextOrNull("owner_name"),
        StoredOwner.OwnerOf(row, "member_kind", "member_id"),
        StoredOwner.TinOf(row.Text("identifier")),
        row.TextOrNull("npi"),
        row.TextOrNull("member_name"),
        row.Text("list"),
        row.TextOrNull("apm_id"),
        row.FlagOrNull("mips_apm"),
        row.FlagOrNull("full_tin"),
        row.TextOrNull("snapshots"));
}
