using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Whether a measure has the cases for a comparison with its benchmark.</summary>
[Cfr("414.1380(b)(1)(iii)")]
[Cfr("414.1380(b)(2)(ii)")]
public static class CaseMinimum
{
    private static readonly Label Test = new("case minimum is met", Unit.YesNo, "414.1380(b)(1)(iii)", "{s} has {0} cases; at least {1} are required: {v}");

    private static readonly Label CostTest = new("case minimum is met", Unit.YesNo, "414.1380(b)(2)(ii)", "{s} has {0} cases; at least {1} are required: {v}");

    /// <summary>The test of a quality measure.</summary>
    /// <param name="cases">The case count.</param>
    /// <param name="minimum">The case minimum of the measure or the year.</param>
    /// <param name="subject">Measure and collection type.</param>
    public static Finding For(Finding cases, Finding minimum, string subject) => Finding.AtLeast(Test, cases, minimum, subject);

    /// <summary>The test of a cost measure.</summary>
    /// <param name="cases">The case count.</param>
    /// <param name="minimum">The case minimum of the measure.</param>
    /// <param name="subject">The measure.</param>
    public static Finding ForCost(Finding cases, Finding minimum, string subject) => Finding.AtLeast(CostTest, cases, minimum, subject);
}
