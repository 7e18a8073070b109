using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>How far a participant's category score lies from the mean of all who reported the same MIPS Value Pathway.</summary>
[Cfr("414.1365(e)(4)")]
public static class ComparativeFeedback
{
    private const string Basis = "2024 MIPS Performance Feedback FAQs, comparison within a pathway";

    private static readonly Label Mean = new("mean of the pathway", Unit.Percent, Basis, "those who reported the pathway have {v} % on average");
    private static readonly Label Gap = new("difference from the mean", Unit.PercentagePoints, Basis, "{0} % less the mean of {1} %: {v}");
    private static readonly Label Shown = new("difference from the mean, shown", Unit.PercentagePoints, Basis, "{0} percentage points, shown in whole points: {v}");
    private static readonly Finding WholePoints = Finding.Parameter(new("decimals of the difference", Unit.Number, Basis, "the difference is shown with {v} decimals"), 0m);

    /// <summary>The difference in whole points, negative below the mean.</summary>
    /// <param name="percent">The participant's category score, percent.</param>
    /// <param name="mean">The mean of all who reported the pathway, percent.</param>
    public static Finding For(Finding percent, decimal mean) =>
        Finding.Rounding(Shown, Finding.Difference(Gap, percent, Finding.Given(Mean, mean)), WholePoints);
}
