using OpenQpp.Access;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>An application for an exception, 414.1380(c)(2)(i).</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Year">The performance year.</param>
/// <param name="Owner">For whom.</param>
/// <param name="RequesterId">Who applies.</param>
/// <param name="Kind">What for, one word.</param>
/// <param name="Categories">The words of the categories.</param>
/// <param name="Words">What the person says.</param>
/// <param name="State">The state, one word.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record StoredApplication(
    string Id, PerformanceYear Year, OwnerId Owner, string RequesterId, string Kind, IReadOnlyList<string> Categories, string Words, string State, DateTimeOffset CreatedAt)
{
    /// <summary>The state of an application that was granted.</summary>
    public const string Approved = "approved";

    internal static StoredApplication Of(Row row) => new(
        row.Text("id"),
        new(row.Year("year")),
        StoredOwner.OwnerOf(row, "owner_kind", "owner_id"),
        row.Text("requester_id"),
        row.Text("kind"),
        row.Text("categories").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        row.Text("words"),
        row.Text("state"),
        row.Time("created_at_us"));
}

/// <summary>Applications for exceptions. A step is taken only from the state that was expected, together with its line in the audit log.</summary>
/// <param name="database">The store.</param>
public sealed class Applications(StoreDatabase database)
{
    private const string Select = """
        SELECT application.id, application.year, application.owner_id, owner.kind AS owner_kind, application.requester_id, application.kind, application.categories, application.words,
          application.state, application.created_at_us
        FROM application JOIN owner ON owner.id = application.owner_id
        """;

    /// <summary>Adds an application; the answer is its id.</summary>
    /// <param name="application">The application; its id is not looked at.</param>
    /// <param name="audit">What the log says of it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<string> Add(StoredApplication application, AuditEntry audit, CancellationToken cancellation = default) =>
        database.InTransaction(
            async session =>
            {
                var id = OpaqueId.New();
                await session.Execute(
                    """
                    INSERT INTO application (id, year, owner_id, requester_id, kind, categories, words, state, created_at_us)
                    VALUES (@Id, @Year, @OwnerId, @RequesterId, @Kind, @Categories, @Words, @State, @CreatedAt)
                    """,
                    new
                    {
                        Id = id,
                        application.Year.Year,
                        OwnerId = application.Owner.Id,
                        application.RequesterId,
                        application.Kind,
                        Categories = string.Join(' ', application.Categories),
                        application.Words,
                        application.State,
                        CreatedAt = StoreTime.Of(application.CreatedAt),
                    });
                await RequestSteps.Add(session, "application", id, new RequestEvent(application.CreatedAt, application.RequesterId, From: null, application.State, Words: null));
                await AuditLog.Append(session, audit);
                return id;
            },
            cancellation);

    /// <summary>Takes a step; false, and nothing changed, where the application is not in the state from which it goes.</summary>
    /// <param name="id">The application.</param>
    /// <param name="step">The step.</param>
    /// <param name="audit">What the log says of it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<bool> Take(string id, RequestStep step, AuditEntry audit, CancellationToken cancellation = default) =>
        database.InTransaction(
            async session =>
            {
                var changed = await session.Execute("UPDATE application SET state = @To WHERE id = @Id AND state = @From", new { Id = id, step.From, step.To });
                if (changed == 1)
                {
                    await RequestSteps.Add(session, "application", id, new RequestEvent(step.At, step.PersonId, step.From, step.To, step.Words));
                    await AuditLog.Append(session, audit);
                }

                return changed == 1;
            },
            cancellation);

    /// <summary>An application by its id; null where there is none.</summary>
    /// <param name="id">The opaque id.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<StoredApplication?> ById(string id, CancellationToken cancellation = default) =>
        database.First($"{Select} WHERE application.id = @Id", new { Id = id }, StoredApplication.Of, cancellation);

    /// <summary>The applications of a year for an owner, the newest first.</summary>
    /// <param name="ownerId">The owner.</param>
    /// <param name="year">The performance year.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<StoredApplication>> OfOwner(string ownerId, PerformanceYear year, CancellationToken cancellation = default) =>
        database.All($"{Select} WHERE application.owner_id = @OwnerId AND application.year = @Year ORDER BY application.created_at_us DESC, application.id", new { OwnerId = ownerId, year.Year }, StoredApplication.Of, cancellation);

    /// <summary>Applications in a state, the oldest first.</summary>
    /// <param name="state">The state.</param>
    /// <param name="page">Which rows.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Page<StoredApplication>> InState(string state, PageOf page, CancellationToken cancellation = default)
    {
        var values = new { State = state, page.Offset, Size = (long)page.Size };
        var rows = await database.All($"{Select} WHERE application.state = @State ORDER BY application.created_at_us, application.id LIMIT @Size OFFSET @Offset", values, StoredApplication.Of, cancellation);
        return new(rows, await database.Count("SELECT COUNT(*) FROM application WHERE state = @State", values, cancellation), page.Offset);
    }

    /// <summary>The steps of an application, in order.</summary>
    /// <param name="id">The application.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<RequestEvent>> Events(string id, CancellationToken cancellation = default) =>
        database.All("SELECT * FROM application_event WHERE application_id = @Id ORDER BY number", new { Id = id }, RequestEvent.Of, cancellation);

    /// <summary>The granted applications of a year, as they come, the oldest first.</summary>
    /// <param name="year">The performance year.</param>
    /// <param name="cancellation">Gives up.</param>
    public IAsyncEnumerable<StoredApplication> Granted(PerformanceYear year, CancellationToken cancellation = default) =>
        database.Stream($"{Select} WHERE application.year = @Year AND application.state = @State ORDER BY application.created_at_us, application.id", new { year.Year, State = StoredApplication.Approved }, StoredApplication.Of, cancellation);
}
