using System.Globalization;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Scenarios;

/// <summary>The rules that make facts of eligibility from claims, as scenarios ask for them.</summary>
internal static class DeterminationRules
{
    private const string NotKnown = "not known";

    private static readonly Label Told = new("hospitals", Unit.YesNo, "414.1380(e)(5)", "from claims");

    public static Answer Volume(Given given, YearLaw law)
    {
        var codes = given.Has("patient facing") ? given.Texts("patient facing").Select(code => new PatientFacingCode(code, null, null)).ToArray() : null;
        var volume = VolumeOfClaims.For(given.Lists("lines").Select(Line), (int)given.Number("segment"), codes, law);
        var answer = new Answer()
            .With("allowed charges", volume?.AllowedCharges)
            .With("patients", volume?.Beneficiaries)
            .With("services", volume?.Services)
            .With("patient-facing encounters", volume?.PatientFacingEncounters)
            .With("clinicians", volume?.Clinicians)
            .With("undecided", volume?.Undecided);
        foreach (var place in VolumeOfClaims.PlacesCounted)
        {
            answer.With($"place {place}", volume?.Places[place]);
        }

        return answer;
    }

    public static Answer Risk(Given given, YearLaw law)
    {
        var patients = given.Lists("patients").Select(patient => PatientRisk.For(patient.Lists("months").Select(Month), law)).ToArray();
        var (hcc, ratio) = PatientRisk.Indicators(patients);
        return new Answer().With("average hcc", hcc).With("dual ratio", ratio);
    }

    public static Answer Hospitals(Given given, YearLaw law)
    {
        var claims = given.Lists("hospital claims").Select(claim => new InstitutionalLine
        {
            Claim = "1",
            Beneficiary = claim.Text("beneficiary"),
            Ccn = claim.Text("ccn"),
            ClaimType = claim.TextOr("type", "60"),
            From = Day(claim.Text("from")),
            Thru = claim.TextOrNull("thru") is { } last ? Day(last) : null,
        }).ToArray();
        var scores = given.Lists("scores").ToDictionary(score => score.Text("ccn"), score => score.Number("score"), StringComparer.Ordinal);
        var found = HospitalsOfClaims.For(given.Lists("lines").Select(Line), claims, scores, law);
        return new Answer()
            .With("hospitals", string.Join(' ', found.Select(hospital => string.Create(CultureInfo.InvariantCulture, $"{hospital.Name}:{hospital.Count}"))))
            .With("assigned", FacilityAssignment.For(found)?.Facility.Name)
            .With("told", Finding.Assumed(Told, value: true));
    }

    private static VolumeLine Line(Given line) => new()
    {
        Beneficiary = line.TextOr("beneficiary", "b1"),
        Npi = line.TextOrNull("npi"),
        Service = Day(line.Text("service")),
        Received = line.TextOr("received", line.Text("service")) is var received && received == NotKnown ? null : Day(received),
        Hcpcs = line.TextOr("hcpcs", "99213"),
        Place = line.TextOr("place", "11"),
        Status = line.TextOr("status", "A") is var status && status == NotKnown ? null : status,
        Setting = line.TextOr("setting", "professional") is var setting && setting == NotKnown ? null : ClaimSettings.Of(setting),
        Units = line.NumberOrNull("units"),
        Allowed = line.TextOr("allowed", "10.00") is var allowed && allowed == NotKnown ? null : Given.Parse(allowed),
        Denied = line.Flag("denied"),
        FinalAction = line.TextOr("final", "true") == "true",
    };

    private static PatientMonth Month(Given month)
    {
        var first = Day(month.Text("month") + "-01");
        return new(first.Year, first.Month, month.NumberOrNull("hcc"), month.TextOrNull("dual") is { } dual ? dual == "true" : null);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
