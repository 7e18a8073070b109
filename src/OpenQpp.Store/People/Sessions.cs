namespace OpenQpp.Store;

/// <summary>Somebody who is signed in.</summary>
/// <param name="Id">Opaque id; it stands in the protected cookie and nowhere else.</param>
/// <param name="PersonId">Who.</param>
/// <param name="Means">How: password, passkey, provider or demonstration.</param>
/// <param name="IsStrong">A second factor was proven.</param>
/// <param name="Device">Browser and system, in a few words.</param>
/// <param name="CreatedAt">Signed in then.</param>
public sealed record PersonSession(string Id, string PersonId, string Means, bool IsStrong, string Device, DateTimeOffset CreatedAt)
{
    /// <summary>The security stamp of the person at the sign-in: another one ends the session.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>When the person last proved who they are.</summary>
    public DateTimeOffset ConfirmedAt { get; init; } = CreatedAt;

    /// <summary>When it was last used, to the minute.</summary>
    public DateTimeOffset SeenAt { get; init; } = CreatedAt;

    internal static PersonSession Of(Row row) => new(row.Text("id"), row.Text("person_id"), row.Text("means"), row.Flag("strong"), row.Text("device"), row.Time("created_at_us"))
    {
        Stamp = row.Text("stamp"),
        ConfirmedAt = row.Time("confirmed_at_us"),
        SeenAt = row.Time("seen_at_us"),
    };
}

/// <summary>Who is signed in. Several servers share them.</summary>
/// <param name="database">The store.</param>
public sealed class Sessions(StoreDatabase database)
{
    /// <summary>Somebody has signed in.</summary>
    /// <param name="session">The session.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task Add(PersonSession session, CancellationToken cancellation = default) =>
        database.Execute(
            """
            INSERT INTO session (id, person_id, stamp, means, strong, device, created_at_us, confirmed_at_us, seen_at_us)
            VALUES (@Id, @PersonId, @Stamp, @Means, @Strong, @Device, @CreatedAt, @ConfirmedAt, @SeenAt)
            """,
            new
            {
                session.Id,
                session.PersonId,
                session.Stamp,
                session.Means,
                Strong = session.IsStrong ? 1L : 0L,
                session.Device,
                CreatedAt = StoreTime.Of(session.CreatedAt),
                ConfirmedAt = StoreTime.Of(session.ConfirmedAt),
                SeenAt = StoreTime.Of(session.SeenAt),
            },
            cancellation);

    /// <summary>A session of somebody that the security stamp has not ended; null where there is none.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="personId">Whose it must be.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<PersonSession?> Standing(string id, string personId, CancellationToken cancellation = default) =>
        database.First("SELECT s.* FROM session s JOIN person p ON p.id = s.person_id AND p.security_stamp = s.stamp WHERE s.id = @Id AND s.person_id = @PersonId", new { Id = id, PersonId = personId }, PersonSession.Of, cancellation);

    /// <summary>The sessions of somebody that stand, the newest first.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="createdAfter">Those from then on.</param>
    /// <param name="seenAfter">Those used since.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<PersonSession>> OfPerson(string personId, DateTimeOffset createdAfter, DateTimeOffset seenAfter, CancellationToken cancellation = default) =>
        database.All(
            """
            SELECT s.* FROM session s JOIN person p ON p.id = s.person_id AND p.security_stamp = s.stamp
            WHERE s.person_id = @PersonId AND s.created_at_us > @Created AND s.seen_at_us > @Seen ORDER BY s.created_at_us DESC, s.id
            """,
            new { PersonId = personId, Created = StoreTime.Of(createdAfter), Seen = StoreTime.Of(seenAfter) },
            PersonSession.Of,
            cancellation);

    /// <summary>A session was used.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task Seen(string id, DateTimeOffset at, CancellationToken cancellation = default) =>
        database.Execute("UPDATE session SET seen_at_us = @At WHERE id = @Id", new { Id = id, At = StoreTime.Of(at) }, cancellation);

    /// <summary>The person has proven again who they are.</summary>
    /// <param name="id">Id of the session.</param>
    /// <param name="at">When.</param>
    /// <param name="strong">A second factor was among it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task Confirm(string id, DateTimeOffset at, bool strong, CancellationToken cancellation = default) =>
        database.Execute("UPDATE session SET confirmed_at_us = @At, strong = CASE WHEN @Strong = 1 THEN 1 ELSE strong END WHERE id = @Id", new { Id = id, At = StoreTime.Of(at), Strong = strong ? 1L : 0L }, cancellation);

    /// <summary>Ends a session of somebody; false where the person has none of that id.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<bool> End(string personId, string id, CancellationToken cancellation = default) =>
        await database.Execute("DELETE FROM session WHERE id = @Id AND person_id = @PersonId", new { Id = id, PersonId = personId }, cancellation) == 1;

    /// <summary>Deletes sessions that nobody can use any more.</summary>
    /// <param name="createdBefore">Those made before.</param>
    /// <param name="seenBefore">Those not used since.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<int> EndOld(DateTimeOffset createdBefore, DateTimeOffset seenBefore, CancellationToken cancellation = default) =>
        database.Execute("DELETE FROM session WHERE created_at_us < @Created OR seen_at_us < @Seen", new { Created = StoreTime.Of(createdBefore), Seen = StoreTime.Of(seenBefore) }, cancellation);
}
