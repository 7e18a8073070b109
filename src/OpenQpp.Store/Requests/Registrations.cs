using OpenQpp.Access;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>A registration or an election.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Year">The performance year.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Kind">What kind, one word; one of a kind holds at a time.</param>
/// <param name="Choice">What was chosen.</param>
/// <param name="IsIrrevocable">It can neither be withdrawn nor changed.</param>
/// <param name="PersonId">Who made it.</param>
/// <param name="At">When.</param>
/// <param name="EndedAt">When it was withdrawn or changed; null as long as it holds.</param>
public sealed record Registration(string Id, PerformanceYear Year, OwnerId Owner, string Kind, string Choice, bool IsIrrevocable, string PersonId, DateTimeOffset At, DateTimeOffset? EndedAt)
{
    /// <summary>The kind of an opt-in or a voluntary report.</summary>
    public const string Election = "election";

    /// <summary>The kind of a Partial QP's election to take part.</summary>
    public const string PartialQp = "partialQp";

    /// <summary>The kind of a registration for the survey outside of pathways.</summary>
    public const string Survey = "survey";

    internal static Registration Of(Row row) => new(
        row.Text("id"),
        new(row.Year("year")),
        StoredOwner.OwnerOf(row, "owner_kind", "owner_id"),
        row.Text("kind"),
        row.Text("choice"),
        row.Flag("irrevocable"),
        row.Text("person_id"),
        row.Time("at_us"),
        row.TimeOrNull("ended_at_us"));
}

/// <summary>Registrations and elections.</summary>
/// <param name="database">The store.</param>
public sealed class Registrations(StoreDatabase database)
{
    private const string Select = """
        SELECT registration.id, registration.year, registration.owner_id, owner.kind AS owner_kind, registration.kind, registration.choice, registration.irrevocable, registration.person_id,
          registration.at_us, registration.ended_at_us
        FROM registration JOIN owner ON owner.id = registration.owner_id
        """;

    private const string End = "UPDATE registration SET ended_at_us = @At WHERE owner_id = @OwnerId AND year = @Year AND kind = @Kind AND ended_at_us IS NULL AND irrevocable = 0";

    /// <summary>Makes a registration, which ends the one of its kind that held; the answer is its id, or null where one holds that cannot be changed.</summary>
    /// <param name="registration">The registration; its id and end are not looked at.</param>
    /// <param name="audit">What the log says of it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<string?> Add(Registration registration, AuditEntry audit, CancellationToken cancellation = default) =>
        database.InTransaction(
            async session =>
            {
                var values = new
                {
                    Id = OpaqueId.New(),
                    registration.Year.Year,
                    OwnerId = registration.Owner.Id,
                    registration.Kind,
                    registration.Choice,
                    Irrevocable = registration.IsIrrevocable ? 1L : 0L,
                    registration.PersonId,
                    At = StoreTime.Of(registration.At),
                };
                await session.Execute(End, values);
                var added = await session.Execute(
                    """
                    INSERT INTO registration (id, year, owner_id, kind, choice, irrevocable, person_id, at_us) VALUES (@Id, @Year, @OwnerId, @Kind, @Choice, @Irrevocable, @PersonId, @At)
                    ON CONFLICT DO NOTHING
                    """,
                    values);
                if (added == 0)
                {
                    return null;
                }

                await AuditLog.Append(session, audit);
                return values.Id;
            },
            cancellation);

    /// <summary>Withdraws the registration of a kind that holds; false where none does, or where it is irrevocable.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="year">The performance year.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="at">When.</param>
    /// <param name="audit">What the log says of it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<bool> Withdraw(OwnerId owner, PerformanceYear year, string kind, DateTimeOffset at, AuditEntry audit, CancellationToken cancellation = default) =>
        database.InTransaction(
            async session =>
            {
                var ended = await session.Execute(End, new { OwnerId = owner.Id, year.Year, Kind = kind, At = StoreTime.Of(at) });
                if (ended == 1)
                {
                    await AuditLog.Append(session, audit);
                }

                return ended == 1;
            },
            cancellation);

    /// <summary>All registrations of an owner in a year, those that ended too, in the order in which they were made.</summary>
    /// <param name="ownerId">The owner.</param>
    /// <param name="year">The performance year.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<Registration>> OfOwner(string ownerId, PerformanceYear year, CancellationToken cancellation = default) =>
        database.All($"{Select} WHERE registration.owner_id = @OwnerId AND registration.year = @Year ORDER BY registration.at_us, registration.id", new { OwnerId = ownerId, year.Year }, Registration.Of, cancellation);

    /// <summary>Every registration of a kind that holds in a year, as they come, in the order in which they were made: for the year's run.</summary>
    /// <param name="year">The performance year.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="cancellation">Gives up.</param>
    public IAsyncEnumerable<Registration> OfYear(PerformanceYear year, string kind, CancellationToken cancellation = default) =>
        database.Stream(
            $"{Select} WHERE registration.year = @Year AND registration.kind = @Kind AND registration.ended_at_us IS NULL ORDER BY registration.at_us, registration.id",
            new { year.Year, Kind = kind },
            Registration.Of,
            cancellation);

    /// <summary>Every registration that holds in a year, as they come, in the order in which they were made.</summary>
    /// <param name="year">The performance year.</param>
    /// <param name="cancellation">Gives up.</param>
    public IAsyncEnumerable<Registration> OfYear(PerformanceYear year, CancellationToken cancellation = default) =>
        database.Stream($"{Select} WHERE registration.year = @Year AND registration.ended_at_us IS NULL ORDER BY registration.at_us, registration.id", new { year.Year }, Registration.Of, cancellation);
}
