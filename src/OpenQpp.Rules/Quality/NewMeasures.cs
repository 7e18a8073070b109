using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Points of measures in their first and second year in MIPS. Submitted measures only.</summary>
[Cfr("414.1380(b)(1)(i)(C)")]
[Cfr("414.1380(b)(1)(i)(A)(3)")]
public static class NewMeasures
{
    private static readonly Label First = new("points of a measure in its first year", Unit.Points, "414.1380(b)(1)(i)(C)", "{s} is in its first year in MIPS: at least {1} points instead of {0}");
    private static readonly Label Second = new("points of a measure in its second year", Unit.Points, "414.1380(b)(1)(i)(C)", "{s} is in its second year in MIPS: at least {1} points instead of {0}");

    /// <summary>The points that the law of the year gives a measure of this age, or null.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding? PointsOf(QualityMeasure measure, YearLaw law) => (law.Year.Year - measure.FirstPerformanceYear) switch
    {
        0 => law.Quality.NewMeasurePointsFirstYear,
        1 => law.Quality.NewMeasurePointsSecondYear,
        _ => null,
    };

    /// <summary>The points against a benchmark, raised where the measure is new; the decile is lost with them.</summary>
    /// <param name="points">The points and decile so far.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="subject">Measure and collection type.</param>
    public static (Finding Points, int Decile) For((Finding Points, int Decile) points, QualityMeasure measure, YearLaw law, string subject)
    {
        if (PointsOf(measure, law) is not { } floor || points.Points.Number >= floor.Number)
        {
            return points;
        }

        var label = measure.FirstPerformanceYear == law.Year.Year ? First : Second;
        return (Finding.Maximum(label, subject, points.Points, floor), -1);
    }
}
