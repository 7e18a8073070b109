using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>A change to a case that would raise its score, and by how much.</summary>
/// <param name="Change">The change.</param>
/// <param name="Says">What it is, in a sentence.</param>
/// <param name="Result">The result of the changed case.</param>
/// <param name="Points">Points of the final score that it adds, above 0.</param>
/// <param name="Percent">Percentage points of the payment adjustment that it adds; null where they are not known.</param>
public sealed record Improvement(CaseChange Change, string Says, ScoredCase Result, decimal Points, decimal? Percent)
{
    /// <summary>What one change alone would do most for a case, the most points first. Each is found by scoring the changed case.</summary>
    /// <param name="submission">The case.</param>
    /// <param name="today">Its result.</param>
    /// <param name="scoring">Scores a case.</param>
    public static IReadOnlyList<Improvement> Of(Submission submission, ScoredCase today, Func<Submission, ScoredCase> scoring) =>
    [
        .. Candidates(submission, today)
            .Select(candidate => (candidate.Change, candidate.Says, Result: scoring(candidate.Change.Apply(submission, today.Law))))
            .Select(candidate => new Improvement(candidate.Change, candidate.Says, candidate.Result, candidate.Result.FinalScore.NumberOrZero - today.FinalScore.NumberOrZero, Gain(today, candidate.Result)))
            .Where(improvement => improvement.Points > 0m)
            .OrderByDescending(improvement => improvement.Points)
            .ThenBy(improvement => improvement.Says, StringComparer.Ordinal),
    ];

    private static decimal? Gain(ScoredCase today, ScoredCase changed) =>
        changed.PaymentAdjustment?.TotalPercent.NumberOrNull - today.PaymentAdjustment?.TotalPercent.NumberOrNull;

    private static IEnumerable<(CaseChange Change, string Says)> Candidates(Submission submission, ScoredCase today) =>
        Rates(submission, today).Concat(Activities(submission, today)).Concat(Exclusions(submission, today));

    /// <summary>Each measure reported by counts at the bound of the next decile, and of the tenth.</summary>
    private static IEnumerable<(CaseChange Change, string Says)> Rates(Submission submission, ScoredCase today)
    {
        foreach (var set in submission.MeasurementSets.Where(set => set.Category == PerformanceCategory.Quality))
        {
            foreach (var measurement in set.Measurements.Where(one => Counts.Have(one.Value)))
            {
                var scored = today.Quality.Measures.FirstOrDefault(one => one.Measure.Method == set.SubmissionMethod && string.Equals(one.Measure.Id, measurement.MeasureId, StringComparison.Ordinal))?.Measure;
                if (scored?.Benchmark is not { } benchmark || scored.Rate?.NumberOrNull is not { } rate)
                {
                    continue;
                }

                var (reached, last) = (benchmark.DecileOf(rate), 10);
                foreach (var decile in new[] { reached + 1, last }.Where(decile => decile > reached && decile <= last).Distinct())
                {
                    if (benchmark.Bounds[decile - 1] is { } bound)
                    {
                        yield return (new CaseChange.Rate(measurement.MeasureId, set.SubmissionMethod, bound), $"{scored.Subject} at {bound / 1.000000000000000000000000000m} %, the bound of decile {decile}");
                    }
                }
            }
        }
    }

    /// <summary>An activity that is not attested yet: one of each weight, the first by id that counts.</summary>
    private static IEnumerable<(CaseChange Change, string Says)> Activities(Submission submission, ScoredCase today)
    {
        var sent = submission.MeasurementSets.Where(set => set.Category == PerformanceCategory.ImprovementActivities).SelectMany(set => set.Measurements).Select(one => one.MeasureId).ToHashSet(StringComparer.Ordinal);
        return today.Law.Catalogue.Activities.Values
            .Where(activity => !sent.Contains(activity.Id) && activity.Id is not ImprovementActivitiesScore.MedicalHomeActivity && (activity.Programs?.Contains(today.Program, StringComparer.Ordinal) ?? true))
            .GroupBy(activity => activity.Weight)
            .OrderBy(group => group.Key)
            .Select(group => group.OrderBy(activity => activity.Id, StringComparer.Ordinal).First())
            .Select(activity => ((CaseChange)new CaseChange.AddActivity(activity.Id), $"one more activity, such as {activity.Id} ({activity.Title})"));
    }

    /// <summary>Exclusions of measures that were sent.</summary>
    private static IEnumerable<(CaseChange Change, string Says)> Exclusions(Submission submission, ScoredCase today)
    {
        var sent = submission.MeasurementSets.Where(set => set.Category == PerformanceCategory.PromotingInteroperability).SelectMany(set => set.Measurements).Select(one => one.MeasureId).ToHashSet(StringComparer.Ordinal);
        return today.Law.Catalogue.Interoperability.All
            .Where(measure => sent.Contains(measure.Id))
            .SelectMany(measure => measure.Exclusions.Where(exclusion => !sent.Contains(exclusion.Id)).Select(exclusion => ((CaseChange)new CaseChange.Exclude(exclusion.Id), $"{exclusion.Id} claimed in the place of {measure.Id}, where it applies to you")));
    }
}
