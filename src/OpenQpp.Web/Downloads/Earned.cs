using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>What a measure or activity of a case earned.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Points">Its points; null where it earned none.</param>
/// <param name="Maximum">The points that it could earn; null where that is not a number of its own.</param>
/// <param name="Counts">It counts toward its category.</param>
/// <param name="Reason">Why not, a word; null where it does.</param>
internal sealed record Earned(string? Title, decimal? Points, decimal? Maximum, bool Counts, string? Reason)
{
    /// <summary>The decile of its benchmark, 1 to 10; −1 without one.</summary>
    public int Decile { get; init; } = -1;

    /// <summary>Its performance rate.</summary>
    public decimal? Rate { get; init; }

    /// <summary>Its data completeness, percent.</summary>
    public decimal? Completeness { get; init; }

    /// <summary>What a measurement earned in a result.</summary>
    public static Earned Of(MeasurementSet set, Measurement measurement, ScoredCase result)
    {
        bool Same(string id) => string.Equals(id, measurement.MeasureId, StringComparison.Ordinal);
        switch (set.Category)
        {
            case PerformanceCategory.Quality:
                var quality = result.Quality.Measures.FirstOrDefault(one => Same(one.Measure.Id) && one.Measure.Method == set.SubmissionMethod);
                return quality is null ? None : new(quality.Measure.Measure.Title, (quality.Measure.Points.HasNumber ? quality.Measure.Points : quality.Measure.PotentialPoints)?.NumberOrNull, 10m, quality.Status == MeasureStatus.Counted, quality.Reason)
                {
                    Decile = quality.Measure.Decile,
                    Rate = quality.Measure.Rate?.NumberOrNull,
                    Completeness = quality.Measure.ReportingRate?.NumberOrNull,
                };
            case PerformanceCategory.Cost:
                var cost = result.Cost.Measures.FirstOrDefault(one => Same(one.Computed.Measure.Id));
                return cost is null ? None : new(cost.Computed.Measure.Title, (cost.IsScored ? cost.Points : cost.PotentialPoints)?.NumberOrNull, 10m, cost.IsScored, cost.Reason) { Decile = cost.Decile };
            case PerformanceCategory.ImprovementActivities:
                var activity = result.ImprovementActivities.Activities.FirstOrDefault(one => Same(one.Activity.Id));
                return activity is null ? None : new(activity.Activity.Title, activity.Points.NumberOrNull, null, activity.IsCounted, activity.Reason);
            default:
                var measure = result.PromotingInteroperability?.Measures.FirstOrDefault(one => Same(one.Measure.Id));
                return measure is null ? None : new(measure.Measure.Title, measure.Points.NumberOrNull, measure.MaximumPoints.NumberOrNull, Counts: true, null);
        }
    }

    private static Earned None { get; } = new(null, null, null, Counts: false, null);
}
