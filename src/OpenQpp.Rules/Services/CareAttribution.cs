using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>What kind of clinician furnishes care, by specialty.</summary>
public enum CareClass
{
    /// <summary>Neither of the others: attributes nothing.</summary>
    Other,

    /// <summary>A primary care physician.</summary>
    PrimaryCarePhysician,

    /// <summary>A nurse practitioner, clinical nurse specialist or physician assistant.</summary>
    NonPhysician,

    /// <summary>A physician of another specialty.</summary>
    Specialist,
}

/// <summary>To whom a beneficiary is attributed: a TIN/NPI, or a health center or rural clinic.</summary>
/// <param name="Tin">The TIN; null for a center.</param>
/// <param name="Npi">The NPI; null for a center.</param>
/// <param name="Ccn">The certification number of a center; null for a clinician.</param>
/// <param name="Share">How much primary care it gave: dollars, lines or units.</param>
/// <param name="Step">The step that attributed, 1 or 2.</param>
public sealed record Attributed(string? Tin, string? Npi, string? Ccn, Finding Share, int Step);

/// <summary>
/// Attributes a beneficiary in two steps: to who gave most primary care among primary care physicians, non-physician practitioners and
/// centers; where none of them gave any, among other physicians.
/// </summary>
public static class CareAttribution
{
    private const string Basis = "SSA 1848(q)(12)(B)";
    private const string LineCount = "lineCount";
    private const string UnitCount = "units";
    private const int First = 1;
    private const int Second = 2;
    private const int BillTypeDigits = 2;

    private static readonly Label Charges = new("primary care", Unit.Dollars, Basis, "a primary care service of {v}");
    private static readonly Label Line = new("primary care", Unit.Number, Basis, "a line with a primary care service");
    private static readonly Label Units = new("primary care", Unit.Number, Basis, "a primary care service of {v} units");
    private static readonly Label AllCharges = new("primary care of the beneficiary", Unit.Dollars, Basis, "primary care together: {v}");
    private static readonly Label AllOther = new("primary care of the beneficiary", Unit.Number, Basis, "primary care together: {v}");

    /// <summary>Attributes a beneficiary; null where nobody gave primary care.</summary>
    /// <param name="lines">Professional lines of the beneficiary.</param>
    /// <param name="centers">Institutional lines of the beneficiary.</param>
    /// <param name="classes">Classes by specialty code; others attribute nothing.</param>
    /// <param name="services">Services of primary care.</param>
    /// <param name="law">The law.</param>
    public static Attributed? For(
        IEnumerable<ServiceLine> lines, IEnumerable<InstitutionalLine> centers, IReadOnlyDictionary<string, CareClass> classes, IReadOnlyList<PrimaryCareCode> services, YearLaw law)
    {
        var year = law.Year.Year;
        var given = lines
            .Where(line => line is { Tin: not null, Npi: not null, Allowed: > 0m } && ClaimsOfYear.Holds(line, year, law) && IsPrimaryCare(line, services))
            .Select(line => (Step: StepOf(classes.GetValueOrDefault(line.Specialty ?? "")), line.Tin, line.Npi, Ccn: (string?)null, Day: line.Service!.Value, Share: ShareOf(line.Allowed, line.Units, law)))
            .Concat(centers
                .Where(line => line is { Ccn: not null, Amount: not < 0m } && IsCenter(line, law) && ClaimsOfYear.Holds(line, year, law) && IsPrimaryCare(line.Hcpcs, line.Service!.Value, null, services))
                .Select(line => (Step: First, Tin: (string?)null, Npi: (string?)null, line.Ccn, Day: line.Service!.Value, Share: ShareOf(line.Amount, line.Units, law))))
            .Where(line => line.Step > 0)
            .ToArray();
        if (given.Length == 0)
        {
            return null;
        }

        // Equal shares: the latest day, then the lowest TIN, NPI and certification number, clinicians first.
        var step = given.Min(line => line.Step);
        return given.Where(line => line.Step == step)
            .GroupBy(line => (line.Tin, line.Npi, line.Ccn))
            .Select(key => (key.Key, Share: Finding.SumOf(UsesCharges(law) ? AllCharges : AllOther, [.. key.Select(line => line.Share)]), Last: key.Max(line => line.Day)))
            .OrderByDescending(key => key.Share.Number)
            .ThenByDescending(key => key.Last)
            .ThenBy(key => key.Key.Ccn is not null)
            .ThenBy(key => key.Key.Tin, StringComparer.Ordinal)
            .ThenBy(key => key.Key.Npi, StringComparer.Ordinal)
            .ThenBy(key => key.Key.Ccn, StringComparer.Ordinal)
            .Select(key => new Attributed(key.Key.Tin, key.Key.Npi, key.Key.Ccn, key.Share, step))
            .First();
    }

    /// <summary>The step in which a class is compared; 0 where it is in none.</summary>
    /// <param name="care">The class.</param>
    public static int StepOf(CareClass care) => care switch
    {
        CareClass.PrimaryCarePhysician or CareClass.NonPhysician => First,
        CareClass.Specialist => Second,
        _ => 0,
    };

    private static bool UsesCharges(YearLaw law) => law.Settings.PrimaryCareShareMetric is not (LineCount or UnitCount);

    private static Finding ShareOf(decimal? amount, decimal? units, YearLaw law) => law.Settings.PrimaryCareShareMetric switch
    {
        LineCount => Finding.Given(Line, 1m),
        UnitCount => Finding.Given(Units, units ?? 0m),
        _ => Finding.Given(Charges, amount ?? 0m),
    };

    private static bool IsCenter(InstitutionalLine line, YearLaw law) =>
        line.BillType?.TrimStart('0') is { Length: >= BillTypeDigits } type && law.Services.CenterBillTypes.Contains(type[..BillTypeDigits]);

    private static bool IsPrimaryCare(ServiceLine line, IReadOnlyList<PrimaryCareCode> services) => IsPrimaryCare(line.Hcpcs, line.Service!.Value, line.Place, services);

    private static bool IsPrimaryCare(string? hcpcs, DateOnly day, string? place, IReadOnlyList<PrimaryCareCode> services) =>
        services.Any(service =>
            string.Equals(service.Code, hcpcs, StringComparison.Ordinal)
            && !(service.From > day)
            && !(service.Until < day)
            && !(service.NotInNursingFacility && place is PrimaryCareCode.NursingFacility));
}
