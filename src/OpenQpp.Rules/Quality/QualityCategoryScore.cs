using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The quality performance category score of one participant, before its weight.</summary>
/// <remarks>
/// (achievement points + bonus points + complex organization adjustment) ÷ available points + improvement, at most 100
/// percent. Older text: quality performance category percent score.
/// </remarks>
[Cfr("414.1380(a)(1)(i)")]
[Cfr("414.1380(b)(1)")]
[Cfr("414.1380(b)(1)(vii)")]
public sealed record QualityCategoryScore
{
    private const string Basis = "414.1380(b)(1)(vii)";

    private static readonly Label Achievement = new("total measure achievement points", Unit.Points, Basis, "the {n} measures that count earn {v} points");
    private static readonly Label Places = new("available points of the required measures", Unit.Points, Basis, "{0} required measures of {1} points: {v}");
    private static readonly Label Available = new("total available measure achievement points", Unit.Points, Basis, "{v} points are available");
    private static readonly Label Numerator = new("quality points", Unit.Points, Basis, "achievement and bonus points: {v}");
    private static readonly Label AchievementPercentLabel = new("quality achievement percent score", Unit.Percent, "414.1380(b)(1)(vi)(D)", "{0} of {1} points, without bonus and improvement: {v} %");
    private static readonly Label PointsPercent = new("quality points in percent", Unit.Percent, Basis, "{0} of {1} available points: {v} %");
    private static readonly Label WithImprovement = new("quality category score before the cap", Unit.Percent, Basis, "{0} % and {1} percentage points for improvement: {v} %");
    private static readonly Label PercentLabel = new("quality performance category score", Unit.Percent, Basis, "{0} %, at most {1} %");
    private static readonly Label NothingLeft = new("quality performance category score", Unit.Percent, Basis, "no measure is left that could be scored");
    private static readonly Label NoImprovement = new("quality improvement", Unit.PercentagePoints, Basis, "a score without measures of one's own knows no improvement");
    private static readonly Finding Hundred = Finding.Parameter(new("highest category score", Unit.Percent, Basis, "the category score cannot exceed {v} %"), 100m);

    /// <summary>All measures with what became of them.</summary>
    public required MeasureResult[] Measures { get; init; }

    /// <summary>Total measure achievement points, claims measures included.</summary>
    public required Finding AchievementPoints { get; init; }

    /// <summary>Total available measure achievement points.</summary>
    public required Finding AvailablePoints { get; init; }

    /// <summary>Bonus points.</summary>
    public required MeasureBonusPoints Bonus { get; init; }

    /// <summary>Complex organization adjustment, or null.</summary>
    public Finding? ComplexOrganizationAdjustment { get; init; }

    /// <summary>Improvement, percentage points; without value where it is not scored.</summary>
    public required Finding Improvement { get; init; }

    /// <summary>Category score, percent; without value where nothing is left to score.</summary>
    public required Finding Percent { get; init; }

    /// <summary>All bonus points: high priority, end-to-end, small practice, complex organization.</summary>
    public decimal BonusPoints =>
        (Bonus.HighPriority?.Number ?? 0m) + (Bonus.EndToEnd?.Number ?? 0m) + (Bonus.SmallPractice?.Number ?? 0m) + (ComplexOrganizationAdjustment?.Number ?? 0m);

    /// <summary>The score of measures of choice: eCQMs, MIPS CQMs, QCDR and Part B claims measures, the survey, claims measures of CMS.</summary>
    /// <param name="submitted">The submitted measures that are scored together, without the survey.</param>
    /// <param name="survey">The survey, or null.</param>
    /// <param name="administrativeClaims">What CMS computed.</param>
    /// <param name="participant">The participant.</param>
    /// <param name="law">The law of the year.</param>
    public static QualityCategoryScore OfChosenMeasures(
        ScoredMeasure[] submitted,
        ScoredMeasure? survey,
        ScoredMeasure[] administrativeClaims,
        Participant participant,
        YearLaw law)
    {
        var required = Rules.RequiredMeasures.For(submitted, survey is not null, participant, law);
        ScoredMeasure[] all = survey is null ? submitted : [.. submitted, survey];
        var selection = MeasureSelection.For(all, required, law.Settings);
        var counting = new CountingMeasures(
            selection.Results,
            selection.Counted,
            PlacesFor(required.Number, law.Quality),
            selection.RequiredMeasureId,
            all)
        {
            Required = required,
        };
        return Of(counting, administrativeClaims, participant, law);
    }

    /// <summary>The points available for places that measures of choice can take.</summary>
    /// <param name="number">The number of places.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding PlacesFor(Finding number, QualityLaw law) => Finding.Product(Places, number, law.MeasurePointsMaximum);

    /// <summary>The score of the CMS Web Interface: every measure counts.</summary>
    /// <param name="measures">All required measures, reported or not.</param>
    /// <param name="extra">Measures that were sent but are not scored.</param>
    /// <param name="survey">The survey, or null.</param>
    /// <param name="administrativeClaims">What CMS computed.</param>
    /// <param name="participant">The participant.</param>
    /// <param name="law">The law of the year.</param>
    public static QualityCategoryScore OfWebInterface(
        ScoredMeasure[] measures,
        ScoredMeasure[] extra,
        ScoredMeasure? survey,
        ScoredMeasure[] administrativeClaims,
        Participant participant,
        YearLaw law)
    {
        ScoredMeasure[] all = survey is null ? measures : [.. measures, survey];
        var results = all.Select(OfRequired).Concat(extra.Select(measure => new MeasureResult(measure, MeasureStatus.NotCounted, "notRequired"))).ToArray();
        return Of(
            CountingMeasures.AllRequired(results, HighestOutcome(all), all, measures, law.Quality),
            administrativeClaims,
            participant,
            law);
    }

    /// <summary>The score of measures of which it is known what each does for the category.</summary>
    /// <param name="counting">The measures.</param>
    /// <param name="administrativeClaims">What CMS computed, to be scored beside them.</param>
    /// <param name="participant">The participant.</param>
    /// <param name="law">The law of the year.</param>
    public static QualityCategoryScore Of(CountingMeasures counting, ScoredMeasure[] administrativeClaims, Participant participant, YearLaw law)
    {
        MeasureResult[] claims = administrativeClaims.Length == 0 ? [] : Array.ConvertAll(administrativeClaims, OfAdministrativeClaims);
        MeasureResult[] all = claims.Length == 0 ? counting.Results : [.. counting.Results, .. claims];
        var scoredClaims = claims.Length == 0 ? [] : ScoredById(claims);
        var ofCounted = Array.ConvertAll(counting.Counted, measure => measure.Points);
        var achievement = Finding.ChosenSum(
            Achievement,
            scoredClaims.Length == 0 ? ofCounted : [.. ofCounted, .. Array.ConvertAll(scoredClaims, result => result.Measure.Points)],
            Array.Exists(all, IsLeftOut) ? Array.ConvertAll(Array.FindAll(all, IsLeftOut), result => new Rejection(result.Measure.Points, WhyNot(result))) : []);
        var available = scoredClaims.Length == 0 ? counting.Places : WithClaims(counting.Places, scoredClaims, law.Quality);
        var hasPlaces = available.Number > 0m;
        var bonus = hasPlaces ? MeasureBonusPoints.For(counting.Submitted, counting.RequiredMeasureId, available, participant.SmallPractice, law) : MeasureBonusPoints.None;
        var adjustment = hasPlaces ? Rules.ComplexOrganizationAdjustment.For(counting.Submitted, participant, available, law.Quality) : null;
        var improvement = !hasPlaces ? Finding.NotScored(NothingLeft, null, available)
            : ImprovementScore.NothingToCompare(participant.PriorYear, law.Quality) ?? ImprovementOf(achievement, available, counting, participant, law);
        return new()
        {
            Measures = all,
            AchievementPoints = achievement,
            AvailablePoints = available,
            Bonus = bonus,
            ComplexOrganizationAdjustment = adjustment,
            Improvement = improvement,
            Percent = hasPlaces ? PercentOf(achievement, bonus, adjustment, available, improvement) : Finding.NotScored(NothingLeft, null, available),
        };
    }

    /// <summary>By id: the order in which the measures came must not reach the last digit of a sum.</summary>
    private static MeasureResult[] ScoredById(MeasureResult[] claims)
    {
        var scored = Array.FindAll(claims, result => result.Status == MeasureStatus.Counted);
        Array.Sort(scored, (left, right) => string.CompareOrdinal(left.Measure.Id, right.Measure.Id));
        return scored;
    }

    private static bool IsLeftOut(MeasureResult result) => result.Status is MeasureStatus.NotCounted or MeasureStatus.Excluded;

    private static Finding WithClaims(Finding places, MeasureResult[] claims, QualityLaw law) =>
        Finding.SumOf(Available, [places, .. claims.Select(result => CountingMeasures.PointsAvailableFor(result.Measure, law))]);

    private static Finding ImprovementOf(Finding achievement, Finding available, CountingMeasures counting, Participant participant, YearLaw law) =>
        ImprovementScore.For(Finding.Percentage(AchievementPercentLabel, achievement, available), participant.PriorYear, () => counting.IsFullParticipation(participant), law);

    private static Finding PercentOf(Finding achievement, MeasureBonusPoints bonus, Finding? adjustment, Finding available, Finding improvement)
    {
        var points = Finding.SumOf(Numerator, [achievement, .. Added(bonus, adjustment)]);
        var percent = Finding.Percentage(PointsPercent, points, available);
        return Finding.Minimum(PercentLabel, null, Finding.Sum(WithImprovement, percent, improvement), Hundred);
    }

    /// <summary>What is added to the achievement points.</summary>
    private static Finding[] Added(MeasureBonusPoints bonus, Finding? adjustment) =>
        ReferenceEquals(bonus, MeasureBonusPoints.None) && adjustment is null ? []
        : [.. new[] { bonus.HighPriority, bonus.EndToEnd, bonus.SmallPractice, adjustment }.OfType<Finding>()];

    /// <summary>A score that comes as a percent, without measures of the participant's own.</summary>
    /// <param name="percent">The percent; without value where it is not known or not scored.</param>
    public static QualityCategoryScore OfPercent(Finding percent) => new()
    {
        Measures = [],
        AchievementPoints = Finding.SumOf(Achievement, []),
        AvailablePoints = Finding.SumOf(Available, []),
        Bonus = MeasureBonusPoints.None,
        Improvement = Finding.NotScored(NoImprovement, null),
        Percent = percent,
    };

    /// <summary>What a measure that is required by name does for the category score.</summary>
    /// <param name="measure">The measure.</param>
    public static MeasureResult OfRequired(ScoredMeasure measure) => measure switch
    {
        { Class: MeasureClass.Missing } => new(measure, MeasureStatus.Missing, measure.Reason),
        { Class: MeasureClass.LeftOut } => new(measure, MeasureStatus.Excluded, measure.Reason),
        { IsSuppressed: true } => new(measure, MeasureStatus.Excluded, "suppressed"),
        _ => new(measure, MeasureStatus.Counted),
    };

    /// <summary>What a measure that CMS computed does for the category score.</summary>
    /// <param name="measure">The measure.</param>
    public static MeasureResult OfAdministrativeClaims(ScoredMeasure measure) =>
        measure.IsSuppressed ? new(measure, MeasureStatus.Excluded, "suppressed")
        : measure.Class == MeasureClass.AgainstBenchmark ? new(measure, MeasureStatus.Counted)
        : new(measure, MeasureStatus.Excluded, measure.Reason);

    /// <summary>
    /// The outcome measure with the most points, else the high priority measure with the most: it fulfils the requirement and
    /// earns no bonus. One that was reported but left the score fulfils it too.
    /// </summary>
    internal static string? HighestOutcome(IEnumerable<ScoredMeasure> measures) =>
        measures
            .Where(measure => measure.HasCases && measure.Measure.IsHighPriority)
            .OrderByDescending(measure => measure.Measure.IsOutcome)
            .ThenByDescending(measure => measure.Points.NumberOrZero)
            .ThenBy(measure => measure.Id, StringComparer.Ordinal)
            .FirstOrDefault()?.Id;

    private static string WhyNot(MeasureResult result) => result.Reason switch
    {
        "noCases" => "{s} has no cases",
        "suppressed" => "{s} is suppressed: it leaves achievement points and available points",
        "moreThanRequired" => "{s} was sent beyond the required measures, and others earn more points",
        "otherCollectionType" => "another collection type of {s} earns more points",
        "notRequired" => "{s} is not scored on its own",
        _ => "{s} leaves achievement points and available points",
    };
}
