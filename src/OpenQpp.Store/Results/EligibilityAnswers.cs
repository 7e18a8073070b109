using OpenQpp.Access;

namespace OpenQpp.Store;

/// <summary>What eligibility says of a TIN/NPI.</summary>
/// <param name="Association">The TIN/NPI.</param>
/// <param name="Tin">The TIN.</param>
/// <param name="Npi">The NPI.</param>
/// <param name="Status">adjusted, neutral, none.</param>
/// <param name="Reason">Why, in one word; null where nothing was said.</param>
/// <param name="Body">The answer as <c>eligibility --json</c> gives it: UTF-8 of a JSON object.</param>
public sealed record StoredEligibility(OwnerId Association, string Tin, string Npi, string Status, string? Reason, byte[] Body);

/// <summary>Answers of eligibility in a run.</summary>
/// <param name="database">The store.</param>
public sealed class EligibilityAnswers(StoreDatabase database)
{
    private const string Select = """
        SELECT answer.association_id, owner.kind, owner.identifier, owner.npi, answer.status, answer.reason, answer.body
        FROM eligibility answer JOIN owner ON owner.id = answer.association_id
        """;

    /// <summary>The answer for a TIN/NPI; null where the run has none.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="associationId">The TIN/NPI.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<StoredEligibility?> Of(long runId, string associationId, CancellationToken cancellation = default) =>
        database.First($"{Select} WHERE answer.run_id = @RunId AND answer.association_id = @Id", new { RunId = runId, Id = associationId }, Of, cancellation);

    /// <summary>The answers for every TIN/NPI of an NPI, in the order of TINs.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="npi">The NPI.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<StoredEligibility>> OfNpi(long runId, string npi, CancellationToken cancellation = default) =>
        database.All($"{Select} WHERE answer.run_id = @RunId AND owner.npi = @Npi ORDER BY owner.identifier", new { RunId = runId, Npi = npi }, Of, cancellation);

    /// <summary>The answers for everybody of a practice, by NPI, as they come.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="practiceId">The practice.</param>
    /// <param name="cancellation">Gives up.</param>
    public IAsyncEnumerable<StoredEligibility> OfPractice(long runId, string practiceId, CancellationToken cancellation = default) =>
        database.Stream(
            $"{Select} JOIN assignment line ON line.run_id = answer.run_id AND line.association_id = answer.association_id WHERE line.run_id = @RunId AND line.practice_id = @PracticeId ORDER BY line.npi",
            new { RunId = runId, PracticeId = practiceId },
            Of,
            cancellation);

    /// <summary>The answers for the TIN/NPIs listed in an APM Entity, by identifier, as they come.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="entityId">The APM Entity.</param>
    /// <param name="cancellation">Gives up.</param>
    public IAsyncEnumerable<StoredEligibility> OfEntity(long runId, string entityId, CancellationToken cancellation = default) =>
        database.Stream(
            $"""
            {Select}
            WHERE answer.run_id = @RunId AND answer.association_id IN (SELECT member_id FROM participation WHERE run_id = @RunId AND owner_id = @EntityId AND member_kind = 'clinicians')
            ORDER BY owner.identifier
            """,
            new { RunId = runId, EntityId = entityId },
            Of,
            cancellation);

    private static StoredEligibility Of(Row row) => new(
        StoredOwner.OwnerOf(row, "kind", "association_id"),
        StoredOwner.TinOf(row.Text("identifier")),
        row.Text("npi"),
        row.Text("status"),
        row.TextOrNull("reason"),
        Zipped.Open(row.Bytes("body")));
}
