using OpenQpp.Law;

namespace OpenQpp.Scenarios;

/// <summary>The rules that a scenario file can name, and how each takes what is given.</summary>
internal static class ScenarioRules
{
    private static readonly Dictionary<string, Func<Given, YearLaw, LawBook, Answer>> Rules = new(StringComparer.Ordinal)
    {
        ["measure points"] = (given, law, _) => QualityRules.MeasurePoints(given, law),
        ["reported measure"] = (given, law, _) => QualityRules.Reported(given, law),
        ["points against a benchmark"] = (given, law, _) => QualityRules.AgainstBenchmark(given, law),
        ["survey"] = (given, law, _) => QualityRules.Survey(given, law),
        ["quality category"] = (given, law, _) => QualityRules.Category(given, law),
        ["quality improvement"] = (given, law, _) => QualityRules.Improvement(given, law),
        ["mvp quality"] = (given, law, _) => QualityRules.Mvp(given, law),
        ["app quality"] = (given, law, _) => QualityRules.App(given, law),
        ["comparison with the mean"] = (given, _, _) => QualityRules.Comparison(given),
        ["cost points"] = (given, law, _) => CostRules.Points(given, law),
        ["cost category"] = (given, law, _) => CostRules.Category(given, law),
        ["activities"] = (given, law, _) => ActivityRules.Category(given, law),
        ["interoperability"] = (given, law, _) => InteroperabilityRules.Category(given, law),
        ["interoperability roll-up"] = (given, law, _) => InteroperabilityRules.RollUp(given, law),
        ["weights"] = (given, law, _) => FinalScoreRules.Weights(given, law),
        ["reweighting"] = (given, law, _) => FinalScoreRules.Reweighted(given, law),
        ["contribution"] = (given, _, _) => FinalScoreRules.Contribution(given),
        ["complex patient bonus"] = (given, law, _) => FinalScoreRules.ComplexPatient(given, law),
        ["final score"] = (given, law, _) => FinalScoreRules.Total(given, law),
        ["payment adjustment"] = (given, law, _) => PaymentRules.Adjustment(given, law),
        ["budget neutrality"] = (given, law, _) => PaymentRules.Neutrality(given, law),
        ["factors from published pairs"] = (given, law, _) => PaymentRules.FactorsFromPairs(given, law),
        ["low-volume threshold"] = (given, law, _) => PaymentRules.LowVolume(given, law),
        ["low-volume determination"] = (given, law, _) => EligibilityRules.Determination(given, law),
        ["elections"] = (given, law, _) => EligibilityRules.Elections(given, law),
        ["qp status"] = (given, law, _) => EligibilityRules.Qp(given, law),
        ["clinician type"] = (given, law, _) => EligibilityRules.Type(given, law),
        ["group status"] = (given, law, _) => EligibilityRules.GroupStatus(given, law),
        ["eligibility"] = EligibilityRules.Whole,
        ["final score used"] = AssignmentRules.Used,
        ["reporting option used"] = (given, law, _) => AssignmentRules.OptionUsed(given, law),
        ["facility-based comparison"] = (given, law, _) => AssignmentRules.Facility(given, law),
        ["facility assignment"] = (given, _, _) => AssignmentRules.Hospital(given),
        ["payment year assignment"] = (given, law, _) => AssignmentRules.PaymentYear(given, law),
        ["volume from claims"] = (given, law, _) => DeterminationRules.Volume(given, law),
        ["risk indicators of patients"] = (given, law, _) => DeterminationRules.Risk(given, law),
        ["hospitals of claims"] = (given, law, _) => DeterminationRules.Hospitals(given, law),
        ["registration window"] = (given, law, _) => EligibilityRules.Registration(given, law),
        ["targeted review window"] = (given, law, _) => TargetedReviewRules.Window(given, law),
        ["targeted review step"] = (given, law, _) => TargetedReviewRules.Step(given, law),
        ["targeted review duplicate"] = (given, _, _) => TargetedReviewRules.Duplicate(given),
        ["targeted review documents kept"] = (_, law, _) => TargetedReviewRules.Kept(law),
        ["claim line"] = (given, law, _) => ClaimRules.Line(given, law),
        ["claim factor"] = (given, _, _) => ClaimRules.Factor(given),
        ["claim setting"] = (given, law, _) => ClaimRules.Setting(given, law),
        ["remitted claim"] = (given, law, _) => RemittanceRules.Audit(given, law),
        ["remitted percents"] = (given, law, _) => RemittanceRules.Percents(given, law),
        ["services of patients"] = (given, law, _) => ServicesRules.OfPatients(given, law),
        ["range of a service"] = (given, law, _) => ServicesRules.Range(given, law),
        ["care attribution"] = (given, law, _) => ServicesRules.Attribution(given, law),
        ["services shown"] = (given, law, _) => ServicesRules.IsShown(given, law),
        ["emergency visits"] = (given, law, _) => ServicesRules.Emergency(given, law),
        ["emergency shares"] = (given, _, _) => ServicesRules.EmergencyShares(given),
        ["beneficiary year"] = (given, law, _) => ServicesRules.Enrolment(given, law),
        ["whole case"] = WholeCaseRule.Score,
    };

    public static Answer Answer(string rule, Given given, YearLaw law, LawBook book) =>
        Rules.TryGetValue(rule, out var found) ? found(given, law, book) : throw new InvalidDataException($"No rule is called '{rule}'. Known are {string.Join(", ", Rules.Keys)}.");
}
