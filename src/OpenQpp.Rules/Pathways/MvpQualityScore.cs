using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The quality score of a MIPS Value Pathway: four measures, one of them an outcome measure, and a population health measure.</summary>
/// <remarks>
/// A registered outcome measure that CMS computes from claims is one of the four; where it cannot be scored it stays with 0 of
/// 10. There is no Eligible Measure Applicability in a pathway.
/// </remarks>
[Cfr("414.1365(c)(1)")]
[Cfr("414.1365(d)(3)(i)")]
public static class MvpQualityScore
{
    private const string Basis = "414.1365(d)(3)(i)";

    private static readonly Label NoApplicability = new("all measures that apply were reported", Unit.YesNo, "414.1365(c)(1)", "the test of Eligible Measure Applicability is not made in a pathway");
    private static readonly Label Unscorable = new("measure achievement points", Unit.Points, Basis + "(B)", "{s} was registered and cannot be scored: {v} points");
    private static readonly Label NoPoints = new("points of a registered measure that cannot be scored", Unit.Points, Basis + "(B)", "a registered measure that cannot be scored has {v} points");
    private static readonly Label OtherPlaces = new("places beside the registered measure", Unit.Measures, "414.1365(c)(1)(ii)", "{0} required measures less the registered one: {v}");
    private static readonly Label AllPlaces = new("required quality measures", Unit.Measures, "414.1365(c)(1)(ii)", "{0} measures and the registered one: {v}");
    private static readonly Label OneRegistered = new("registered outcome measure", Unit.Measures, "414.1365(c)(1)(ii)", "{s} was registered as outcome measure");
    private static readonly Finding Zero = Finding.Parameter(NoPoints, 0m);

    /// <summary>The score.</summary>
    /// <param name="submitted">The submitted measures of the pathway, the survey included.</param>
    /// <param name="populationHealth">Population health measures that CMS computed, the selected one where one must be selected.</param>
    /// <param name="registeredOutcome">The registered outcome measure that CMS computes, or null.</param>
    /// <param name="participant">The participant.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="claimsMeasures">Measures of the pathway that may be sent through Part B claims; none where they are not known.</param>
    public static QualityCategoryScore For(
        ScoredMeasure[] submitted,
        ScoredMeasure[] populationHealth,
        ScoredMeasure? registeredOutcome,
        Participant participant,
        YearLaw law,
        IReadOnlyList<string>? claimsMeasures = null)
    {
        var registered = registeredOutcome is null ? null : OfRegistered(registeredOutcome);
        var usual = law.Quality.MvpRequiredMeasures ?? throw new NoParameterForYear("quality/mvp-required-measures", law.Name);
        var one = registered is null ? null : Finding.Count(OneRegistered, [registered.Points]);
        var others = one is null ? usual : Finding.Difference(OtherPlaces, usual, one);
        var few = FewClaimsMeasures.For(submitted, claimsMeasures ?? [], others, participant.SmallPractice);
        var places = few is null ? others : FewClaimsMeasures.Number(submitted, few);
        var required = RequiredMeasures.InPathway(submitted, places, few ?? Finding.Parameter(NoApplicability, registered is not null), participant, law) with { OutcomeIsRegistered = registered is not null };
        var selection = MeasureSelection.For(submitted, required, law.Settings);
        var counting = new CountingMeasures(
            registered is null ? selection.Results : [.. selection.Results, new(registered, MeasureStatus.Counted, registeredOutcome!.Reason)],
            registered is null ? selection.Counted : [registered, .. selection.Counted],
            QualityCategoryScore.PlacesFor(one is null ? required.Number : Finding.Sum(AllPlaces, required.Number, one), law.Quality),
            selection.RequiredMeasureId,
            submitted)
        {
            Required = required,
        };
        return QualityCategoryScore.Of(counting, BestOf(populationHealth), participant, law);
    }

    private static ScoredMeasure OfRegistered(ScoredMeasure measure) =>
        measure.Points.HasNumber ? measure : measure with { Points = Finding.Taken(Unscorable, measure.Subject, Zero, measure.Points) };

    /// <summary>The better population health measure is scored; the other, and one that cannot be scored, leave both sums.</summary>
    private static ScoredMeasure[] BestOf(ScoredMeasure[] populationHealth)
    {
        ScoredMeasure? best = null;
        foreach (var measure in populationHealth)
        {
            if (measure.Points.HasNumber && (best is null || measure.Points.Number > best.Points.Number))
            {
                best = measure;
            }
        }

        return [.. populationHealth.Select(measure => ReferenceEquals(measure, best) ? measure : AdministrativeClaimsQuality.LeaveOut(measure, "otherPopulationHealthMeasure"))];
    }
}
