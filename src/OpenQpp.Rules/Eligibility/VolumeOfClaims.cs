using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The counts of a TIN/NPI, a TIN or an APM Entity group in one segment of the determination period, from its claim lines.</summary>
/// <param name="AllowedCharges">Allowed charges that count for the low-volume threshold, dollars.</param>
/// <param name="Beneficiaries">Patients, each once.</param>
/// <param name="Services">Covered professional services.</param>
/// <param name="PatientFacingEncounters">Patient-facing encounters; null where no list of them is given.</param>
/// <param name="Places">Services by place of service, those of <see cref="PlacesCounted"/>.</param>
/// <param name="Clinicians">Clinicians who billed, of whatever type.</param>
/// <param name="Undecided">Lines of which it is not known whether they count.</param>
[Cfr("414.1305")]
public sealed record VolumeOfClaims(
    Finding AllowedCharges,
    Finding Beneficiaries,
    Finding Services,
    Finding? PatientFacingEncounters,
    IReadOnlyDictionary<string, Finding> Places,
    Finding Clinicians,
    int Undecided)
{
    /// <summary>Off-campus outpatient hospital, inpatient hospital, on-campus outpatient hospital, emergency room, ambulatory surgical center.</summary>
    public static readonly IReadOnlyList<string> PlacesCounted = ["19", "21", "22", "23", "24"];

    private const string LowVolume = "414.1305, low-volume threshold";
    private const string NonPatientFacing = "414.1305, non-patient facing MIPS eligible clinician";
    private const string SmallPractice = "414.1305, small practice";

    private static readonly Label Allowed = new("allowed amount", Unit.Dollars, LowVolume, "{v} is allowed");
    private static readonly Label ChargesLabel = new("allowed charges", Unit.Dollars, LowVolume, "allowed charges together: {v}");
    private static readonly Label Patient = new("patient", Unit.YesNo, LowVolume, "a patient had a service that counts");
    private static readonly Label PatientsLabel = new("patients", Unit.Number, LowVolume, "patients who had a service that counts: {v}");
    private static readonly Label OfLine = new("services of a line", Unit.Number, LowVolume, "a covered professional service: {v}");
    private static readonly Label ServicesLabel = new("services", Unit.Number, LowVolume, "covered professional services: {v}");
    private static readonly Label Encounter = new("patient-facing encounter", Unit.YesNo, NonPatientFacing, "a service of the list of patient-facing encounters");
    private static readonly Label EncountersLabel = new("patient-facing encounters", Unit.Number, NonPatientFacing, "patient-facing encounters: {v}");
    private static readonly Label At = new("services by place", Unit.Number, "414.1305", "covered professional services by place: {v}");
    private static readonly Label Clinician = new("clinician", Unit.YesNo, SmallPractice, "a clinician billed");
    private static readonly Label CliniciansLabel = new("clinicians", Unit.Clinicians, SmallPractice, "clinicians who billed: {v}");

    /// <summary>The counts; null without a line in the segment. What only lines tell of which too little is known has no value.</summary>
    /// <param name="lines">The lines of the unit.</param>
    /// <param name="segment">1 or 2.</param>
    /// <param name="patientFacing">The services that are patient-facing encounters; null where that is not known.</param>
    /// <param name="law">The law of the year.</param>
    public static VolumeOfClaims? For(IEnumerable<VolumeLine> lines, int segment, IReadOnlyList<PatientFacingCode>? patientFacing, YearLaw law)
    {
        var own = lines.Where(line => CoveredLine.SegmentOf(line, law) == segment).ToArray();
        if (own.Length == 0)
        {
            return null;
        }

        var counting = own.Where(line => CoveredLine.IsOfLowVolume(line, law) == true).ToArray();
        var covered = own.Where(line => CoveredLine.IsCovered(line, law) == true).ToArray();
        var isKnown = own.Any(line => CoveredLine.IsOfLowVolume(line, law) is not null);
        var areServicesKnown = own.Any(line => CoveredLine.IsCovered(line, law) is not null);
        Finding Count(Label label, Label one, int number, bool known) =>
            known ? Finding.Count(label, [.. Enumerable.Range(0, number).Select(_ => Finding.Given(one, value: true))]) : Finding.NotKnown(label);
        Finding ServicesOf(Label label, Func<VolumeLine, bool> isTaken) =>
            areServicesKnown ? Finding.SumOf(label, [.. covered.Where(isTaken).Select(line => Finding.Given(OfLine, CoveredLine.ServicesOf(line, law)))]) : Finding.NotKnown(label);
        return new(
            isKnown ? Finding.SumOf(ChargesLabel, [.. counting.Select(line => Finding.Given(Allowed, line.Allowed!.Value))]) : Finding.NotKnown(ChargesLabel),
            Count(PatientsLabel, Patient, counting.Select(line => line.Beneficiary).Distinct(StringComparer.Ordinal).Count(), isKnown),
            ServicesOf(ServicesLabel, _ => true),
            patientFacing is null ? null : Count(EncountersLabel, Encounter, covered.Count(line => IsEncounter(line, patientFacing)), areServicesKnown),
            PlacesCounted.ToDictionary(place => place, place => ServicesOf(At, line => string.Equals(line.Place, place, StringComparison.Ordinal)), StringComparer.Ordinal),
            Count(CliniciansLabel, Clinician, own.Select(line => line.Npi).OfType<string>().Distinct(StringComparer.Ordinal).Count(), known: true),
            own.Count(line => CoveredLine.IsCovered(line, law) is null));
    }

    private static bool IsEncounter(VolumeLine line, IReadOnlyList<PatientFacingCode> patientFacing) =>
        patientFacing.Any(code => string.Equals(code.Code, line.Hcpcs, StringComparison.Ordinal) && !(line.Service < code.From) && !(line.Service > code.Until));
}
