using OpenQpp.Access;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>What a registry sent in for somebody, without its bodies.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Year">The performance year.</param>
/// <param name="RegistryId">The registry.</param>
/// <param name="Owner">About whom.</param>
/// <param name="OwnerIdentifier">What names them outside: see <see cref="StoredOwner"/>.</param>
/// <param name="PersonId">Who sent it.</param>
/// <param name="ReceivedAt">When it came.</param>
public sealed record RegistrySubmission(string Id, PerformanceYear Year, string RegistryId, OwnerId Owner, string OwnerIdentifier, string PersonId, DateTimeOffset ReceivedAt)
{
    internal static RegistrySubmission Of(Row row) => new(
        row.Text("id"), new(row.Year("year")), row.Text("registry_id"), StoredOwner.OwnerOf(row, "kind", "owner_id"), row.Text("identifier"), row.Text("person_id"), row.Time("received_at_us"));
}

/// <summary>The bodies of a submission.</summary>
/// <param name="Body">The case as it was sent: UTF-8 of a JSON object.</param>
/// <param name="Result">What it came to then: UTF-8 of a JSON object; null where it was not scored.</param>
public sealed record RegistrySubmissionBody(byte[] Body, byte[]? Result);

/// <summary>What registries sent in.</summary>
/// <param name="database">The store.</param>
public sealed class RegistrySubmissions(StoreDatabase database)
{
    private const string From = "FROM registry_submission sent JOIN owner ON owner.id = sent.owner_id";
    private const string Select = $"SELECT sent.id, sent.year, sent.registry_id, sent.owner_id, owner.kind, owner.identifier, sent.person_id, sent.received_at_us {From}";

    /// <summary>Adds a submission; the answer is its id.</summary>
    /// <param name="submission">The submission; its id is not looked at.</param>
    /// <param name="body">What was sent and what it came to.</param>
    /// <param name="audit">What the log says of it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<string> Add(RegistrySubmission submission, RegistrySubmissionBody body, AuditEntry audit, CancellationToken cancellation = default) =>
        database.InTransaction(
            async session =>
            {
                var id = OpaqueId.New();
                await session.Execute(
                    """
                    INSERT INTO registry_submission (id, year, registry_id, owner_id, person_id, received_at_us, body, result)
                    VALUES (@Id, @Year, @RegistryId, @OwnerId, @PersonId, @ReceivedAt, @Body, @Result)
                    """,
                    new
                    {
                        Id = id,
                        submission.Year.Year,
                        submission.RegistryId,
                        OwnerId = submission.Owner.Id,
                        submission.PersonId,
                        ReceivedAt = StoreTime.Of(submission.ReceivedAt),
                        Body = Zipped.Of(body.Body),
                        Result = body.Result is { } result ? Zipped.Of(result) : null,
                    });
                await AuditLog.Append(session, audit);
                return id;
            },
            cancellation);

    /// <summary>What a registry sent in for a year, the newest first; of others it sees nothing.</summary>
    /// <param name="registryId">The registry.</param>
    /// <param name="year">The performance year.</param>
    /// <param name="page">Which rows.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Page<RegistrySubmission>> OfRegistry(string registryId, PerformanceYear year, PageOf page, CancellationToken cancellation = default)
    {
        var values = new { RegistryId = registryId, year.Year, page.Offset, Size = (long)page.Size };
        const string Which = "WHERE sent.registry_id = @RegistryId AND sent.year = @Year";
        var rows = await database.All($"{Select} {Which} ORDER BY sent.received_at_us DESC, sent.id LIMIT @Size OFFSET @Offset", values, RegistrySubmission.Of, cancellation);
        return new(rows, await database.Count($"SELECT COUNT(*) {From} {Which}", values, cancellation), page.Offset);
    }

    /// <summary>What registries sent in about an owner for a year, the newest first.</summary>
    /// <param name="ownerId">The owner.</param>
    /// <param name="year">The performance year.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<RegistrySubmission>> OfOwner(string ownerId, PerformanceYear year, CancellationToken cancellation = default) =>
        database.All($"{Select} WHERE sent.owner_id = @OwnerId AND sent.year = @Year ORDER BY sent.received_at_us DESC, sent.id", new { OwnerId = ownerId, year.Year }, RegistrySubmission.Of, cancellation);

    /// <summary>The bodies of a submission of a registry; null where there is none.</summary>
    /// <param name="registryId">The registry.</param>
    /// <param name="id">The submission.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<RegistrySubmissionBody?> Body(string registryId, string id, CancellationToken cancellation = default) =>
        database.First(
            "SELECT body, result FROM registry_submission WHERE id = @Id AND registry_id = @RegistryId",
            new { Id = id, RegistryId = registryId },
            row => new RegistrySubmissionBody(Zipped.Open(row.Bytes("body")), row.BytesOrNull("result") is { } zipped ? Zipped.Open(zipped) : null),
            cancellation);
}
