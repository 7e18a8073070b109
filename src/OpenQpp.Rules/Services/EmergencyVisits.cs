using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Emergency visits of the patients attributed to a clinician or group.</summary>
/// <param name="Associated">Attributed patients.</param>
/// <param name="WithVisit">Those with a visit.</param>
/// <param name="Visits">Visits.</param>
public sealed record EmergencyVisits(Finding Associated, Finding WithVisit, Finding Visits)
{
    private const string Basis = "SSA 1848(q)(12)(B)";
    private const int RevenueDigits = 4;

    private static readonly Label AssociatedLabel = new("attributed patients", Unit.Cases, Basis, "{v} patients are attributed");
    private static readonly Label Patient = new("patient with a visit", Unit.YesNo, Basis, "a patient with a visit");
    private static readonly Label Patients = new("patients with a visit", Unit.Cases, Basis, "patients with a visit: {v}");
    private static readonly Label Visit = new("emergency visit", Unit.YesNo, Basis, "a claim with a line of the emergency room");
    private static readonly Label AllVisits = new("emergency visits", Unit.Cases, Basis, "visits together: {v}");
    private static readonly Label ShareLabel = new("patients with a visit", Unit.Percent, Basis, "{0} of {1}: {v} %");
    private static readonly Label EachLabel = new("visits of a patient", Unit.Number, Basis, "{0} divided by {1}: {v}");

    /// <summary>Percent of patients with a visit. There must be patients.</summary>
    public Finding Share => Finding.Percentage(ShareLabel, WithVisit, Associated);

    /// <summary>Visits for each patient. There must be patients.</summary>
    public Finding ForEachPatient => Finding.Quotient(EachLabel, Visits, Associated);

    /// <summary>Visits for each patient with a visit. There must be one.</summary>
    public Finding ForEachVisitor => Finding.Quotient(EachLabel, Visits, WithVisit);

    /// <summary>Visits that were counted before.</summary>
    /// <param name="associated">Attributed patients.</param>
    /// <param name="withVisit">Those with a visit.</param>
    /// <param name="visits">Visits.</param>
    public static EmergencyVisits Counted(long associated, long withVisit, long visits) =>
        new(Finding.Given(AssociatedLabel, associated), Finding.Given(Patients, withVisit), Finding.Given(AllVisits, visits));

    /// <summary>Counts visits. Several lines of one claim are one visit; visits that ended in an admission count.</summary>
    /// <param name="patients">Attributed patients after exclusions.</param>
    /// <param name="lines">Institutional lines.</param>
    /// <param name="law">The law.</param>
    public static EmergencyVisits For(IReadOnlySet<string> patients, IEnumerable<InstitutionalLine> lines, YearLaw law)
    {
        var claims = lines
            .Where(line => patients.Contains(line.Beneficiary) && IsEmergency(line, law) && ClaimsOfYear.Holds(line, law.Year.Year, law))
            .GroupBy(line => (line.Beneficiary, line.Claim))
            .Select(claim => (claim.Key, Ccn: claim.Min(line => line.Ccn), Day: claim.Min(line => line.Service)))
            .ToArray();
        // A claim whose provider is not known is a visit of its own.
        var visits = law.Settings.EmergencyClaimsAreMerged
            ? claims.Select(claim => (claim.Key.Beneficiary, claim.Ccn is null ? claim.Key.Claim : "", claim.Ccn, claim.Day)).Distinct().Count()
            : claims.Length;
        var visitors = claims.Select(claim => claim.Key.Beneficiary).Distinct(StringComparer.Ordinal).Count();
        return new(
            Finding.Given(AssociatedLabel, patients.Count),
            Finding.Count(Patients, [.. Enumerable.Range(0, visitors).Select(_ => Finding.Given(Patient, value: true))]),
            Finding.Count(AllVisits, [.. Enumerable.Range(0, visits).Select(_ => Finding.Given(Visit, value: true))]));
    }

    private static bool IsEmergency(InstitutionalLine line, YearLaw law) =>
        (line.ClaimType is null || law.Services.EmergencyTypes.Contains(line.ClaimType))
        && line.RevenueCode is { } code
        && law.Services.EmergencyRevenueCodes.Contains(code.PadLeft(RevenueDigits, '0'));
}
