using OpenQpp.Access;

namespace OpenQpp.Store;

/// <summary>Who did or saw what, or was not let.</summary>
/// <param name="At">When.</param>
/// <param name="PersonId">Who; null for nobody signed in.</param>
/// <param name="Action">What was done, one word: view, download, approve, …</param>
/// <param name="Resource">What it was done to: a word of <see cref="Access.Resource"/>, or of a page that is none.</param>
/// <param name="Outcome">granted, denied, done, … one word.</param>
public sealed record AuditEntry(DateTimeOffset At, string? PersonId, string Action, string Resource, string Outcome)
{
    /// <summary>The role by which, the column of the matrix; null without one.</summary>
    public string? Role { get; init; }

    /// <summary>The organization of the role; null without one.</summary>
    public string? RoleOrganizationId { get; init; }

    /// <summary>The performance year; null where there is none.</summary>
    public int? Year { get; init; }

    /// <summary>Whose data, an opaque id; null where there are none.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The organization in whose log it stands; null for none.</summary>
    public string? LogOrganizationId { get; init; }

    /// <summary>More words; never a TIN, an NPI or a secret.</summary>
    public string? Detail { get; init; }

    /// <summary>The role and organization of a decision.</summary>
    /// <param name="decision">The decision.</param>
    public AuditEntry By(AccessDecision decision) =>
        decision.By is { Role: { } role } ? this with { Role = role.Column().Word(), RoleOrganizationId = role.Organization?.Id } : this;

    internal static AuditEntry Of(Row row) => new(row.Time("at_us"), row.TextOrNull("person_id"), row.Text("action"), row.Text("resource"), row.Text("outcome"))
    {
        Role = row.TextOrNull("role"),
        RoleOrganizationId = row.TextOrNull("role_organization_id"),
        Year = row.WholeOrNull("year") is { } year ? checked((int)year) : null,
        OwnerId = row.TextOrNull("owner_id"),
        LogOrganizationId = row.TextOrNull("log_organization_id"),
        Detail = row.TextOrNull("detail"),
    };
}

/// <summary>The log of who did what. It is written and read; nothing in it is changed.</summary>
/// <param name="database">The store.</param>
public sealed class AuditLog(StoreDatabase database)
{
    private const string Insert = """
        INSERT INTO audit (at_us, person_id, role, role_organization_id, action, resource, year, owner_id, log_organization_id, outcome, detail)
        VALUES (@At, @PersonId, @Role, @RoleOrganizationId, @Action, @Resource, @Year, @OwnerId, @LogOrganizationId, @Outcome, @Detail)
        """;

    /// <summary>Writes an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task Append(AuditEntry entry, CancellationToken cancellation = default) => database.Execute(Insert, Values(entry), cancellation);

    /// <summary>The log of an organization, the newest first.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="page">Which rows.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Page<AuditEntry>> OfOrganization(string organizationId, PageOf page, CancellationToken cancellation = default) => Read("log_organization_id", organizationId, page, cancellation);

    /// <summary>What a person did, the newest first.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="page">Which rows.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Page<AuditEntry>> OfPerson(string personId, PageOf page, CancellationToken cancellation = default) => Read("person_id", personId, page, cancellation);

    /// <summary>What happened to a person's account since some time, the newest first.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="since">From then on, that moment not among it.</param>
    /// <param name="actions">Which actions.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<AuditEntry>> OfPersonSince(string personId, DateTimeOffset since, IEnumerable<string> actions, CancellationToken cancellation = default) =>
        database.All(
            $"SELECT * FROM audit WHERE person_id = @PersonId AND at_us > @Since AND action IN (SELECT value FROM {database.Dialect.Each("@Actions")}) ORDER BY at_us DESC, id DESC LIMIT 100",
            new { PersonId = personId, Since = StoreTime.Of(since), Actions = StoreDialect.Texts(actions) },
            AuditEntry.Of,
            cancellation);

    /// <summary>Writes an entry within a transaction: it stands there when, and only when, what it tells of does.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="entry">The entry.</param>
    internal static Task Append(StoreSession session, AuditEntry entry) => session.Execute(Insert, Values(entry));

    /// <summary>Writes an entry within the transaction of many rows.</summary>
    /// <param name="batch">The transaction.</param>
    /// <param name="entry">The entry.</param>
    internal static void Append(LoadBatch batch, AuditEntry entry) => batch.Execute(Insert, Values(entry));

    private async Task<Page<AuditEntry>> Read(string column, string value, PageOf page, CancellationToken cancellation)
    {
        var values = new { Value = value, page.Offset, Size = (long)page.Size };
        var rows = await database.All($"SELECT * FROM audit WHERE {column} = @Value ORDER BY at_us DESC, id DESC LIMIT @Size OFFSET @Offset", values, AuditEntry.Of, cancellation);
        return new(rows, await database.Count($"SELECT COUNT(*) FROM audit WHERE {column} = @Value", values, cancellation), page.Offset);
    }

    private static object Values(AuditEntry entry) => new
    {
        At = StoreTime.Of(entry.At),
        entry.PersonId,
        entry.Role,
        entry.RoleOrganizationId,
        entry.Action,
        entry.Resource,
        Year = (long?)entry.Year,
        entry.OwnerId,
        entry.LogOrganizationId,
        entry.Outcome,
        entry.Detail,
    };
}
