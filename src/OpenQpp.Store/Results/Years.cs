using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>A complete run of a year, as it was published. It never changes.</summary>
/// <param name="Id">Its number in the store.</param>
/// <param name="Year">The performance year.</param>
/// <param name="Version">Its version within the year, from 1.</param>
/// <param name="LawHash">The law under which it was made.</param>
/// <param name="Engine">The program that made it.</param>
/// <param name="Scaling">Scaling factors, dollars and hashes: <c>scaling-run.json</c> as it stood.</param>
/// <param name="LoadedAt">When it was published.</param>
/// <param name="Note">What was said about it; null where nothing was.</param>
public sealed record PublishedRun(long Id, PerformanceYear Year, int Version, string LawHash, string Engine, string Scaling, DateTimeOffset LoadedAt, string? Note)
{
    internal static PublishedRun Of(Row row) => new(
        row.Whole("id"),
        new(row.Year("year")),
        checked((int)row.Whole("version")),
        row.Text("law_hash"),
        row.Text("engine"),
        row.Text("scaling"),
        row.Time("loaded_at_us"),
        row.TextOrNull("note"));
}

/// <summary>What is released of a year.</summary>
public enum ReleaseKind
{
    /// <summary>Scores and feedback.</summary>
    Scores,

    /// <summary>Payment adjustments.</summary>
    Adjustments,
}

/// <summary>From a time on, the scores or adjustments of a year are those of a run.</summary>
/// <param name="Year">The performance year.</param>
/// <param name="Kind">What is released.</param>
/// <param name="RunId">The run.</param>
/// <param name="At">From when on; may lie in the future.</param>
public sealed record YearRelease(PerformanceYear Year, ReleaseKind Kind, long RunId, DateTimeOffset At);

/// <summary>Runs and releases of years. Which run counts depends on the time.</summary>
/// <param name="database">The store.</param>
public sealed class Years(StoreDatabase database)
{
    private const string Columns = "run.id, run.year, run.version, run.law_hash, run.engine, run.scaling, run.loaded_at_us, run.note";

    /// <summary>All complete runs, the newest year and version first.</summary>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<PublishedRun>> All(CancellationToken cancellation = default) =>
        database.All($"SELECT {Columns} FROM run WHERE state = 'complete' ORDER BY year DESC, version DESC", null, PublishedRun.Of, cancellation);

    /// <summary>A complete run; null where there is none.</summary>
    /// <param name="id">Its number in the store.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<PublishedRun?> Run(long id, CancellationToken cancellation = default) =>
        database.First($"SELECT {Columns} FROM run WHERE id = @Id AND state = 'complete'", new { Id = id }, PublishedRun.Of, cancellation);

    /// <summary>The newest version of a year, released or not; null where there is none.</summary>
    /// <param name="year">The performance year.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<PublishedRun?> Newest(PerformanceYear year, CancellationToken cancellation = default) =>
        database.First($"SELECT {Columns} FROM run WHERE year = @Year AND state = 'complete' ORDER BY version DESC LIMIT 1", new { year.Year }, PublishedRun.Of, cancellation);

    /// <summary>Every release of every complete run.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ReleaseCalendar> Calendar(CancellationToken cancellation = default) => new(await database.All(
        $"""
        SELECT {Columns}, release.year AS released_year, release.kind, release.run_id, release.at_us
        FROM release JOIN run ON run.id = release.run_id WHERE run.state = 'complete' ORDER BY release.at_us DESC, release.id DESC
        """,
        null,
        row => (PublishedRun.Of(row), new YearRelease(new(row.Year("released_year")), KindOf(row.Text("kind")), row.Whole("run_id"), row.Time("at_us"))),
        cancellation));

    /// <summary>The run whose scores show, or whose adjustments pay, at a time: that of the newest release at or before it; null before the first.</summary>
    /// <param name="year">The performance year.</param>
    /// <param name="kind">Scores or adjustments.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<PublishedRun?> Current(PerformanceYear year, ReleaseKind kind, DateTimeOffset now, CancellationToken cancellation = default) =>
        (await Calendar(cancellation)).Current(year, kind, now);

    /// <summary>Every release of a year, the newest first.</summary>
    /// <param name="year">The performance year.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<YearRelease>> Releases(PerformanceYear year, CancellationToken cancellation = default) =>
        database.All(
            "SELECT year, kind, run_id, at_us FROM release WHERE year = @Year ORDER BY at_us DESC, id DESC",
            new { year.Year },
            row => new YearRelease(new(row.Year("year")), KindOf(row.Text("kind")), row.Whole("run_id"), row.Time("at_us")),
            cancellation);

    /// <summary>Releases the scores or adjustments of a complete run; false where there is no such run.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="kind">What is released.</param>
    /// <param name="at">From when on.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<bool> Release(long runId, ReleaseKind kind, DateTimeOffset at, CancellationToken cancellation = default) =>
        await database.Execute(
            "INSERT INTO release (year, kind, run_id, at_us) SELECT year, @Kind, id, @At FROM run WHERE id = @RunId AND state = 'complete'",
            new { RunId = runId, Kind = Word(kind), At = StoreTime.Of(at) },
            cancellation) == 1;

    internal static string Word(ReleaseKind kind) => kind == ReleaseKind.Scores ? "scores" : "adjustments";

    private static ReleaseKind KindOf(string word) => string.Equals(word, "scores", StringComparison.Ordinal) ? ReleaseKind.Scores : ReleaseKind.Adjustments;
}
