namespace OpenQpp.Store;

/// <summary>Somebody who can sign in.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="UserName">The name to sign in with.</param>
/// <param name="NormalizedUserName">The name by which it is found; nobody else has it.</param>
public sealed record Person(string Id, string UserName, string NormalizedUserName)
{
    /// <summary>How others see the person; null where it was not given.</summary>
    public string? DisplayName { get; init; }

    /// <summary>E-mail; null where it was not given.</summary>
    public string? Email { get; init; }

    /// <summary>The e-mail by which somebody is found.</summary>
    public string? NormalizedEmail { get; init; }

    /// <summary>The e-mail was confirmed.</summary>
    public bool EmailConfirmed { get; init; }

    /// <summary>Hash of the password; null for who signs in elsewhere.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Changes whenever the way to sign in changes.</summary>
    public string? SecurityStamp { get; init; }

    /// <summary>Changes with every change of the row.</summary>
    public string ConcurrencyStamp { get; init; } = "";

    /// <summary>Key of the authenticator; null without one.</summary>
    public string? AuthenticatorKey { get; init; }

    /// <summary>Recovery codes that are left, as they are kept; null without any.</summary>
    public string? RecoveryCodes { get; init; }

    /// <summary>A second step is needed to sign in.</summary>
    public bool TwoFactor { get; init; }

    /// <summary>Failures can lock the person out.</summary>
    public bool LockoutEnabled { get; init; } = true;

    /// <summary>Locked out until then; null where not.</summary>
    public DateTimeOffset? LockoutEnd { get; init; }

    /// <summary>Failures to sign in since the last success.</summary>
    public int AccessFailures { get; init; }

    /// <summary>Who vouches for the person elsewhere; null for who signs in here.</summary>
    public string? ExternalIssuer { get; init; }

    /// <summary>What the person is called there; null for who signs in here.</summary>
    public string? ExternalSubject { get; init; }

    /// <summary>When the person was added.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the person agreed to what is kept about them; null where not yet.</summary>
    public DateTimeOffset? ConsentedAt { get; init; }

    /// <summary>When the person last read the notices about the account; null where never.</summary>
    public DateTimeOffset? NoticesReadAt { get; init; }

    internal static Person Of(Row row) => new(row.Text("id"), row.Text("user_name"), row.Text("normalized_user_name"))
    {
        DisplayName = row.TextOrNull("display_name"),
        Email = row.TextOrNull("email"),
        NormalizedEmail = row.TextOrNull("normalized_email"),
        EmailConfirmed = row.Flag("email_confirmed"),
        PasswordHash = row.TextOrNull("password_hash"),
        SecurityStamp = row.TextOrNull("security_stamp"),
        ConcurrencyStamp = row.Text("concurrency_stamp"),
        AuthenticatorKey = row.TextOrNull("authenticator_key"),
        RecoveryCodes = row.TextOrNull("recovery_codes"),
        TwoFactor = row.Flag("two_factor"),
        LockoutEnabled = row.Flag("lockout_enabled"),
        LockoutEnd = row.TimeOrNull("lockout_end_us"),
        AccessFailures = checked((int)row.Whole("access_failures")),
        ExternalIssuer = row.TextOrNull("external_issuer"),
        ExternalSubject = row.TextOrNull("external_subject"),
        CreatedAt = row.Time("created_at_us"),
        ConsentedAt = row.TimeOrNull("consented_at_us"),
        NoticesReadAt = row.TimeOrNull("notices_read_at_us"),
    };

    /// <summary>The values of the row under a new concurrency stamp.</summary>
    /// <param name="stamp">The new stamp.</param>
    internal object Values(string stamp) => new
    {
        Id,
        UserName,
        NormalizedUserName,
        DisplayName,
        Email,
        NormalizedEmail,
        EmailConfirmed = EmailConfirmed ? 1L : 0L,
        PasswordHash,
        SecurityStamp,
        ConcurrencyStamp,
        Stamp = stamp,
        AuthenticatorKey,
        RecoveryCodes,
        TwoFactor = TwoFactor ? 1L : 0L,
        LockoutEnabled = LockoutEnabled ? 1L : 0L,
        LockoutEnd = StoreTime.Of(LockoutEnd),
        AccessFailures = (long)AccessFailures,
        ExternalIssuer,
        ExternalSubject,
        CreatedAt = StoreTime.Of(CreatedAt),
    };
}

/// <summary>Those who can sign in.</summary>
/// <param name="database">The store.</param>
public sealed class People(StoreDatabase database)
{
    /// <summary>Somebody by id; null where there is nobody.</summary>
    /// <param name="id">The opaque id.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Person?> ById(string id, CancellationToken cancellation = default) => One("id = @Value", id, cancellation);

    /// <summary>Somebody by name; null where there is nobody.</summary>
    /// <param name="normalizedUserName">The name by which it is found.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Person?> ByName(string normalizedUserName, CancellationToken cancellation = default) => One("normalized_user_name = @Value", normalizedUserName, cancellation);

    /// <summary>Somebody by e-mail, of several the one added first; null where there is nobody.</summary>
    /// <param name="normalizedEmail">The e-mail by which it is found.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Person?> ByEmail(string normalizedEmail, CancellationToken cancellation = default) => One("normalized_email = @Value ORDER BY created_at_us, id", normalizedEmail, cancellation);

    /// <summary>Somebody whom another issuer vouches for; null where there is nobody.</summary>
    /// <param name="issuer">The issuer.</param>
    /// <param name="subject">What the person is called there.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Person?> ByExternal(string issuer, string subject, CancellationToken cancellation = default) =>
        database.First("SELECT * FROM person WHERE external_issuer = @Issuer AND external_subject = @Subject", new { Issuer = issuer, Subject = subject }, Person.Of, cancellation);

    /// <summary>Several people by id, those that there are.</summary>
    /// <param name="ids">The opaque ids.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<Person>> ByIds(IEnumerable<string> ids, CancellationToken cancellation = default) =>
        database.All($"SELECT * FROM person WHERE id IN (SELECT value FROM {database.Dialect.Each("@Ids")}) ORDER BY id", new { Ids = StoreDialect.Texts(ids) }, Person.Of, cancellation);

    /// <summary>Adds somebody; the answer has its concurrency stamp, or is null where the id, the name or the external name is taken.</summary>
    /// <param name="person">The person.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Person?> Add(Person person, CancellationToken cancellation = default)
    {
        var stamp = OpaqueId.New();
        return await database.Execute(
            """
            INSERT INTO person (id, user_name, normalized_user_name, display_name, email, normalized_email, email_confirmed, password_hash, security_stamp, concurrency_stamp,
              authenticator_key, recovery_codes, two_factor, lockout_enabled, lockout_end_us, access_failures, external_issuer, external_subject, created_at_us)
            VALUES (@Id, @UserName, @NormalizedUserName, @DisplayName, @Email, @NormalizedEmail, @EmailConfirmed, @PasswordHash, @SecurityStamp, @Stamp,
              @AuthenticatorKey, @RecoveryCodes, @TwoFactor, @LockoutEnabled, @LockoutEnd, @AccessFailures, @ExternalIssuer, @ExternalSubject, @CreatedAt)
            ON CONFLICT DO NOTHING
            """,
            person.Values(stamp),
            cancellation) == 1 ? person with { ConcurrencyStamp = stamp } : null;
    }

    /// <summary>Changes somebody who is still as last read; the answer has the new stamp, or is null where somebody else changed the row before.</summary>
    /// <param name="person">The person, with the stamp that was read.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Person?> Change(Person person, CancellationToken cancellation = default)
    {
        var stamp = OpaqueId.New();
        return await database.Execute(
            """
            UPDATE person SET user_name = @UserName, normalized_user_name = @NormalizedUserName, display_name = @DisplayName, email = @Email, normalized_email = @NormalizedEmail,
              email_confirmed = @EmailConfirmed, password_hash = @PasswordHash, security_stamp = @SecurityStamp, concurrency_stamp = @Stamp, authenticator_key = @AuthenticatorKey,
              recovery_codes = @RecoveryCodes, two_factor = @TwoFactor, lockout_enabled = @LockoutEnabled, lockout_end_us = @LockoutEnd, access_failures = @AccessFailures,
              external_issuer = @ExternalIssuer, external_subject = @ExternalSubject
            WHERE id = @Id AND concurrency_stamp = @ConcurrencyStamp
            """,
            person.Values(stamp),
            cancellation) == 1 ? person with { ConcurrencyStamp = stamp } : null;
    }

    /// <summary>Counts a failed attempt to sign in, whatever else changes at the same time; the answer is the person afterwards, or null where there is nobody.</summary>
    /// <param name="id">The opaque id.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Person?> CountFailure(string id, CancellationToken cancellation = default) =>
        database.First("UPDATE person SET access_failures = access_failures + 1, concurrency_stamp = @Stamp WHERE id = @Id RETURNING *", new { Id = id, Stamp = OpaqueId.New() }, Person.Of, cancellation);

    /// <summary>Takes the code of an authenticator, once; false where it or a later one was taken before.</summary>
    /// <param name="id">The person.</param>
    /// <param name="step">The number of the code's step.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<bool> TakeCode(string id, long step, CancellationToken cancellation = default) =>
        await database.Execute("UPDATE person SET last_code_step = @Step WHERE id = @Id AND COALESCE(last_code_step, -1) < @Step", new { Id = id, Step = step }, cancellation) == 1;

    /// <summary>The person agrees to what is kept about them.</summary>
    /// <param name="id">The person.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task Consent(string id, DateTimeOffset at, CancellationToken cancellation = default) =>
        database.Execute("UPDATE person SET consented_at_us = @At WHERE id = @Id", new { Id = id, At = StoreTime.Of(at) }, cancellation);

    /// <summary>The person has read the notices about the account.</summary>
    /// <param name="id">The person.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task ReadNotices(string id, DateTimeOffset at, CancellationToken cancellation = default) =>
        database.Execute("UPDATE person SET notices_read_at_us = @At WHERE id = @Id", new { Id = id, At = StoreTime.Of(at) }, cancellation);

    /// <summary>Closes an account: no name, no way to sign in and no role is left. The row stays, for records name its id.</summary>
    /// <param name="id">The person.</param>
    /// <param name="at">When.</param>
    /// <param name="audit">What is written down about it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task Close(string id, DateTimeOffset at, AuditEntry audit, CancellationToken cancellation = default) => database.InTransaction(
        async session =>
        {
            var values = new { Id = id, Name = $"closed-{id}", Upper = $"CLOSED-{OpaqueId.New()}", Stamp = OpaqueId.New(), At = StoreTime.Of(at) };
            await session.Execute(
                """
                UPDATE person SET user_name = @Name, normalized_user_name = @Upper, display_name = NULL, email = NULL, normalized_email = NULL, password_hash = NULL,
                  security_stamp = @Stamp, concurrency_stamp = @Stamp, authenticator_key = NULL, recovery_codes = NULL, two_factor = 0, external_issuer = NULL, external_subject = NULL
                WHERE id = @Id
                """,
                values);
            await session.Execute("UPDATE held_role SET state = 'removed', decided_by = @Id, decided_at_us = @At WHERE person_id = @Id AND state IN ('requested', 'approved')", values);
            foreach (var table in (string[])["passkey", "session", "invitation"])
            {
                await session.Execute($"DELETE FROM {table} WHERE person_id = @Id", values);
            }

            await AuditLog.Append(session, audit);
            return true;
        },
        cancellation);

    private Task<Person?> One(string condition, string value, CancellationToken cancellation) =>
        database.First($"SELECT * FROM person WHERE {condition} LIMIT 1", new { Value = value }, Person.Of, cancellation);
}
