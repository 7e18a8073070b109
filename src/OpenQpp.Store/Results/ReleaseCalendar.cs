using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>Every release of every complete run, read at one moment. What shows, and what pays, follows from it and the time.</summary>
public sealed class ReleaseCalendar
{
    private readonly IReadOnlyList<(PublishedRun Run, YearRelease Release)> releases;

    /// <param name="releases">All releases, the newest first.</param>
    internal ReleaseCalendar(IReadOnlyList<(PublishedRun Run, YearRelease Release)> releases) => this.releases = releases;

    /// <summary>The run whose scores show, or whose adjustments pay, at a time: that of the newest release at or before it; null before the first.</summary>
    /// <param name="year">The performance year.</param>
    /// <param name="kind">Scores or adjustments.</param>
    /// <param name="now">The time.</param>
    public PublishedRun? Current(PerformanceYear year, ReleaseKind kind, DateTimeOffset now) =>
        releases.FirstOrDefault(one => one.Release.Year == year && one.Release.Kind == kind && one.Release.At <= now).Run;

    /// <summary>Years of which something is released at a time, the newest first.</summary>
    /// <param name="kind">Scores or adjustments.</param>
    /// <param name="now">The time.</param>
    public IReadOnlyList<PerformanceYear> Years(ReleaseKind kind, DateTimeOffset now) =>
        [.. releases.Where(one => one.Release.Kind == kind && one.Release.At <= now).Select(one => one.Release.Year).Distinct().OrderByDescending(year => year.Year)];

    /// <summary>The scores or adjustments of a run were released: those of another version do not count.</summary>
    /// <param name="run">The run.</param>
    /// <param name="kind">Scores or adjustments.</param>
    /// <param name="now">The time.</param>
    public bool IsReleased(PublishedRun run, ReleaseKind kind, DateTimeOffset now) =>
        releases.Any(one => one.Run.Id == run.Id && one.Release.Kind == kind && one.Release.At <= now);

    /// <summary>The runs of a year whose scores were released, the oldest first, each with when they were first.</summary>
    /// <param name="year">The performance year.</param>
    /// <param name="now">The time.</param>
    public IReadOnlyList<(PublishedRun Run, DateTimeOffset At)> Versions(PerformanceYear year, DateTimeOffset now) =>
    [
        .. releases
            .Where(one => one.Release.Year == year && one.Release.Kind == ReleaseKind.Scores && one.Release.At <= now)
            .GroupBy(one => one.Run.Id)
            .Select(of => (of.First().Run, of.Min(one => one.Release.At)))
            .OrderBy(version => version.Run.Version),
    ];
}
