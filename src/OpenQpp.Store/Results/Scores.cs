using OpenQpp.Access;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>The score of a unit in a run.</summary>
/// <param name="Owner">Whose it is.</param>
/// <param name="Level">The participation option.</param>
/// <param name="Option">The reporting option; null where the unit was rejected.</param>
/// <param name="Program">The program: mips, app1, or the id of an MVP; null where the unit was rejected.</param>
/// <param name="IsFacilityBased">A facility's score was used; null where the unit was rejected.</param>
/// <param name="FinalScore">The final score, 0 to 100 points; null where there is none.</param>
/// <param name="IsRejected">What was sent in was refused: there is no score.</param>
public sealed record StoredScore(OwnerId Owner, ParticipationOption Level, ReportingOption? Option, string? Program, bool? IsFacilityBased, decimal? FinalScore, bool IsRejected)
{
    internal static StoredScore Of(Row row) => new(
        StoredOwner.OwnerOf(row, "kind", "owner_id"),
        LevelOf(row.Text("participation_option")),
        row.TextOrNull("reporting_option") is { } option ? OptionOf(option) : null,
        row.TextOrNull("program"),
        row.FlagOrNull("facility_based"),
        row.Number("final_score_e2"),
        row.Flag("rejected"));

    internal static ParticipationOption LevelOf(string word) => ParticipationOptions.Of(word) ?? throw new InvalidDataException("The store holds a participation option that there is not.");

    internal static ReportingOption OptionOf(string word) => ReportingOptions.Of(word) ?? throw new InvalidDataException("The store holds a reporting option that there is not.");
}

/// <summary>The whole result of a unit.</summary>
/// <param name="Body">The result as <c>entity-scores.ndjson</c> has it: UTF-8 of a JSON object.</param>
/// <param name="Case">The case that gave it, which can be scored again; null where it was not published.</param>
public sealed record StoredResult(byte[] Body, byte[]? Case);

/// <summary>Means of the percents of those who reported a pathway.</summary>
/// <param name="MvpId">The pathway.</param>
/// <param name="Submissions">Units that reported it.</param>
/// <param name="Quality">Mean quality percent; null where nobody was scored.</param>
/// <param name="Cost">Mean cost percent; null where nobody was scored.</param>
public sealed record MvpAverage(string MvpId, long Submissions, decimal? Quality, decimal? Cost);

/// <summary>Scores and results of units in a run.</summary>
/// <param name="database">The store.</param>
public sealed class Scores(StoreDatabase database)
{
    private const string Select = """
        SELECT score.owner_id, owner.kind, score.participation_option, score.reporting_option, score.program, score.facility_based, score.final_score_e2, score.rejected
        FROM score JOIN owner ON owner.id = score.owner_id
        """;

    /// <summary>The score of a unit; null where the run has none.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="ownerId">The unit.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<StoredScore?> Of(long runId, string ownerId, CancellationToken cancellation = default) =>
        database.First($"{Select} WHERE score.run_id = @RunId AND score.owner_id = @OwnerId", new { RunId = runId, OwnerId = ownerId }, StoredScore.Of, cancellation);

    /// <summary>The scores of several units, those that there are.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="ownerIds">The units.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<StoredScore>> Of(long runId, IEnumerable<string> ownerIds, CancellationToken cancellation = default) =>
        database.All(
            $"{Select} WHERE score.run_id = @RunId AND score.owner_id IN (SELECT value FROM {database.Dialect.Each("@OwnerIds")}) ORDER BY score.owner_id",
            new { RunId = runId, OwnerIds = StoreDialect.Texts(ownerIds) },
            StoredScore.Of,
            cancellation);

    /// <summary>The scores of a practice: its own and its subgroups', those that there are. Those of its clinicians come with <see cref="Assignments"/>.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="practiceId">The practice.</param>
    /// <param name="cancellation">Gives up.</param>
    public IAsyncEnumerable<StoredScore> OfPractice(long runId, string practiceId, CancellationToken cancellation = default) =>
        database.Stream(
            $"""
            {Select} WHERE score.run_id = @RunId
              AND score.owner_id IN (SELECT id FROM owner WHERE id = @PracticeId UNION ALL SELECT id FROM owner WHERE practice_id = @PracticeId AND kind = 'subgroups')
            ORDER BY owner.kind, owner.identifier
            """,
            new { RunId = runId, PracticeId = practiceId },
            StoredScore.Of,
            cancellation);

    /// <summary>The whole result of a unit; null where the run has none.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="ownerId">The unit.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<StoredResult?> Result(long runId, string ownerId, CancellationToken cancellation = default) =>
        database.First(
            "SELECT body, case_body FROM result WHERE run_id = @RunId AND owner_id = @OwnerId",
            new { RunId = runId, OwnerId = ownerId },
            row => new StoredResult(Zipped.Open(row.Bytes("body")), row.BytesOrNull("case_body") is { } zipped ? Zipped.Open(zipped) : null),
            cancellation);

    /// <summary>Means by pathway, for comparison.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<MvpAverage>> MvpAverages(long runId, CancellationToken cancellation = default) =>
        database.All(
            "SELECT mvp_id, submissions, mean_quality_percent_e4, mean_cost_percent_e4 FROM mvp_average WHERE run_id = @RunId ORDER BY mvp_id",
            new { RunId = runId },
            row => new MvpAverage(row.Text("mvp_id"), row.Whole("submissions"), row.Number("mean_quality_percent_e4"), row.Number("mean_cost_percent_e4")),
            cancellation);
}
