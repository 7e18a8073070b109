using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Which of the submitted measures count: one version of each, the outcome requirement, then the best.</summary>
/// <remarks>
/// The first place belongs to the outcome measure with the most points, or to the best high priority measure where no
/// outcome measure was submitted; the other places to the best of the rest. Equal points: the lower measure id, compared
/// character by character, so digits before letters.
/// </remarks>
/// <param name="Results">All measures with what became of them, in the order in which they were given.</param>
/// <param name="Counted">The measures that fill a place, best first, the required one at the head.</param>
/// <param name="RequiredMeasureId">The outcome or high priority measure that fulfils the requirement; it earns no bonus.</param>
/// <param name="OutcomeIsMissing">Whether the place of the outcome measure stays empty at 0 of 10.</param>
[Cfr("414.1380(b)(1)(i)")]
[Cfr("414.1335")]
public sealed record MeasureSelection(
    MeasureResult[] Results,
    ScoredMeasure[] Counted,
    string? RequiredMeasureId,
    bool OutcomeIsMissing)
{
    /// <summary>Chooses the measures that count.</summary>
    /// <param name="measures">All submitted measures that are scored together, the survey included.</param>
    /// <param name="required">The places.</param>
    /// <param name="settings">The settings in force.</param>
    public static MeasureSelection For(ScoredMeasure[] measures, RequiredMeasures required, Settings settings)
    {
        var candidates = BestVersions(measures, settings);
        var places = (int)required.Number.Number;
        var (first, isMissing) = FirstPlace(measures, candidates, required);
        var counted = new List<ScoredMeasure>(int.Min(places, candidates.Count));
        if (first is not null && places > 0)
        {
            counted.Add(first);
        }

        var forOthers = isMissing ? places - 1 : places;
        foreach (var candidate in candidates)
        {
            if (counted.Count < forOthers && !ReferenceEquals(candidate, first))
            {
                counted.Add(candidate);
            }
        }

        var results = new MeasureResult[measures.Length];
        for (var place = 0; place < measures.Length; place++)
        {
            results[place] = ResultOf(measures[place], candidates, counted);
        }

        return new(results, [.. counted], first?.Id, isMissing);
    }

    /// <summary>One version of each measure that can take a place, best first.</summary>
    private static List<ScoredMeasure> BestVersions(ScoredMeasure[] measures, Settings settings)
    {
        var best = new List<ScoredMeasure>(measures.Length);
        foreach (var measure in measures)
        {
            if (!measure.CanTakePlace)
            {
                continue;
            }

            var other = PlaceOf(measure.Id, best);
            if (other < 0)
            {
                best.Add(measure);
            }
            else if (IsBetterVersion(measure, best[other]))
            {
                best[other] = measure;
            }
        }

        best.Sort(settings.RankScoredMeasuresFirst ? ScoredMeasuresFirst : ByPoints);
        return best;
    }

    /// <summary>More points; with equal points eCQM before MIPS CQM before Part B claims.</summary>
    private static bool IsBetterVersion(ScoredMeasure candidate, ScoredMeasure known) =>
        candidate.Points.Number > known.Points.Number
        || (candidate.Points.Number == known.Points.Number && candidate.Method < known.Method);

    private static int PlaceOf(string id, List<ScoredMeasure> measures)
    {
        for (var place = 0; place < measures.Count; place++)
        {
            if (string.Equals(measures[place].Id, id, StringComparison.Ordinal))
            {
                return place;
            }
        }

        return -1;
    }

    private static int ScoredMeasuresFirst(ScoredMeasure left, ScoredMeasure right) =>
        (left.Class == MeasureClass.AgainstBenchmark) == (right.Class == MeasureClass.AgainstBenchmark) ? ByPoints(left, right)
        : left.Class == MeasureClass.AgainstBenchmark ? -1 : 1;

    private static int ByPoints(ScoredMeasure left, ScoredMeasure right)
    {
        var byPoints = right.Points.Number.CompareTo(left.Points.Number);
        return byPoints != 0 ? byPoints : string.CompareOrdinal(left.Id, right.Id);
    }

    /// <summary>The measure of the first place, and whether the place stays empty for want of one.</summary>
    private static (ScoredMeasure? First, bool IsMissing) FirstPlace(
        ScoredMeasure[] measures,
        List<ScoredMeasure> candidates,
        RequiredMeasures required)
    {
        if (required.OutcomeIsRegistered)
        {
            return (null, false);
        }

        if (candidates.Find(measure => measure.Measure.IsOutcome) is { } outcome)
        {
            return (outcome, false);
        }

        // A suppressed outcome or high priority measure that was submitted fulfils the requirement without taking a place.
        if (Array.Exists(measures, measure => measure.HasCases && measure.IsSuppressed && measure.Measure.IsOutcome))
        {
            return (null, false);
        }

        if (candidates.Find(measure => measure.Measure.IsHighPriority) is { } highPriority)
        {
            return (highPriority, false);
        }

        var isFulfilled = required.AllThatApply.Flag || Array.Exists(measures, measure => measure.HasCases && measure.IsSuppressed && measure.Measure.IsHighPriority);
        return (null, !isFulfilled);
    }

    private static MeasureResult ResultOf(ScoredMeasure measure, List<ScoredMeasure> candidates, List<ScoredMeasure> counted) =>
        measure switch
        {
            { IsSuppressed: true } => new(measure, MeasureStatus.Excluded, "suppressed"),
            { HasCases: false } => new(measure, MeasureStatus.NotCounted, "noCases"),
            _ when IsAmong(measure, counted) => new(measure, MeasureStatus.Counted),
            _ when IsAmong(measure, candidates) => new(measure, MeasureStatus.NotCounted, "moreThanRequired"),
            _ => new(measure, MeasureStatus.NotCounted, "otherCollectionType"),
        };

    /// <summary>The very same record: two collection types of one measure may look alike.</summary>
    private static bool IsAmong(ScoredMeasure measure, List<ScoredMeasure> others)
    {
        foreach (var other in others)
        {
            if (ReferenceEquals(other, measure))
            {
                return true;
            }
        }

        return false;
    }
}
