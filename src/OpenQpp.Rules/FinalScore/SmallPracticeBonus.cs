using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Points on the final score for small practices: payment year 2020 (performance year 2018) only.</summary>
[Cfr("414.1380(c)(4)")]
public static class SmallPracticeBonus
{
    private const string Basis = "414.1380(c)(4)";

    private static readonly Label Bonus = new("small practice bonus on the final score", Unit.Points, Basis, "a small practice that submitted data: {v} points");
    private static readonly Label NotInYear = new("small practice bonus on the final score", Unit.Points, Basis, "this year has no small practice bonus on the final score");
    private static readonly Label NotDue = new("small practice bonus on the final score", Unit.Points, Basis, "the small practice bonus is for small practices that submitted data");

    /// <summary>The bonus; without value where it is not due.</summary>
    /// <param name="smallPractice">Whether the participant is a small practice.</param>
    /// <param name="isSubmitted">Whether data were submitted for at least one category.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding For(Finding smallPractice, bool isSubmitted, FinalScoreLaw law) =>
        law.SmallPracticeBonus is not { } bonus ? Finding.NotScored(NotInYear, null)
        : smallPractice.Flag && isSubmitted ? Finding.Taken(Bonus, null, bonus, smallPractice)
        : Finding.NotScored(NotDue, null, smallPractice);
}
