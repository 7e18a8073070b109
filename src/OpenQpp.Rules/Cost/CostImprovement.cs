using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Improvement of the cost category score over the year before, in percentage points (2023 on).</summary>
/// <remarks>The maximum was 0 for payment years 2020 to 2024, so the measure-level method of those texts never took effect.</remarks>
[Cfr("414.1380(b)(2)(iv)")]
[Cfr("414.1380(b)(2)(iv)(A)")]
[Cfr("414.1380(b)(2)(iv)(B)")]
[Cfr("414.1380(b)(2)(iv)(C)")]
[Cfr("414.1380(b)(2)(iv)(D)")]
[Cfr("414.1380(b)(2)(iv)(E)")]
public static class CostImprovement
{
    private const string Basis = "414.1380(b)(2)(iv)";

    private static readonly Label NotInYear = new("cost improvement", Unit.PercentagePoints, Basis + "(E)", "the largest cost improvement of this year is zero");
    private static readonly Label NotComparable = new("cost improvement", Unit.PercentagePoints, Basis + "(B)", "no prior cost score under the same identifier is known");
    private static readonly Label FacilityBased = new("cost improvement", Unit.PercentagePoints, "414.1380(e)(6)(v)", "the participant was scored facility-based in the year before");
    private static readonly Label Prior = new("prior cost category score", Unit.Percent, Basis + "(C)", "last year's cost score was {v} %");
    private static readonly Label Increase = new("increase in cost", Unit.PercentagePoints, Basis + "(C)", "{0} percentage point times the increase from {2} to {1} %, relative to the prior score: {v}");
    private static readonly Label AtLeastZero = new("increase in cost, not below zero", Unit.PercentagePoints, Basis + "(D)", "{v}: not below zero");
    private static readonly Label Capped = new("increase in cost, at most the maximum", Unit.PercentagePoints, Basis + "(E)", "{0}, at most {1}");
    private static readonly Label Rounded = new("cost improvement", Unit.PercentagePoints, Basis + "(C)", "{0} percentage points, rounded to {1} decimals");
    private static readonly Finding Zero = Finding.Parameter(new("lowest improvement", Unit.PercentagePoints, Basis + "(D)", "the cost improvement score cannot be lower than zero"), 0m);

    private static readonly Finding NoneInYear = Finding.NotScored(NotInYear, null);
    private static readonly Finding NoneComparable = Finding.NotScored(NotComparable, null);

    /// <summary>The improvement, or why there is none.</summary>
    /// <param name="achievementPercent">This year's cost score without improvement.</param>
    /// <param name="prior">What is known of the year before.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding For(Finding achievementPercent, PriorYear? prior, YearLaw law)
    {
        if (law.Cost.ImprovementMaximum is not { Number: > 0m } maximum)
        {
            return NoneInYear;
        }

        if (PriorScore(prior, law.Settings) is not ({ } priorPercent and > 0m) || !(prior!.SameIdentifier ?? true))
        {
            return NoneComparable;
        }

        var from = Finding.Given(Prior, priorPercent);
        if (prior.FacilityBased ?? false)
        {
            return Finding.NotScored(FacilityBased, null, from);
        }

        var increase = Finding.SlidingScale(Increase, maximum, achievementPercent, from, from);
        var capped = Finding.Minimum(Capped, null, Finding.Maximum(AtLeastZero, null, increase, Zero), maximum);
        return Finding.Rounding(Rounded, capped, law.Cost.ImprovementDecimals);
    }

    private static decimal? PriorScore(PriorYear? prior, Settings settings) =>
        settings.CostImprovementFromCategoryScore ? prior?.CostCategoryPercent ?? prior?.CostPercent : prior?.CostPercent;
}
