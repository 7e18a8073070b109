using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>One achievement point for each eCQM that a virtual group or an APM Entity submits (2025 on).</summary>
/// <remarks>
/// No measure may pass 10 points with it, and all together not a tenth of the available points. An ACO of the Shared Savings
/// Program receives it for the measure set APP Plus only.
/// </remarks>
[Cfr("414.1380(b)(1)(vii)(C)")]
public static class ComplexOrganizationAdjustment
{
    private const string Basis = "414.1380(b)(1)(vii)(C)";

    private static readonly Label Room = new("points up to the maximum", Unit.Points, Basis, "{1} points leave {v} up to {0}");
    private static readonly Label OfMeasure = new("complex organization adjustment of a measure", Unit.Points, Basis, "{s} is a submitted eCQM: {0} point, at most {1}");
    private static readonly Label All = new("complex organization adjustment before the cap", Unit.Points, Basis, "{n} eCQMs bring {v} points");
    private static readonly Label Cap = new("cap on the complex organization adjustment", Unit.Points, Basis, "{0} % of {1} available points are {v}");
    private static readonly Label Capped = new("complex organization adjustment", Unit.Points, Basis, "{0} points, at most {1}");

    /// <summary>The adjustment, or null where it is not due.</summary>
    /// <param name="measures">All submitted measures, also those without a place.</param>
    /// <param name="participant">The participant; the adjustment is not known to the measure set app1.</param>
    /// <param name="availablePoints">Total available measure achievement points.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding? For(IEnumerable<ScoredMeasure> measures, Participant participant, Finding availablePoints, QualityLaw law)
    {
        if (law is not { ComplexOrganizationPoints: { } each, ComplexOrganizationCap: { } cap }
            || participant.Option is not (ParticipationOption.VirtualGroup or ParticipationOption.ApmEntity)
            || participant.Program is Programs.App
            || participant is { IsSharedSavingsAco: true, Program: not Programs.AppPlus })
        {
            return null;
        }

        return CappedSum(measures, each, Finding.Share(Cap, cap, availablePoints), law.MeasurePointsMaximum);
    }

    private static Finding? CappedSum(IEnumerable<ScoredMeasure> measures, Finding each, Finding most, Finding maximum)
    {
        var adjustments = measures
            .Where(measure => measure is { Method: SubmissionMethod.ElectronicHealthRecord, HasCases: true, IsSuppressed: false, IsComplete.Flag: true, MeetsCaseMinimum.Flag: true })
            .Select(measure => Finding.Minimum(OfMeasure, measure.Subject, each, Finding.Difference(Room, maximum, PointsOf(measure))))
            .ToArray();
        return adjustments.Length == 0
            ? null
            : Finding.Minimum(Capped, null, Finding.SumOf(All, adjustments), most);
    }

    private static readonly Finding NoPoints = Finding.Parameter(new("no points", Unit.Points, Basis, "a measure that leaves both sums has no points"), 0m);

    private static Finding PointsOf(ScoredMeasure measure) => measure.Points.HasNumber ? measure.Points : NoPoints;
}
