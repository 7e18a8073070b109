using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>
/// Quality and cost of a facility-based participant: the percents that stand, among clinicians who are not facility-based, at
/// the percentile that the hospital's score has among hospitals.
/// </summary>
/// <remarks>No improvement and no bonus points; cost measures of the participant's own are not scored.</remarks>
/// <param name="Quality">Quality percent.</param>
/// <param name="Cost">Cost percent.</param>
[Cfr("414.1380(e)(1)")]
[Cfr("414.1380(e)(6)")]
[Cfr("414.1380(e)(6)(iv)")]
[Cfr("414.1380(e)(6)(v)")]
public sealed record FacilityBasedScore(Finding Quality, Finding Cost)
{
    private const string Basis = "414.1380(e)(6)";

    private static readonly Label Score = new("Hospital VBP total performance score", Unit.Points, "414.1380(e)(1)", "the hospital has a total performance score of {v}");
    private static readonly Label Percentile = new("percentile of the hospital", Unit.Number, Basis + "(iv)", "the hospital's score is at percentile {v} of all hospitals");
    private static readonly Label QualityAt = new("quality percent at the percentile", Unit.Percent, Basis + "(iv)", "clinicians who are not facility-based have a quality score of {v} % at this percentile");
    private static readonly Label CostAt = new("cost percent at the percentile", Unit.Percent, Basis + "(v)", "clinicians who are not facility-based have a cost score of {v} % at this percentile");
    private static readonly Label QualityPercent = new("quality performance category score", Unit.Percent, Basis + "(iv)", "the facility-based quality score is {0} %");
    private static readonly Label CostPercent = new("cost performance category score", Unit.Percent, Basis + "(v)", "the facility-based cost score is {0} %");

    /// <summary>The scores of a facility; null where the percents are not given.</summary>
    /// <param name="facility">The facility.</param>
    public static FacilityBasedScore? For(Facility facility)
    {
        if (facility is not { QualityPercentAtPercentile: { } quality, CostPercentAtPercentile: { } cost })
        {
            return null;
        }

        var evidence = new List<Finding>(2);
        if (facility.HvbpScore is { } score)
        {
            evidence.Add(Finding.Given(Score, score));
        }

        if (facility.Percentile is { } percentile)
        {
            evidence.Add(Finding.Given(Percentile, percentile));
        }

        return new(
            Finding.Taken(QualityPercent, null, Finding.Given(QualityAt, quality), [.. evidence]),
            Finding.Taken(CostPercent, null, Finding.Given(CostAt, cost), [.. evidence]));
    }
}
