using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The cap on topped out measures.</summary>
/// <remarks>
/// CMS decides what is topped out and publishes it with the benchmark (2018: with the measure); measures of the
/// limited-choice list carry no mark and are therefore free of the cap, (b)(1)(iv)(C).
/// </remarks>
[Cfr("414.1380(b)(1)(iv)")]
[Cfr("414.1380(b)(1)(iv)(A)")]
[Cfr("414.1380(b)(1)(iv)(B)")]
[Cfr("414.1380(b)(1)(iv)(C)")]
public static class ToppedOut
{
    private static readonly Label Capped = new("points of a topped out measure", Unit.Points, "414.1380(b)(1)(iv)", "{s} is topped out: {0} points are capped at {1}");

    /// <summary>The points, capped where the benchmark says so. The Web Interface is never capped.</summary>
    /// <param name="points">The points so far.</param>
    /// <param name="benchmark">The benchmark.</param>
    /// <param name="method">The collection type.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="subject">Measure and collection type.</param>
    public static Finding For(Finding points, Benchmark benchmark, SubmissionMethod method, QualityLaw law, string subject) =>
        law.ToppedOutCap is { } cap && benchmark.IsCapped && method != SubmissionMethod.CmsWebInterface && points.Number > cap.Number
            ? Finding.Minimum(Capped, subject, points, cap)
            : points;
}
