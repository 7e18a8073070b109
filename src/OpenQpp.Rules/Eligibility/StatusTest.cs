using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>A special status in one segment: whether it holds, and the count and bound that decided.</summary>
/// <param name="Status">The status.</param>
/// <param name="Segment">1 or 2.</param>
/// <param name="Holds">Whether it holds, and why.</param>
/// <param name="Count">What was counted; null where the status is a fact.</param>
/// <param name="Bound">What the count was held against.</param>
public sealed record StatusTest(SpecialStatus Status, int Segment, Finding Holds, Finding? Count, Finding? Bound)
{
    /// <summary>The statuses that hold in one of the segments: found in either, a status holds for the year.</summary>
    /// <param name="tests">The tests of both segments.</param>
    public static SpecialStatus Union(IReadOnlyList<StatusTest> tests)
    {
        var statuses = SpecialStatus.None;
        for (var place = 0; place < tests.Count; place++)
        {
            statuses |= tests[place].Holds.Flag ? tests[place].Status : SpecialStatus.None;
        }

        return statuses;
    }
}
