using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Improvement of the quality achievement percent score over the year before, in percentage points.</summary>
[Cfr("414.1380(b)(1)(vi)")]
[Cfr("414.1380(b)(1)(vi)(A)")]
[Cfr("414.1380(b)(1)(vi)(A)(1)")]
[Cfr("414.1380(b)(1)(vi)(A)(4)")]
[Cfr("414.1380(b)(1)(vi)(B)")]
[Cfr("414.1380(b)(1)(vi)(C)")]
[Cfr("414.1380(b)(1)(vi)(C)(1)")]
[Cfr("414.1380(b)(1)(vi)(C)(2)")]
[Cfr("414.1380(b)(1)(vi)(C)(3)")]
[Cfr("414.1380(b)(1)(vi)(C)(4)")]
[Cfr("414.1380(b)(1)(vi)(C)(5)")]
[Cfr("414.1380(b)(1)(vi)(D)")]
[Cfr("414.1380(b)(1)(vi)(E)")]
public static class ImprovementScore
{
    private const string Basis = "414.1380(b)(1)(vi)";

    private static readonly Label NotInYear = new("quality improvement", Unit.PercentagePoints, Basis, "improvement is not scored in this year");
    private static readonly Label NoPriorScore = new("quality improvement", Unit.PercentagePoints, Basis + "(A)", "no prior quality score is known that could be compared");
    private static readonly Label PriorFacilityBased = new("quality improvement", Unit.PercentagePoints, Basis + "(A)(4)", "the participant was scored facility-based in the year before");
    private static readonly Label NotFull = new("quality improvement", Unit.PercentagePoints, Basis + "(C)(5)", "the participant did not fully participate in quality");
    private static readonly Label Prior = new("prior quality achievement percent score", Unit.Percent, Basis + "(D)", "last year's quality achievement percent score was {v} %");
    private static readonly Label PriorBase = new("prior score taken", Unit.Percent, Basis + "(C)(4)", "the prior score of {0} % is taken as at least {1} %");
    private static readonly Label PriorCategory = new("prior quality category score", Unit.Percent, Basis + "(C)(4)", "last year's quality category score was {v} %");
    private static readonly Label LowCategoryScore = new("prior category score is low", Unit.YesNo, Basis + "(C)(4)", "{0} % is at or below {1} %: {v}");
    private static readonly Label PriorByCategory = new("prior score taken", Unit.Percent, Basis + "(C)(4)", "improvement is measured from {v} %");
    private static readonly Label Increase = new("increase in quality", Unit.PercentagePoints, Basis + "(C)(2)", "{0} percentage points times the increase from {2} to {1} %, relative to the prior score: {v}");
    private static readonly Label AtLeastZero = new("increase in quality, not below zero", Unit.PercentagePoints, Basis + "(C)(3)", "{v}: not below zero");
    private static readonly Label Capped = new("quality improvement", Unit.PercentagePoints, Basis + "(B)", "{0} percentage points, at most {1}");
    private static readonly Finding Zero = Finding.Parameter(new("lowest improvement", Unit.PercentagePoints, Basis + "(C)(3)", "an improvement percent score cannot be lower than zero"), 0m);

    private static readonly Finding NoneInYear = Finding.NotScored(NotInYear, null);
    private static readonly Finding NoneWithoutPriorScore = Finding.NotScored(NoPriorScore, null);

    /// <summary>The improvement, or why there is none.</summary>
    /// <param name="achievementPercent">This year's achievement percent score: without bonus and improvement.</param>
    /// <param name="prior">What is known of the year before.</param>
    /// <param name="fullParticipation">Tells whether the participant fully participated this year; asked only where it matters.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding For(Finding achievementPercent, PriorYear? prior, Func<Finding> fullParticipation, YearLaw law)
    {
        if (NothingToCompare(prior, law.Quality) is { } none)
        {
            return none;
        }

        var (maximum, minimum, priorPercent) = (law.Quality.ImprovementMaximum!, law.Quality.ImprovementPriorMinimum!, prior!.QualityAchievementPercent!.Value);
        var priorScore = Finding.Given(Prior, priorPercent);
        if (prior.FacilityBased ?? false)
        {
            return Finding.NotScored(PriorFacilityBased, null, priorScore);
        }

        if (fullParticipation() is { Flag: false } notFull)
        {
            return Finding.NotScored(NotFull, null, notFull);
        }

        var from = BaseOf(priorScore, prior, minimum, law.Settings);
        var increase = Finding.SlidingScale(Increase, maximum, achievementPercent, from, from);
        return Finding.Minimum(Capped, null, Finding.Maximum(AtLeastZero, null, increase, Zero), maximum);
    }

    /// <summary>Why there is no improvement whatever this year's score is: the year knows none, or there is no score to compare it with; else null.</summary>
    /// <param name="prior">What is known of the year before.</param>
    /// <param name="law">The quality law of the year.</param>
    public static Finding? NothingToCompare(PriorYear? prior, QualityLaw law) =>
        law is not { ImprovementMaximum: not null, ImprovementPriorMinimum: not null } ? NoneInYear
        : prior?.QualityAchievementPercent is null ? NoneWithoutPriorScore
        : null;

    /// <summary>The prior score, or 30 percent where it (or, by setting, the prior category score) is not above that.</summary>
    private static Finding BaseOf(Finding priorScore, PriorYear prior, Finding minimum, Settings settings)
    {
        if (!settings.ImprovementTestsPriorCategoryScore || prior.QualityCategoryPercent is not { } category)
        {
            return Finding.Maximum(PriorBase, null, priorScore, minimum);
        }

        var isLow = Finding.AtMost(LowCategoryScore, Finding.Given(PriorCategory, category), minimum);
        return Finding.Taken(PriorByCategory, null, isLow.Flag ? minimum : priorScore, isLow);
    }
}
