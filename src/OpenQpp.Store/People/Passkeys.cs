namespace OpenQpp.Store;

/// <summary>A passkey of somebody.</summary>
/// <param name="CredentialId">Its id, base64url.</param>
/// <param name="PersonId">Whose it is.</param>
/// <param name="Name">What the person calls it; null without a name.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="SignCount">How often it was used, as it counts itself.</param>
/// <param name="Body">Public key and the rest, as the program that checks it writes it.</param>
public sealed record Passkey(string CredentialId, string PersonId, string? Name, DateTimeOffset CreatedAt, long SignCount, byte[] Body)
{
    /// <summary>When it was last used to sign in; null where never.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    internal static Passkey Of(Row row) =>
        new(row.Text("credential_id"), row.Text("person_id"), row.TextOrNull("name"), row.Time("created_at_us"), row.Whole("sign_count"), row.Bytes("body")) { UsedAt = row.TimeOrNull("used_at_us") };
}

/// <summary>Passkeys.</summary>
/// <param name="database">The store.</param>
public sealed class Passkeys(StoreDatabase database)
{
    /// <summary>The passkeys of somebody, the oldest first.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<Passkey>> OfPerson(string personId, CancellationToken cancellation = default) =>
        database.All("SELECT * FROM passkey WHERE person_id = @PersonId ORDER BY created_at_us, credential_id", new { PersonId = personId }, Passkey.Of, cancellation);

    /// <summary>A passkey by its id; null where there is none.</summary>
    /// <param name="credentialId">The id, base64url.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Passkey?> ById(string credentialId, CancellationToken cancellation = default) =>
        database.First("SELECT * FROM passkey WHERE credential_id = @CredentialId", new { CredentialId = credentialId }, Passkey.Of, cancellation);

    /// <summary>Adds a passkey, or changes name, count and body of one of the same person; false where the id is somebody else's.</summary>
    /// <param name="passkey">The passkey.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<bool> Put(Passkey passkey, CancellationToken cancellation = default) =>
        await database.Execute(
            """
            INSERT INTO passkey (credential_id, person_id, name, created_at_us, sign_count, body) VALUES (@CredentialId, @PersonId, @Name, @CreatedAt, @SignCount, @Body)
            ON CONFLICT (credential_id) DO UPDATE SET name = excluded.name, sign_count = excluded.sign_count, body = excluded.body WHERE passkey.person_id = excluded.person_id
            """,
            new { passkey.CredentialId, passkey.PersonId, passkey.Name, CreatedAt = StoreTime.Of(passkey.CreatedAt), passkey.SignCount, passkey.Body },
            cancellation) == 1;

    /// <summary>A passkey was used to sign in.</summary>
    /// <param name="credentialId">The id, base64url.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task Used(string credentialId, DateTimeOffset at, CancellationToken cancellation = default) =>
        database.Execute("UPDATE passkey SET used_at_us = @At WHERE credential_id = @CredentialId", new { CredentialId = credentialId, At = StoreTime.Of(at) }, cancellation);

    /// <summary>Names a passkey of somebody anew; false where the person has none of that id.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="credentialId">The id, base64url.</param>
    /// <param name="name">The new name.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<bool> Rename(string personId, string credentialId, string name, CancellationToken cancellation = default) =>
        await database.Execute("UPDATE passkey SET name = @Name WHERE person_id = @PersonId AND credential_id = @CredentialId", new { PersonId = personId, CredentialId = credentialId, Name = name }, cancellation) == 1;

    /// <summary>Removes a passkey of somebody; false where the person has none of that id.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="credentialId">The id, base64url.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<bool> Remove(string personId, string credentialId, CancellationToken cancellation = default) =>
        await database.Execute("DELETE FROM passkey WHERE person_id = @PersonId AND credential_id = @CredentialId", new { PersonId = personId, CredentialId = credentialId }, cancellation) == 1;
}
