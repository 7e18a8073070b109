using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Points of a measure that does not meet data completeness.</summary>
[Cfr("414.1380(b)(1)(i)(B)")]
[Cfr("414.1380(b)(1)(i)(B)(1)")]
[Cfr("414.1380(b)(1)(i)(B)(1)(i)")]
[Cfr("414.1380(b)(1)(i)(B)(1)(ii)")]
[Cfr("414.1380(b)(1)(i)(B)(1)(iii)")]
public static class LackOfCompleteData
{
    private const string Basis = "414.1380(b)(1)(i)(B)(1)";

    private static readonly Label Points = new("points of an incomplete measure", Unit.Points, Basis, "{s} is not complete: {v} points");
    private static readonly Label SmallPractice = new("points of an incomplete measure", Unit.Points, Basis, "{s} is not complete: {v} points for a small practice");

    /// <summary>The points.</summary>
    /// <param name="subject">Measure and collection type.</param>
    /// <param name="smallPractice">Whether the participant is a small practice.</param>
    /// <param name="isComplete">The failed test.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding For(string subject, Finding smallPractice, Finding isComplete, QualityLaw law) =>
        smallPractice.Flag
            ? Finding.Taken(SmallPractice, subject, law.PointsIncompleteSmallPractice, isComplete, smallPractice)
            : Finding.Taken(Points, subject, law.PointsIncomplete, isComplete, smallPractice);
}
