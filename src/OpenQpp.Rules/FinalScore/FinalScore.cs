using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The final score of 0 to 100 points.</summary>
/// <remarks>
/// Rounded once, after all bonuses, to two decimals, half away from zero: that number is stored, published and compared
/// with the thresholds. Digits beyond the twelfth decimal are removed first; they are the noise of divisions that do not
/// end (40.01 ÷ 60 × 30 % is 20.005 and must become 20.01).
/// </remarks>
[Cfr("414.1380(a)")]
[Cfr("414.1380(a)(1)")]
[Cfr("414.1380(c)")]
public static class FinalScore
{
    private const string Basis = "414.1380(c)";

    private static readonly Label[] Contributions =
        [.. PerformanceCategories.All.Select(category => new Label($"contribution of {category.Title()}", Unit.Points, Basis, $"{{0}} % at a weight of {{1}} %: {{v}} points from {category.Title()}"))];

    private static readonly Label[] NoContributions =
        [.. PerformanceCategories.All.Select(category => new Label($"contribution of {category.Title()}", Unit.Points, Basis, $"no weight, no points from {category.Title()}"))];

    private static readonly Label Sum = new("final score before the cap", Unit.Points, Basis, "contributions and bonuses add to {v} points");
    private static readonly Label Capped = new("final score before rounding", Unit.Points, Basis, "{0} points, at most {1}");
    private static readonly Label WithoutNoise = new("final score without the noise of division", Unit.Points, Basis, "digits beyond {1} decimals removed: {v}");
    private static readonly Label Rounded = new("final score", Unit.Points, Basis, "rounded to {1} decimals, the final score is {v}");
    private static readonly Label AtThreshold = new("final score", Unit.Points, Basis, "fewer than two categories are scored, so the final score is the performance threshold, {v}");
    private static readonly Label None = new("final score", Unit.Points, Basis, "nothing was submitted at this level, which did therefore not take part");
    private static readonly Finding NoScore = Finding.NotScored(None, null);

    /// <summary>What a category contributes: its percent of its weight.</summary>
    /// <param name="category">The category.</param>
    /// <param name="percent">Its score, percent; without value where it cannot be scored.</param>
    /// <param name="weight">Its weight, percent.</param>
    public static Finding Contribution(PerformanceCategory category, Finding percent, Finding weight) =>
        weight.Number == 0m
            ? Finding.Taken(NoContributions[(int)category], null, weight)
            : Finding.Share(Contributions[(int)category], percent, weight);

    /// <summary>The final score, and the same before rounding.</summary>
    /// <param name="contributions">What the categories contribute.</param>
    /// <param name="complexPatientBonus">The complex patient bonus.</param>
    /// <param name="smallPracticeBonus">The small practice bonus on the final score.</param>
    /// <param name="law">The law of the year.</param>
    public static (Finding Score, Finding BeforeRounding) For(
        ReadOnlySpan<Finding> contributions,
        Finding complexPatientBonus,
        Finding smallPracticeBonus,
        FinalScoreLaw law)
    {
        var sum = Finding.SumOf(Sum, [.. contributions, complexPatientBonus, smallPracticeBonus]);
        var capped = Finding.Minimum(Capped, null, sum, law.Maximum);
        var score = Finding.Rounding(Rounded, Finding.Rounding(WithoutNoise, capped, law.NoiseDecimals), law.Decimals);
        return (score, capped);
    }

    /// <summary>The final score of who is scored on fewer than two categories: the performance threshold, no bonus added.</summary>
    /// <param name="threshold">The performance threshold.</param>
    /// <param name="weights">The weights, with the number of scored categories.</param>
    public static Finding AtPerformanceThreshold(Finding threshold, CategoryWeights weights) =>
        Finding.Taken(AtThreshold, null, threshold, [weights.ScoredCategories, .. weights.Reweighting]);

    /// <summary>No final score: nothing was submitted at a level that needs it.</summary>
    public static Finding DidNotTakePart() => NoScore;
}
