using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The hospitals at which a clinician saw patients, from professional and institutional claims.</summary>
/// <remarks>
/// A professional service in an inpatient hospital, on-campus outpatient hospital or emergency room belongs to the hospital that billed
/// for the same patient on the same day; the text does not say how the two claims find each other.
/// </remarks>
[Cfr("414.1380(e)(2)(i)")]
[Cfr("414.1380(e)(5)")]
public static class HospitalsOfClaims
{
    private static readonly HashSet<string> Places = ["21", "22", "23"];

    /// <summary>
    /// The hospitals with a Hospital VBP score at which the clinician saw patients, each with how many; none where none can be assigned, as where
    /// more patients were seen at a hospital without a score.
    /// </summary>
    /// <param name="lines">The clinician's lines.</param>
    /// <param name="institutional">Lines of hospitals.</param>
    /// <param name="scores">Hospital VBP scores by CMS certification number.</param>
    /// <param name="law">The law of the year.</param>
    public static IReadOnlyList<FacilityCandidate> For(IEnumerable<VolumeLine> lines, IReadOnlyList<InstitutionalLine> institutional, IReadOnlyDictionary<string, decimal> scores, YearLaw law)
    {
        var seen = lines
            .Where(line => line.Place is { } place && Places.Contains(place) && CoveredLine.SegmentOf(line, law) == law.Eligibility.Segments[0].Number && CoveredLine.IsCovered(line, law) == true)
            .Select(line => (line.Beneficiary, Day: line.Service!.Value))
            .ToHashSet();
        var hospitals = institutional
            .Where(line => line.Ccn is not null && Holds(line, law))
            .GroupBy(line => line.Ccn!, StringComparer.Ordinal)
            .Select(hospital => (Ccn: hospital.Key, Patients: PatientsOf(hospital, seen)))
            .Where(hospital => hospital.Patients > 0)
            .OrderBy(hospital => hospital.Ccn, StringComparer.Ordinal)
            .ToArray();
        var scored = hospitals.Where(hospital => scores.ContainsKey(hospital.Ccn)).ToArray();
        var isOutweighed = !law.Settings.HospitalsWithoutScoreArePassedOver && scored is not [] && hospitals.Max(hospital => hospital.Patients) > scored.Max(hospital => hospital.Patients);
        return isOutweighed ? [] : [.. scored.Select(hospital => new FacilityCandidate(hospital.Ccn, hospital.Patients, scores[hospital.Ccn]))];
    }

    private static int PatientsOf(IEnumerable<InstitutionalLine> claims, HashSet<(string Beneficiary, DateOnly Day)> seen) =>
        claims
            .SelectMany(claim => seen.Where(one => string.Equals(one.Beneficiary, claim.Beneficiary, StringComparison.Ordinal) && one.Day >= claim.From && one.Day <= (claim.Thru ?? claim.From)))
            .Select(one => one.Beneficiary)
            .Distinct(StringComparer.Ordinal)
            .Count();

    private static bool Holds(InstitutionalLine line, YearLaw law) =>
        line is { From: not null, Denied: not true, FinalAction: not false } && (line.ClaimType is null || law.Services.EmergencyTypes.Contains(line.ClaimType));
}
