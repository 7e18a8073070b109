using Dapper;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>Which TIN/NPIs of a practice are asked for.</summary>
public sealed record AssignmentFilter
{
    /// <summary>All of them, by NPI.</summary>
    public static AssignmentFilter All { get; } = new();

    /// <summary>A part of the NPI, digits; null for all.</summary>
    public string? NpiPart { get; init; }

    /// <summary>The participation option of the score; null for all. Rows whose score is hidden have none.</summary>
    public ParticipationOption? Level { get; init; }

    /// <summary>The reporting option of the score; null for all. Rows whose score is hidden have none.</summary>
    public ReportingOption? Option { get; init; }

    /// <summary>The highest final score first, those without one and those whose score is hidden last; else by NPI.</summary>
    public bool ByFinalScore { get; init; }
}

/// <summary>How many TIN/NPIs of a practice have a score of one kind.</summary>
/// <param name="Level">The participation option; null where there is no score, or where it is hidden.</param>
/// <param name="Option">The reporting option; null where there is no score, or where it is hidden.</param>
/// <param name="IsHidden">The score is hidden.</param>
/// <param name="Count">How many.</param>
public sealed record AssignmentCount(ParticipationOption? Level, ReportingOption? Option, bool IsHidden, long Count);

/// <summary>What counts for TIN/NPIs in the payment year. Whose score may not be seen is hidden here already: in rows, filters, counts and orders alike.</summary>
/// <param name="database">The store.</param>
public sealed class Assignments(StoreDatabase database)
{
    private const string Joined = """
        line
        JOIN owner ON owner.id = line.association_id
        LEFT JOIN owner source ON source.id = line.source_id
        LEFT JOIN clinician ON clinician.run_id = line.run_id AND clinician.npi = line.npi
        """;

    /// <summary>A page of a practice.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="practiceId">The practice.</param>
    /// <param name="sources">Whose scores may be seen.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="page">Which rows.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Page<Assignment>> OfPractice(long runId, string practiceId, VisibleSources sources, AssignmentFilter filter, PageOf page, CancellationToken cancellation = default)
    {
        var values = Values(runId, sources);
        values.Add("PracticeId", practiceId);
        values.Add("NpiPart", LikePattern.Holding(filter.NpiPart ?? ""));
        values.Add("Level", filter.Level?.Word());
        values.Add("Option", filter.Option?.Word());
        values.Add("Offset", page.Offset);
        values.Add("Size", (long)page.Size);
        var which = $"line.run_id = @RunId AND line.practice_id = @PracticeId{(filter.NpiPart is null ? "" : " AND line.npi LIKE @NpiPart ESCAPE '\\'")}"
            + (filter.Level is null ? "" : $" AND {Seen} AND line.participation_option = @Level")
            + (filter.Option is null ? "" : $" AND {Seen} AND line.reporting_option = @Option");
        var order = filter.ByFinalScore ? $"CASE WHEN {Seen} THEN COALESCE(line.final_score_e2, -1) ELSE -1 END DESC, line.npi" : "line.npi";
        // Names are looked up for the rows of the page alone.
        var rows = await database.All($"{Columns} FROM (SELECT * FROM assignment line WHERE {which} ORDER BY {order} LIMIT @Size OFFSET @Offset) {Joined} ORDER BY {order}", values, Assignment.Of, cancellation);
        return new(rows, await database.Count($"SELECT COUNT(*) FROM assignment line WHERE {which}", values, cancellation), page.Offset);
    }

    /// <summary>How many TIN/NPIs of a practice there are by participation and reporting option of their scores.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="practiceId">The practice.</param>
    /// <param name="sources">Whose scores may be seen.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<AssignmentCount>> Counts(long runId, string practiceId, VisibleSources sources, CancellationToken cancellation = default)
    {
        var values = Values(runId, sources);
        values.Add("PracticeId", practiceId);
        return database.All(
            $"""
            SELECT level, option_word, is_visible, COUNT(*) AS clinicians
            FROM (
              SELECT CASE WHEN {Seen} THEN line.participation_option END AS level, CASE WHEN {Seen} THEN line.reporting_option END AS option_word, CASE WHEN {Seen} THEN 1 ELSE 0 END AS is_visible
              FROM assignment line WHERE line.run_id = @RunId AND line.practice_id = @PracticeId
            ) seen
            GROUP BY level, option_word, is_visible ORDER BY is_visible DESC, level, option_word
            """,
            values,
            row => new AssignmentCount(
                row.TextOrNull("level") is { } level ? StoredScore.LevelOf(level) : null,
                row.TextOrNull("option_word") is { } option ? StoredScore.OptionOf(option) : null,
                !row.Flag("is_visible"),
                row.Whole("clinicians")),
            cancellation);
    }

    /// <summary>Everybody of a practice, by NPI, as they come.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="practiceId">The practice.</param>
    /// <param name="sources">Whose scores may be seen.</param>
    /// <param name="cancellation">Gives up.</param>
    public IAsyncEnumerable<Assignment> AllOfPractice(long runId, string practiceId, VisibleSources sources, CancellationToken cancellation = default)
    {
        var values = Values(runId, sources);
        values.Add("PracticeId", practiceId);
        return database.Stream($"{Select} WHERE line.run_id = @RunId AND line.practice_id = @PracticeId ORDER BY line.npi", values, Assignment.Of, cancellation);
    }

    /// <summary>Everybody whose score is that of a unit, by NPI, as they come: for APM Entities, virtual groups and subgroups.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="sourceId">The unit.</param>
    /// <param name="cancellation">Gives up.</param>
    public IAsyncEnumerable<Assignment> AllOfSource(long runId, string sourceId, CancellationToken cancellation = default)
    {
        var values = Values(runId, VisibleSources.All);
        values.Add("SourceId", sourceId);
        return database.Stream($"{Select} WHERE line.run_id = @RunId AND line.source_id = @SourceId ORDER BY line.npi, owner.identifier", values, Assignment.Of, cancellation);
    }

    /// <summary>How many TIN/NPIs have the score of a unit.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="sourceId">The unit.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<long> CountOfSource(long runId, string sourceId, CancellationToken cancellation = default) =>
        database.Count("SELECT COUNT(*) FROM assignment WHERE run_id = @RunId AND source_id = @SourceId", new { RunId = runId, SourceId = sourceId }, cancellation);

    /// <summary>What counts for some TIN/NPIs, in the order of their identifiers.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="associationIds">The TIN/NPIs.</param>
    /// <param name="sources">Whose scores may be seen.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<Assignment>> Of(long runId, IEnumerable<string> associationIds, VisibleSources sources, CancellationToken cancellation = default)
    {
        var values = Values(runId, sources);
        values.Add("Ids", StoreDialect.Texts(associationIds));
        return database.All($"{Select} WHERE line.run_id = @RunId AND line.association_id IN (SELECT value FROM {database.Dialect.Each("@Ids")}) ORDER BY owner.identifier", values, Assignment.Of, cancellation);
    }

    /// <summary>What counts for every TIN/NPI of an NPI, in the order of TINs. For the clinician only.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="npi">The NPI.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<Assignment>> OfNpi(long runId, string npi, CancellationToken cancellation = default)
    {
        var values = Values(runId, VisibleSources.All);
        values.Add("Npi", npi);
        return database.All($"{Select} WHERE line.run_id = @RunId AND owner.npi = @Npi ORDER BY owner.identifier", values, Assignment.Of, cancellation);
    }

    private string Select => $"{Columns} FROM assignment {Joined}";

    private string Columns => $"""
        SELECT line.association_id, line.practice_id, owner.identifier, line.npi, clinician.last_name, clinician.first_name, clinician.specialty, line.clinician_type, line.billed,
          CASE WHEN {Seen} THEN 1 ELSE 0 END AS is_visible, line.source_kind, line.source_id, line.source_practice_id, source.identifier AS source_identifier,
          line.participation_option, line.reporting_option, line.final_score_e2, line.quality_score_e4, line.quality_weight_e4, line.cost_score_e4, line.cost_weight_e4,
          line.ia_score_e4, line.ia_weight_e4, line.pi_score_e4, line.pi_weight_e4, line.complex_patient_bonus_e4, line.status, line.band, line.percent_before_scaling_e6,
          line.payment_adjustment_percent_e2, line.additional_percent_e2, line.total_percent_e2, line.note
        """;

    /// <summary>Whether the score of a row may be seen; a row without a score has nothing to hide.</summary>
    private string Seen => $"(@SeesAll = 1 OR line.source_id IS NULL OR line.source_id IN (SELECT value FROM {database.Dialect.Each("@SeenOwners")}) OR line.source_practice_id IN (SELECT value FROM {database.Dialect.Each("@SeenPractices")}))";

    private static DynamicParameters Values(long runId, VisibleSources sources)
    {
        var values = new DynamicParameters();
        values.Add("RunId", runId);
        values.Add("SeesAll", sources.IsAll ? 1L : 0L);
        values.Add("SeenOwners", StoreDialect.Texts(sources.Owners));
        values.Add("SeenPractices", StoreDialect.Texts(sources.Practices));
        return values;
    }
}
