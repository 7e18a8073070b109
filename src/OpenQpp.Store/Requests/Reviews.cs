using OpenQpp.Access;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>A request for targeted review, 414.1385(a).</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Year">The performance year.</param>
/// <param name="Owner">Whom it concerns.</param>
/// <param name="RequesterId">Who asks.</param>
/// <param name="Role">The role by which, the column of the matrix.</param>
/// <param name="RoleOrganizationId">The organization of the role; null without one.</param>
/// <param name="State">The state, one word.</param>
/// <param name="Grounds">The words of the grounds.</param>
/// <param name="Words">What the person says.</param>
/// <param name="CreatedAt">When the draft was begun.</param>
/// <param name="SubmittedAt">When it was submitted; null as long as it is a draft.</param>
/// <param name="AnswerDueAt">Until when an answer is awaited; null where none is.</param>
/// <param name="DecidedAt">When it was decided; null as long as it is not.</param>
public sealed record StoredReview(
    string Id, PerformanceYear Year, OwnerId Owner, string RequesterId, string Role, string? RoleOrganizationId, string State, IReadOnlyList<string> Grounds, string Words,
    DateTimeOffset CreatedAt, DateTimeOffset? SubmittedAt, DateTimeOffset? AnswerDueAt, DateTimeOffset? DecidedAt)
{
    /// <summary>The state of a request that nobody but its requester has.</summary>
    public const string Draft = "draft";

    internal static StoredReview Of(Row row) => new(
        row.Text("id"),
        new(row.Year("year")),
        StoredOwner.OwnerOf(row, "kind", "owner_id"),
        row.Text("requester_id"),
        row.Text("role"),
        row.TextOrNull("role_organization_id"),
        row.Text("state"),
        row.Text("grounds").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        row.Text("words"),
        row.Time("created_at_us"),
        row.TimeOrNull("submitted_at_us"),
        row.TimeOrNull("answer_due_at_us"),
        row.TimeOrNull("decided_at_us"));
}

/// <summary>A step of a request: of a targeted review, or of an application.</summary>
/// <param name="At">When.</param>
/// <param name="PersonId">Who; null for the clock.</param>
/// <param name="From">The state before; null at the beginning.</param>
/// <param name="To">The state afterwards.</param>
/// <param name="Words">What was said; null where nothing was.</param>
public sealed record RequestEvent(DateTimeOffset At, string? PersonId, string? From, string To, string? Words)
{
    internal static RequestEvent Of(Row row) => new(row.Time("at_us"), row.TextOrNull("person_id"), row.TextOrNull("from_state"), row.Text("to_state"), row.TextOrNull("words"));
}

/// <summary>A step that a request takes from the state in which it must still be.</summary>
/// <param name="From">The state in which it must be.</param>
/// <param name="To">The state in which it comes.</param>
/// <param name="PersonId">Who takes it; null for the clock.</param>
/// <param name="At">When.</param>
/// <param name="Words">What is said; null for nothing.</param>
public sealed record RequestStep(string From, string To, string? PersonId, DateTimeOffset At, string? Words = null)
{
    /// <summary>Until when an answer is awaited afterwards; null where none is.</summary>
    public DateTimeOffset? AnswerDueAt { get; init; }

    /// <summary>The request is decided by it.</summary>
    public bool IsDecision { get; init; }
}

/// <summary>Requests for targeted review. A step is taken only from the state that was expected, together with its line in the audit log.</summary>
/// <param name="database">The store.</param>
public sealed class Reviews(StoreDatabase database)
{
    private const string Select = """
        SELECT review.id, review.year, review.owner_id, owner.kind, review.requester_id, review.role, review.role_organization_id, review.state, review.grounds, review.words,
          review.created_at_us, review.submitted_at_us, review.answer_due_at_us, review.decided_at_us
        FROM review JOIN owner ON owner.id = review.owner_id
        """;

    /// <summary>Begins a draft; the answer is its id.</summary>
    /// <param name="review">The draft; its id and state are not looked at.</param>
    /// <param name="audit">What the log says of it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<string> Begin(StoredReview review, AuditEntry audit, CancellationToken cancellation = default) =>
        database.InTransaction(
            async session =>
            {
                var id = OpaqueId.New();
                await session.Execute(
                    """
                    INSERT INTO review (id, year, owner_id, requester_id, role, role_organization_id, state, grounds, words, created_at_us)
                    VALUES (@Id, @Year, @OwnerId, @RequesterId, @Role, @RoleOrganizationId, @State, @Grounds, @Words, @CreatedAt)
                    """,
                    new
                    {
                        Id = id,
                        review.Year.Year,
                        OwnerId = review.Owner.Id,
                        review.RequesterId,
                        review.Role,
                        review.RoleOrganizationId,
                        State = StoredReview.Draft,
                        Grounds = string.Join(' ', review.Grounds),
                        review.Words,
                        CreatedAt = StoreTime.Of(review.CreatedAt),
                    });
                await RequestSteps.Add(session, "review", id, new RequestEvent(review.CreatedAt, review.RequesterId, From: null, StoredReview.Draft, Words: null));
                await AuditLog.Append(session, audit);
                return id;
            },
            cancellation);

    /// <summary>Changes grounds and words of a draft; false where it is a draft no more.</summary>
    /// <param name="id">The request.</param>
    /// <param name="grounds">The words of the grounds.</param>
    /// <param name="words">What the person says.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<bool> ChangeDraft(string id, IReadOnlyList<string> grounds, string words, CancellationToken cancellation = default) =>
        await database.Execute(
            "UPDATE review SET grounds = @Grounds, words = @Words WHERE id = @Id AND state = @State",
            new { Id = id, Grounds = string.Join(' ', grounds), Words = words, State = StoredReview.Draft },
            cancellation) == 1;

    /// <summary>Takes a step; false, and nothing changed, where the request is not in the state from which it goes. The first step from a draft submits.</summary>
    /// <param name="id">The request.</param>
    /// <param name="step">The step.</param>
    /// <param name="audit">What the log says of it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<bool> Take(string id, RequestStep step, AuditEntry audit, CancellationToken cancellation = default) =>
        database.InTransaction(
            async session =>
            {
                var changed = await session.Execute(
                    """
                    UPDATE review SET state = @To, answer_due_at_us = @AnswerDueAt,
                      submitted_at_us = CASE WHEN @From = 'draft' THEN @At ELSE submitted_at_us END,
                      decided_at_us = CASE WHEN @IsDecision = 1 THEN @At ELSE decided_at_us END
                    WHERE id = @Id AND state = @From
                    """,
                    new { Id = id, step.From, step.To, At = StoreTime.Of(step.At), AnswerDueAt = StoreTime.Of(step.AnswerDueAt), IsDecision = step.IsDecision ? 1L : 0L });
                if (changed == 1)
                {
                    await RequestSteps.Add(session, "review", id, new RequestEvent(step.At, step.PersonId, step.From, step.To, step.Words));
                    await AuditLog.Append(session, audit);
                }

                return changed == 1;
            },
            cancellation);

    /// <summary>A request by its id; null where there is none.</summary>
    /// <param name="id">The opaque id.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<StoredReview?> ById(string id, CancellationToken cancellation = default) => database.First($"{Select} WHERE review.id = @Id", new { Id = id }, StoredReview.Of, cancellation);

    /// <summary>The requests of a year that concern an owner, the newest first; drafts of others than the person are left out.</summary>
    /// <param name="ownerId">The owner.</param>
    /// <param name="year">The performance year.</param>
    /// <param name="personId">Whose drafts come too.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<StoredReview>> OfOwner(string ownerId, PerformanceYear year, string personId, CancellationToken cancellation = default) =>
        database.All(
            $"{Select} WHERE review.owner_id = @OwnerId AND review.year = @Year AND (review.submitted_at_us IS NOT NULL OR review.requester_id = @PersonId) ORDER BY review.created_at_us DESC, review.id",
            new { OwnerId = ownerId, year.Year, PersonId = personId },
            StoredReview.Of,
            cancellation);

    /// <summary>The requests of somebody, drafts too, the newest first.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<StoredReview>> OfRequester(string personId, CancellationToken cancellation = default) =>
        database.All($"{Select} WHERE review.requester_id = @PersonId ORDER BY review.created_at_us DESC, review.id", new { PersonId = personId }, StoredReview.Of, cancellation);

    /// <summary>Submitted requests in some states, the oldest first: what reviewers have before them.</summary>
    /// <param name="states">The states.</param>
    /// <param name="page">Which rows.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Page<StoredReview>> InStates(IEnumerable<string> states, PageOf page, CancellationToken cancellation = default)
    {
        var values = new { States = StoreDialect.Texts(states), page.Offset, Size = (long)page.Size };
        var which = $"review.submitted_at_us IS NOT NULL AND review.state IN (SELECT value FROM {database.Dialect.Each("@States")})";
        var rows = await database.All($"{Select} WHERE {which} ORDER BY review.submitted_at_us, review.id LIMIT @Size OFFSET @Offset", values, StoredReview.Of, cancellation);
        return new(rows, await database.Count($"SELECT COUNT(*) FROM review WHERE {which}", values, cancellation), page.Offset);
    }

    /// <summary>Requests whose answer was due before a time: they wait for the clock.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<StoredReview>> Overdue(DateTimeOffset now, CancellationToken cancellation = default) =>
        database.All($"{Select} WHERE review.answer_due_at_us < @Now ORDER BY review.answer_due_at_us, review.id", new { Now = StoreTime.Of(now) }, StoredReview.Of, cancellation);

    /// <summary>The steps of a request, in order.</summary>
    /// <param name="id">The request.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<RequestEvent>> Events(string id, CancellationToken cancellation = default) =>
        database.All("SELECT * FROM review_event WHERE review_id = @Id ORDER BY number", new { Id = id }, RequestEvent.Of, cancellation);
}
