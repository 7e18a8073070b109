using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>What a month says of the risk of a patient. Null is not known, never no.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Month">The month, 1 to 12.</param>
/// <param name="Hcc">HCC risk score.</param>
/// <param name="IsDual">Full or partial Medicaid benefits.</param>
public sealed record PatientMonth(int Year, int Month, decimal? Hcc, bool? IsDual);

/// <summary>The risk of a patient in the segment of the determination period by which the complex patient bonus goes.</summary>
/// <param name="Hcc">HCC risk score: that of the last month in which it is known.</param>
/// <param name="IsDual">Eligible for Medicare and Medicaid.</param>
[Cfr("414.1380(c)(3)")]
public sealed record PatientRisk(decimal? Hcc, bool? IsDual)
{
    private const string Basis = "414.1380(c)(3)(i)";

    private static readonly Label HccScore = new("HCC risk score of a patient", Unit.Number, Basis, "the patient has an HCC risk score of {v}");
    private static readonly Label AverageHcc = new("average HCC risk score", Unit.Number, Basis, "the average HCC risk score of the patients: {v}");
    private static readonly Label Dual = new("patient with dual eligibility", Unit.YesNo, Basis, "a patient eligible for Medicare and Medicaid");
    private static readonly Label Duals = new("patients with dual eligibility", Unit.Number, Basis, "patients eligible for Medicare and Medicaid: {v}");
    private static readonly Label Patients = new("patients whose eligibility is known", Unit.Number, Basis, "patients whose eligibility is known: {v}");
    private static readonly Label Ratio = new("dual eligible ratio", Unit.Number, Basis, "{0} of {1} patients: {v}");

    /// <summary>The risk of a patient.</summary>
    /// <param name="months">The months that are recorded of the patient.</param>
    /// <param name="law">The law of the year.</param>
    public static PatientRisk For(IEnumerable<PatientMonth> months, YearLaw law)
    {
        if (law.FinalScore.ComplexPatientSegment is not { } number)
        {
            return new(null, null);
        }

        var segment = law.Eligibility.Segments[(int)number.Number - 1];
        var own = months.Where(month => new DateOnly(month.Year, month.Month, 1) is var first && first >= segment.From && first <= segment.To).OrderBy(month => (month.Year, month.Month)).ToArray();
        var duals = own.Where(month => month.IsDual is not null).Select(month => month.IsDual).ToArray();
        return new(
            own.LastOrDefault(month => month.Hcc is not null)?.Hcc,
            duals.Length == 0 ? null : law.Settings.LastMonthMakesDual ? duals[^1] : duals.Contains(true));
    }

    /// <summary>The indicators of a unit: averages over the patients of whom each is known; null where it is known of none.</summary>
    /// <param name="patients">The patients whom the unit saw in the segment.</param>
    public static (Finding? AverageHcc, Finding? DualRatio) Indicators(IReadOnlyList<PatientRisk> patients)
    {
        var scores = patients.Where(patient => patient.Hcc is not null).Select(patient => Finding.Given(HccScore, patient.Hcc!.Value)).ToArray();
        var known = patients.Where(patient => patient.IsDual is not null).ToArray();
        return (
            scores.Length == 0 ? null : Finding.Mean(AverageHcc, scores),
            known.Length == 0 ? null : Finding.Quotient(Ratio, Finding.Count(Duals, [.. known.Where(patient => patient.IsDual == true).Select(_ => Finding.Given(Dual, value: true))]), Finding.Given(Patients, known.Length)));
    }
}
