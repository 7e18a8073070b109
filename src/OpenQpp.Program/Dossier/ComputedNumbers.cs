using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>
/// Every number of a result in the order in which it was computed: measures, then categories, then weights and contributions,
/// then bonuses and the final score, then the payment adjustment.
/// </summary>
public static class ComputedNumbers
{
    /// <summary>The numbers.</summary>
    /// <param name="result">The result.</param>
    public static IReadOnlyList<ComputedNumber> Of(ScoredCase result) =>
    [
        .. Quality(result),
        .. Cost(result),
        .. Activities(result),
        .. Interoperability(result),
        .. OfEach(result, "weight", category => (category.Weight, category.Weight.NumberOrNull)),
        .. OfEach(result, "contribution", category => (category.Contribution, result.Participated ? category.Contribution.NumberOrNull : null)),
        Bonus("complexPatientBonus", result.ComplexPatientBonus, result),
        Bonus("smallPracticeBonus", result.SmallPracticeBonus, result),
        Number("finalScore", result.FinalScore),
        .. Adjustment(result),
    ];

    private static IEnumerable<ComputedNumber> Quality(ScoredCase result)
    {
        var (quality, category) = (result.Quality, result[PerformanceCategory.Quality]);
        return
        [
            .. Measures(quality.Measures),
            Number("quality.achievementPoints", quality.AchievementPoints),
            Number("quality.availablePoints", quality.AvailablePoints),
            OrZero("quality.highPriorityBonus", quality.Bonus.HighPriority, category.Percent),
            OrZero("quality.endToEndBonus", quality.Bonus.EndToEnd, category.Percent),
            OrZero("quality.smallPracticeBonus", quality.Bonus.SmallPractice, category.Percent),
            OrZero("quality.complexOrganizationAdjustment", quality.ComplexOrganizationAdjustment, category.Percent),
            new("quality.bonusPoints", category.Percent, quality.BonusPoints),
            OrZero("quality.improvementPercent", quality.Improvement, quality.Improvement),
            Percent(category),
        ];
    }

    /// <summary>A measure by its id; where it was sent by several methods, the id means the one that counts, and each has its method after a point.</summary>
    private static IEnumerable<ComputedNumber> Measures(IReadOnlyList<MeasureResult> measures)
    {
        foreach (var same in measures.GroupBy(measure => measure.Measure.Id, StringComparer.Ordinal))
        {
            var most = same.FirstOrDefault(measure => measure.Status == MeasureStatus.Counted) ?? same.First();
            foreach (var measure in same)
            {
                var points = Points(measure.Measure.Points, measure.Measure.PotentialPoints);
                if (same.Count() > 1)
                {
                    yield return Points($"quality.measures.{same.Key}.{measure.Measure.Method.Word()}.points", points);
                }

                if (ReferenceEquals(measure, most))
                {
                    yield return Points($"quality.measures.{same.Key}.points", points);
                }
            }
        }
    }

    private static IEnumerable<ComputedNumber> Cost(ScoredCase result) =>
    [
        .. result.Cost.Measures.Select(measure => Points($"cost.measures.{measure.Computed.Measure.Id}.points", Points(measure.Points, measure.PotentialPoints))),
        Number("cost.achievementPoints", result.Cost.AchievementPoints),
        Number("cost.availablePoints", result.Cost.AvailablePoints),
        OrZero("cost.improvementPercent", result.Cost.Improvement, result.Cost.Improvement),
        Percent(result[PerformanceCategory.Cost]),
    ];

    private static IEnumerable<ComputedNumber> Activities(ScoredCase result) =>
    [
        .. result.ImprovementActivities.Activities.Select(activity => Points($"ia.activities.{activity.Activity.Id}.points", activity.Points)),
        Number("ia.points", result.ImprovementActivities.Points),
        Percent(result[PerformanceCategory.ImprovementActivities]),
    ];

    private static IEnumerable<ComputedNumber> Interoperability(ScoredCase result) =>
    [
        .. (result.PromotingInteroperability?.Measures ?? []).Select(measure => Points($"pi.measures.{measure.Measure.Id}.points", measure.Points)),
        Percent(result[PerformanceCategory.PromotingInteroperability]),
    ];

    private static IEnumerable<ComputedNumber> Adjustment(ScoredCase result) => result.PaymentAdjustment is { } adjustment
        ?
        [
            Number("paymentAdjustment.percentBeforeScaling", adjustment.BeforeScaling),
            Number("paymentAdjustment.percent", adjustment.Percent),
            Number("paymentAdjustment.additionalPercent", adjustment.AdditionalPercent),
            Number("paymentAdjustment.totalPercent", adjustment.TotalPercent),
        ]
        : [];

    private static IEnumerable<ComputedNumber> OfEach(ScoredCase result, string name, Func<CategoryResult, (Finding Finding, decimal? Value)> take) =>
        from category in result.Categories
        let taken = take(category)
        select new ComputedNumber($"{category.Category.Word()}.{name}", taken.Finding, taken.Value);

    private static ComputedNumber Percent(CategoryResult category) =>
        new($"{category.Category.Word()}.percent", category.Percent, category.Status == CategoryStatus.Scored ? category.Percent.NumberOrNull : null);

    private static ComputedNumber Bonus(string path, Finding bonus, ScoredCase result) =>
        new(path, bonus, result.Participated && bonus.Kind != ValueKind.NotKnown ? bonus.NumberOrZero : null);

    private static ComputedNumber Number(string path, Finding finding) => new(path, finding, finding.NumberOrNull);

    private static ComputedNumber OrZero(string path, Finding? finding, Finding otherwise) => new(path, finding ?? otherwise, finding?.NumberOrZero ?? 0m);

    // What does not count is printed with the points it would have earned, or with none.
    private static Finding Points(Finding points, Finding? potential) => points.HasNumber ? points : potential ?? points;

    private static ComputedNumber Points(string path, Finding points) => new(path, points, points.NumberOrNull);
}
