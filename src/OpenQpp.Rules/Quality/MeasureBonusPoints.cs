using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Measure bonus points: high priority measures and end-to-end reporting (2017 to 2021), and small practices.</summary>
/// <remarks>They count whether or not the measure is among those that fill a place.</remarks>
/// <param name="HighPriority">Bonus for high priority measures; null where the year has none.</param>
/// <param name="EndToEnd">Bonus for end-to-end reporting; null where the year has none.</param>
/// <param name="SmallPractice">Bonus for small practices; null where it is not due.</param>
[Cfr("414.1380(b)(1)(v)")]
[Cfr("414.1380(b)(1)(v)(A)")]
[Cfr("414.1380(b)(1)(v)(A)(1)")]
[Cfr("414.1380(b)(1)(v)(B)")]
[Cfr("414.1380(b)(1)(v)(B)(1)")]
[Cfr("414.1380(b)(1)(v)(B)(1)(i)")]
[Cfr("414.1380(b)(1)(v)(B)(1)(ii)")]
[Cfr("414.1380(b)(1)(v)(B)(1)(iii)")]
[Cfr("414.1380(b)(1)(v)(C)")]
public sealed record MeasureBonusPoints(Finding? HighPriority, Finding? EndToEnd, Finding? SmallPractice)
{
    /// <summary>No bonus at all: nothing is left to score.</summary>
    public static MeasureBonusPoints None { get; } = new(null, null, null);

    private const string HighPriorityBasis = "414.1380(b)(1)(v)(A)";
    private const string EndToEndBasis = "414.1380(b)(1)(v)(B)";

    private static readonly Label Outcome = new("bonus of a high priority measure", Unit.Points, HighPriorityBasis, "{s} is an outcome or patient experience measure beyond the one required: {v} points");
    private static readonly Label Other = new("bonus of a high priority measure", Unit.Points, HighPriorityBasis, "{s} is a high priority measure beyond the one required: {v} point");
    private static readonly Label AllHighPriority = new("high priority bonus before the cap", Unit.Points, HighPriorityBasis, "{n} high priority measures beyond the one required earn {v} points");
    private static readonly Label HighPriorityCap = new("cap on the high priority bonus", Unit.Points, HighPriorityBasis + "(1)", "{0} % of {1} available points are {v}");
    private static readonly Label HighPriorityCapped = new("high priority bonus", Unit.Points, HighPriorityBasis, "{0} points, at most {1}");
    private static readonly Label OneEndToEnd = new("bonus of an end-to-end reported measure", Unit.Points, EndToEndBasis, "{s} was reported electronically from end to end: {v} point");
    private static readonly Label AllEndToEnd = new("end-to-end bonus before the cap", Unit.Points, EndToEndBasis, "{n} measures were reported from end to end: {v} points");
    private static readonly Label EndToEndCap = new("cap on the end-to-end bonus", Unit.Points, EndToEndBasis + "(1)(i)", "{0} % of {1} available points are {v}");
    private static readonly Label EndToEndCapped = new("end-to-end bonus", Unit.Points, EndToEndBasis, "{0} points, at most {1}");
    private static readonly Label SmallPracticeLabel = new("small practice bonus", Unit.Points, "414.1380(b)(1)(v)(C)", "a small practice that submitted at least one quality measure: {v} points");

    /// <summary>The bonus points of one set of measures that are scored together.</summary>
    /// <param name="measures">The submitted measures, the survey included.</param>
    /// <param name="requiredMeasureId">The measure that fulfils the outcome requirement.</param>
    /// <param name="availablePoints">Total available measure achievement points.</param>
    /// <param name="smallPractice">Whether the participant is a small practice.</param>
    /// <param name="law">The law of the year.</param>
    public static MeasureBonusPoints For(
        ScoredMeasure[] measures,
        string? requiredMeasureId,
        Finding availablePoints,
        Finding smallPractice,
        YearLaw law)
    {
        var quality = law.Quality;
        var highPriority = quality is { HighPriorityBonusOutcome: { } forOutcome, HighPriorityBonusOther: { } forOther, MeasureBonusCap: { } cap }
            ? HighPriorityBonus(measures, requiredMeasureId, forOutcome, forOther, Finding.Share(HighPriorityCap, cap, availablePoints), law)
            : null;
        var endToEnd = quality is { EndToEndBonus: { } each, MeasureBonusCap: { } endToEndCap }
            ? EndToEndBonus(measures, each, Finding.Share(EndToEndCap, endToEndCap, availablePoints))
            : null;
        var forSmallPractice = SmallPracticeBonus(measures, smallPractice, quality);
        return (highPriority ?? endToEnd ?? forSmallPractice) is null ? None : new(highPriority, endToEnd, forSmallPractice);
    }

    private static Finding HighPriorityBonus(ScoredMeasure[] measures, string? requiredMeasureId, Finding forOutcome, Finding forOther, Finding most, YearLaw law)
    {
        var required = law.Settings.IncompleteMeasureFulfilsOutcome ? requiredMeasureId : CompleteOneOf(measures, requiredMeasureId);
        var earning = OncePerMeasure(measures.Where(measure => !string.Equals(measure.Id, required, StringComparison.Ordinal) && EarnsHighPriority(measure, law)));
        var bonus = Array.ConvertAll(earning, measure => measure.Measure.IsOutcome || measure.Measure.IsPatientExperience
            ? Finding.Taken(Outcome, measure.Subject, forOutcome)
            : Finding.Taken(Other, measure.Subject, forOther));
        return Finding.Minimum(
            HighPriorityCapped,
            null,
            Finding.SumOf(AllHighPriority, bonus),
            most);
    }

    /// <summary>
    /// The measure that 414.1335 requires, and that earns nothing for it. Incomplete data do not fulfil 414.1335: then it is
    /// the best of those that are complete, an outcome measure before others, as in CMS's scoring output of 2019.
    /// </summary>
    private static string? CompleteOneOf(ScoredMeasure[] measures, string? requiredMeasureId)
    {
        if (requiredMeasureId is null || measures.Any(measure => string.Equals(measure.Id, requiredMeasureId, StringComparison.Ordinal) && measure.IsComplete is not { Flag: false }))
        {
            return requiredMeasureId;
        }

        return measures
            .Where(measure => measure is { Measure.IsHighPriority: true, HasCases: true, IsSuppressed: false, IsComplete.Flag: true })
            .OrderByDescending(measure => measure.Measure.IsOutcome)
            .ThenByDescending(measure => measure.Points.NumberOrZero)
            .ThenBy(measure => measure.Id, StringComparer.Ordinal)
            .FirstOrDefault()?.Id ?? requiredMeasureId;
    }

    /// <summary>Complete, with the case minimum and a rate above zero; a benchmark is not needed, but see the clause of 2019.</summary>
    private static bool EarnsHighPriority(ScoredMeasure measure, YearLaw law) =>
        measure.Measure.IsHighPriority
        && measure.HasCases
        && !measure.IsSuppressed
        && (measure.Method != SubmissionMethod.CmsWebInterface || law.Quality.WebInterfaceHighPriorityBonus.Flag)
        && measure.IsComplete is not { Flag: false }
        && measure.MeetsCaseMinimum is not { Flag: false }
        && IsAboveZero(measure, law.Settings)
        && (measure.Benchmark is not null || !law.Settings.HighPriorityBonusNeedsBenchmark || !law.Quality.HighPriorityBonusBenchmarkClause.Flag);

    /// <summary>Any observation will do; the survey has no rate of its own; for inverse measures 100 percent is the worst rate.</summary>
    private static bool IsAboveZero(ScoredMeasure measure, Settings settings) =>
        measure.Measure.Metric switch
        {
            MetricType.NonProportion or MetricType.Cahps => true,
            _ when measure.Rate is not { } => false,
            _ when IsInverse(measure) && !settings.HighPriorityBonusInverseAboveZero => measure.Rate!.Number < 100m,
            _ => measure.Rate!.Number > 0m,
        };

    /// <summary>The benchmark knows best: a measure whose data have the direction wrong is decided there.</summary>
    private static bool IsInverse(ScoredMeasure measure) => measure.Measure.BenchmarkFor(measure.Method)?.IsInverse ?? measure.Measure.IsInverse;

    private static Finding EndToEndBonus(ScoredMeasure[] measures, Finding each, Finding most)
    {
        var earning = OncePerMeasure(measures.Where(measure =>
            measure.IsEndToEndReported && measure.HasCases && !measure.IsSuppressed && measure.Method != SubmissionMethod.Claims));
        return Finding.Minimum(
            EndToEndCapped,
            null,
            Finding.SumOf(AllEndToEnd, Array.ConvertAll(earning, measure => Finding.Taken(OneEndToEnd, measure.Subject, each))),
            most);
    }

    private static Finding? SmallPracticeBonus(ScoredMeasure[] measures, Finding smallPractice, QualityLaw law) =>
        law.SmallPracticeBonus is { } bonus && smallPractice.Flag && Array.Exists(measures, measure => measure.HasCases)
            ? Finding.Taken(SmallPracticeLabel, null, bonus, smallPractice)
            : null;

    private static ScoredMeasure[] OncePerMeasure(IEnumerable<ScoredMeasure> measures) =>
        [.. measures.DistinctBy(measure => measure.Id, StringComparer.Ordinal)];
}
