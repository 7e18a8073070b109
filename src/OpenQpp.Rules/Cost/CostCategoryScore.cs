using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The cost performance category score of one participant, before its weight.</summary>
/// <param name="Measures">All measures that CMS computed, with what became of them.</param>
/// <param name="AchievementPoints">Points of the scored measures.</param>
/// <param name="AvailablePoints">Points available for them.</param>
/// <param name="Improvement">Improvement, percentage points; without value where it is not scored.</param>
/// <param name="Percent">Category score, percent; without value where no measure can be scored.</param>
[Cfr("414.1380(a)(1)(ii)")]
[Cfr("414.1380(b)(2)(iii)")]
[Cfr("414.1380(b)(2)(iii)(A)")]
[Cfr("414.1380(b)(2)(iii)(B)")]
[Cfr("414.1380(b)(2)(v)")]
public sealed record CostCategoryScore(
    CostMeasureScore[] Measures,
    Finding AchievementPoints,
    Finding AvailablePoints,
    Finding Improvement,
    Finding Percent)
{
    private const string Basis = "414.1380(b)(2)(iii)";

    private static readonly Label Achievement = new("cost achievement points", Unit.Points, Basis + "(A)", "the {n} cost measures that can be scored earn {v} points");
    private static readonly Label OfMeasure = new("available points of a cost measure", Unit.Points, Basis + "(A)", "{s} is scored with {v} points available");
    private static readonly Label Available = new("available cost points", Unit.Points, Basis + "(A)", "{n} scored measures have {v} points available");
    private static readonly Label AchievementPercent = new("cost points in percent", Unit.Percent, Basis + "(A)", "{0} of {1} points: {v} %");
    private static readonly Label WithImprovement = new("cost category score before the cap", Unit.Percent, Basis, "{0} % and {1} percentage points for improvement: {v} %");
    private static readonly Label PercentLabel = new("cost performance category score", Unit.Percent, Basis, "{0} %, at most {1} %");
    private static readonly Label None = new("cost performance category score", Unit.Percent, "414.1380(b)(2)(v)", "no cost measure can be scored");
    private static readonly Finding Hundred = Finding.Parameter(new("highest category score", Unit.Percent, Basis, "the category score cannot exceed {v} %"), 100m);

    private static readonly Label NoImprovement = new("cost improvement", Unit.PercentagePoints, Basis, "a score without measures of one's own knows no improvement");

    /// <summary>The score.</summary>
    /// <param name="computed">What CMS computed.</param>
    /// <param name="participant">The participant.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="pathway">The MIPS Value Pathway whose measures alone are scored, or null.</param>
    public static CostCategoryScore For(ComputedCost[] computed, Participant participant, YearLaw law, Mvp? pathway = null)
    {
        var measures = new CostMeasureScore[computed.Length];
        for (var place = 0; place < measures.Length; place++)
        {
            measures[place] = CostMeasureScore.For(computed[place], participant.Option, law, pathway);
        }

        return Of(measures, participant.PriorYear, law);
    }

    /// <summary>A score that comes as a percent, without measures of the participant's own.</summary>
    /// <param name="percent">The percent.</param>
    public static CostCategoryScore OfPercent(Finding percent) =>
        new([], Finding.SumOf(Achievement, []), Finding.SumOf(Available, []), Finding.NotScored(NoImprovement, null), percent);

    /// <summary>The score of measures whose points are known.</summary>
    /// <param name="measures">The measures.</param>
    /// <param name="prior">What is known of the year before.</param>
    /// <param name="law">The law of the year.</param>
    public static CostCategoryScore Of(CostMeasureScore[] measures, PriorYear? prior, YearLaw law)
    {
        // By id: the order in which the measures came must not reach the last digit of the sum.
        var scored = Array.FindAll(measures, measure => measure.IsScored);
        Array.Sort(scored, (left, right) => string.CompareOrdinal(left.Computed.Measure.Id, right.Computed.Measure.Id));
        var achievement = Finding.ChosenSum(
            Achievement,
            Array.ConvertAll(scored, measure => measure.Points),
            scored.Length == measures.Length ? [] : Array.ConvertAll(Array.FindAll(measures, measure => !measure.IsScored), measure => new Rejection(measure.Points, "{s} is left out")));
        var available = AvailableFor(scored, law.Cost);
        if (scored.Length == 0)
        {
            var none = Finding.NotScored(None, null, achievement);
            return new(measures, achievement, available, none, none);
        }

        var percent = Finding.Percentage(AchievementPercent, achievement, available);
        var improvement = CostImprovement.For(percent, prior, law);
        return new(
            measures,
            achievement,
            available,
            improvement,
            Finding.Minimum(PercentLabel, null, Finding.Sum(WithImprovement, percent, improvement), Hundred));
    }

    private static Finding AvailableFor(CostMeasureScore[] scored, CostLaw law)
    {
        var points = new Finding[scored.Length];
        for (var place = 0; place < points.Length; place++)
        {
            points[place] = Finding.Taken(OfMeasure, scored[place].Computed.Measure.Id, law.MeasurePointsMaximum);
        }

        return Finding.SumOf(Available, points);
    }
}
