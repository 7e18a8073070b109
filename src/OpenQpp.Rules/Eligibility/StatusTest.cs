using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>A special status in one segment: whether it holds, and the count and bound that decided.</summary>
/// <param name="Status">The status.</param>
/// <param name="Segment">1 or 2.</param>
/// <param name="Holds">Whether it holds, and why: a count held against a bound, several conditions of which this is the first, or a fact.</param>
public sealed record StatusTest(SpecialStatus Status, int Segment, Finding Holds)
{
    /// <summary>What was counted; null where the status is a fact.</summary>
    public Finding? Count => Comparison.Parts is [var count, _] ? count : null;

    /// <summary>What the count was held against.</summary>
    public Finding? Bound => Comparison.Parts is [_, var bound] ? bound : null;

    private Finding Comparison => Holds.How == How.AllOf ? Holds.Parts[0] : Holds;

    /// <summary>The statuses that hold in one of the segments: found in either, a status holds for the year.</summary>
    /// <param name="tests">The tests of both segments.</param>
    public static SpecialStatus Union(params ReadOnlySpan<StatusTest> tests)
    {
        var statuses = SpecialStatus.None;
        foreach (var test in tests)
        {
            statuses |= test.Holds.Flag ? test.Status : SpecialStatus.None;
        }

        return statuses;
    }
}
