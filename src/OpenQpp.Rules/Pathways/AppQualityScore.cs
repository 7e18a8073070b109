using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The quality score of the APM Performance Pathway: every measure of the set counts.</summary>
/// <remarks>
/// A measure that was submitted but has no benchmark or case minimum leaves both sums, one that was not submitted has 0 of 10.
/// The 7-point cap does not hold in the pathway, 414.1367(c)(1)(ii).
/// </remarks>
[Cfr("414.1367(c)(1)")]
public static class AppQualityScore
{
    /// <summary>The score.</summary>
    /// <param name="measures">The measures of the set, reported or not, the survey included.</param>
    /// <param name="administrativeClaims">What CMS computed.</param>
    /// <param name="participant">The participant.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="otherVersions">Measures that were sent beside a better version of themselves; none where null.</param>
    public static QualityCategoryScore For(
        ScoredMeasure[] measures,
        ScoredMeasure[] administrativeClaims,
        Participant participant,
        YearLaw law,
        ScoredMeasure[]? otherVersions = null)
    {
        var results = measures.Select(OfMeasure).Concat((otherVersions ?? []).Select(measure => new MeasureResult(measure, MeasureStatus.NotCounted, "otherCollectionType"))).ToArray();
        ScoredMeasure[] submitted = otherVersions is { Length: > 0 } ? [.. measures, .. otherVersions] : measures;
        return QualityCategoryScore.Of(
            CountingMeasures.AllRequired(results, QualityCategoryScore.HighestOutcome(submitted), submitted, measures, law.Quality),
            administrativeClaims,
            participant,
            law);
    }

    private static MeasureResult OfMeasure(ScoredMeasure measure) => measure switch
    {
        { Class: MeasureClass.WithoutBenchmark, Benchmark: not null } => new(measure, MeasureStatus.Excluded, "belowCaseMinimum"),
        { Class: MeasureClass.WithoutBenchmark } => new(measure, MeasureStatus.Excluded, "noBenchmark"),
        { Class: MeasureClass.NoCases } => new(measure, MeasureStatus.Excluded, "noCases"),
        _ => QualityCategoryScore.OfRequired(measure),
    };
}
