using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>What feedback shows of a range of services: of the patients of a clinician or group, from whichever clinician they had them.</summary>
/// <param name="Range">Key of the range.</param>
/// <param name="Beneficiaries">Patients who had a service of the range.</param>
/// <param name="Cost">Allowed amounts, dollars.</param>
/// <param name="Services">Units.</param>
public sealed record ServicesOfRange(string Range, Finding Beneficiaries, Finding Cost, Finding Services);

/// <summary>Items and services of the patients of a clinician or group.</summary>
public static class ServicesOfPatients
{
    private const string Basis = "SSA 1848(q)(12)(B)";

    private static readonly Label Patient = new("patient", Unit.YesNo, Basis, "a patient of the clinician had a service of {s}");
    private static readonly Label Patients = new("patients", Unit.Cases, Basis, "patients who had a service of the range: {v}");
    private static readonly Label Allowed = new("allowed amount", Unit.Dollars, Basis, "{v} is allowed");
    private static readonly Label CostLabel = new("cost", Unit.Dollars, Basis, "allowed amounts together: {v}");
    private static readonly Label LineUnits = new("units", Unit.Number, Basis, "{v} units");
    private static readonly Label ServicesLabel = new("services", Unit.Number, Basis, "units together: {v}");
    private static readonly Label AttributedLabel = new("attributed patients", Unit.Cases, Basis, "{v} patients are attributed");
    private static readonly Label Enough = new("case minimum", Unit.YesNo, Basis, "whether there are enough attributed patients: {v}");

    /// <summary>Whether enough patients are attributed to show anything.</summary>
    /// <param name="attributed">Attributed patients after exclusions.</param>
    /// <param name="law">The law.</param>
    public static Finding IsShown(long attributed, YearLaw law) => Finding.AtLeast(Enough, Finding.Given(AttributedLabel, attributed), law.Services.CaseMinimum);

    /// <summary>The ranges in which patients had services, in the order in which they are shown; those without patients are left out.</summary>
    /// <param name="tin">The TIN.</param>
    /// <param name="npi">The NPI; null for all under the TIN.</param>
    /// <param name="lines">Lines of all clinicians.</param>
    /// <param name="population">Beneficiaries who count and are not attributed to a center.</param>
    /// <param name="law">The law.</param>
    public static IReadOnlyList<ServicesOfRange> For(string tin, string? npi, IReadOnlyList<ServiceLine> lines, IReadOnlySet<string> population, YearLaw law)
    {
        var year = law.Year.Year;
        var counted = Own(tin, npi, lines, population, law.Settings.PatientsAreOfTheYearBefore ? year - 1 : year, law);
        var own = Own(tin, npi, lines, population, year, law);
        var byRange = lines.Where(line => ClaimsOfYear.Holds(line, year, law)).ToLookup(line => RangeOfHcpcs.For(line.Hcpcs, law), StringComparer.Ordinal);
        return
        [
            .. from range in law.Services.Ranges.Select(range => range.Key).Append(RangeOfHcpcs.Unclassified)
               let had = byRange[range].Where(line => Received(line, law)).Select(line => line.Beneficiary).Where(counted.Contains).Distinct(StringComparer.Ordinal).Count()
               where had > 0
               let paid = byRange[range].Where(line => line.Allowed > 0m && own.Contains(line.Beneficiary)).ToArray()
               select new ServicesOfRange(
                   range,
                   Finding.Count(Patients, [.. Enumerable.Range(0, had).Select(_ => Finding.Given(Patient, value: true, range))]),
                   Finding.SumOf(CostLabel, [.. paid.Select(line => Finding.Given(Allowed, line.Allowed!.Value))]),
                   Finding.SumOf(ServicesLabel, [.. paid.Where(line => line.Units is not null).Select(line => Finding.Given(LineUnits, line.Units!.Value))])),
        ];
    }

    private static bool Received(ServiceLine line, YearLaw law) => !law.Settings.AssociationRequiresPositiveAllowed || line.Allowed > 0m;

    private static HashSet<string> Own(string tin, string? npi, IReadOnlyList<ServiceLine> lines, IReadOnlySet<string> population, int year, YearLaw law) =>
        lines
            .Where(line =>
                string.Equals(line.Tin, tin, StringComparison.Ordinal)
                && (npi is null || string.Equals(line.Npi, npi, StringComparison.Ordinal))
                && ClaimsOfYear.Holds(line, year, law)
                && Received(line, law)
                && population.Contains(line.Beneficiary))
            .Select(line => line.Beneficiary)
            .ToHashSet(StringComparer.Ordinal);
}
