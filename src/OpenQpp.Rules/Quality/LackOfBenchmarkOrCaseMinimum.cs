using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Points of a complete measure without benchmark, case minimum or rate.</summary>
[Cfr("414.1380(b)(1)(i)(A)")]
[Cfr("414.1380(b)(1)(i)(A)(1)")]
public static class LackOfBenchmarkOrCaseMinimum
{
    private const string Basis = "414.1380(b)(1)(i)(A)(1)";

    private static readonly Label Points = new("points without benchmark or case minimum", Unit.Points, Basis, "{s} is complete but has no benchmark, case minimum or rate to be scored with: {v} points");
    private static readonly Label SmallPractice = new("points without benchmark or case minimum", Unit.Points, Basis, "{s} is complete but has no benchmark, case minimum or rate to be scored with: {v} points for a small practice");
    private static readonly Label NewMeasure = new("points without benchmark or case minimum", Unit.Points, "414.1380(b)(1)(i)(A)(3)", "{s} is new to MIPS, complete, but has no benchmark, case minimum or rate to be scored with: {v} points");

    /// <summary>The points.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="subject">Measure and collection type.</param>
    /// <param name="smallPractice">Whether the participant is a small practice.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="evidence">Completeness, case minimum and benchmark.</param>
    public static Finding For(QualityMeasure measure, string subject, Finding smallPractice, YearLaw law, params ReadOnlySpan<Finding> evidence) =>
        NewMeasures.PointsOf(measure, law) is { } newMeasure ? Finding.Taken(NewMeasure, subject, newMeasure, evidence)
        : smallPractice.Flag ? Finding.Taken(SmallPractice, subject, law.Quality.PointsWithoutBenchmarkSmallPractice, [smallPractice, .. evidence])
        : Finding.Taken(Points, subject, law.Quality.PointsWithoutBenchmark, [smallPractice, .. evidence]);
}
