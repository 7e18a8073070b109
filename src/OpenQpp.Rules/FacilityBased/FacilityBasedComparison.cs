using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>
/// Whether a facility-based result is used, or another result of the same participant. Of equal results the facility-based
/// one is used.
/// </summary>
[Cfr("414.1380(e)(6)(vi)")]
public static class FacilityBasedComparison
{
    private const string Basis = "414.1380(e)(6)(vi)";

    private static readonly Label FacilityParts = new("facility-based quality and cost", Unit.Points, Basis, "facility-based, quality and cost contribute {v} points");
    private static readonly Label OtherParts = new("other quality and cost", Unit.Points, Basis, "otherwise quality and cost contribute {v} points");
    private static readonly Label FacilityScore = new("facility-based final score", Unit.Points, Basis, "facility-based, the final score is {v} points");
    private static readonly Label OtherScore = new("other final score", Unit.Points, Basis, "otherwise the final score is {v} points");
    private static readonly Label Used = new("facility-based result used", Unit.YesNo, Basis, "the facility-based result of {0} points is not lower than {1}: {v}");
    private static readonly Label NotOffered = new("facility-based result used", Unit.YesNo, Basis, "no facility-based result exists in the year: {v}");

    /// <summary>Whether the facility-based result is used.</summary>
    /// <param name="facilityQualityPlusCost">Contributions of quality and cost, facility-based, points.</param>
    /// <param name="otherQualityPlusCost">Contributions of quality and cost of the other result with its own weights, points.</param>
    /// <param name="facilityFinal">Final score, facility-based, points.</param>
    /// <param name="otherFinal">Final score of the other result, points.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding For(decimal facilityQualityPlusCost, decimal otherQualityPlusCost, decimal facilityFinal, decimal otherFinal, YearLaw law) =>
        law.FinalScore.FacilityBasedMethod switch
        {
            FacilityBasedMethod.QualityAndCost => Finding.AtLeast(Used, Finding.Given(FacilityParts, facilityQualityPlusCost), Finding.Given(OtherParts, otherQualityPlusCost)),
            FacilityBasedMethod.FinalScore => Finding.AtLeast(Used, Finding.Given(FacilityScore, facilityFinal), Finding.Given(OtherScore, otherFinal)),
            _ => Finding.Parameter(NotOffered, false),
        };
}
