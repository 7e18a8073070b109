using OpenQpp.Rules;

namespace OpenQpp.Program;

/// <summary>The factors of all TIN/NPIs, by payment year and clinician.</summary>
public sealed class FactorTable
{
    private readonly Dictionary<(int Year, string Npi), FactorRow[]> rows = [];
    private readonly Dictionary<string, IReadOnlyList<decimal>> percents = new(StringComparer.Ordinal);
    private readonly HashSet<int> years = [];

    /// <summary>The payment years of which there are factors.</summary>
    public IReadOnlyCollection<int> Years => years;

    /// <summary>The table holds what one practice may see: of a clinician without a row in it, nothing is known.</summary>
    public bool IsOfOnePractice { get; init; }

    /// <summary>The clinicians, in order.</summary>
    public IReadOnlyList<string> Npis => [.. rows.Keys.Select(key => key.Npi).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Adds a row; false where the TIN/NPI has one in that year already.</summary>
    /// <param name="year">Payment year.</param>
    /// <param name="npi">NPI.</param>
    /// <param name="row">The row.</param>
    public bool Add(int year, string npi, FactorRow row)
    {
        var known = rows.GetValueOrDefault((year, npi)) ?? [];
        if (Array.Exists(known, one => string.Equals(one.Tin, row.Tin, StringComparison.Ordinal)))
        {
            return false;
        }

        rows[(year, npi)] = [.. known, row];
        years.Add(year);
        percents.Remove(npi);
        return true;
    }

    /// <summary>Whether there are factors of a payment year.</summary>
    /// <param name="year">Payment year.</param>
    public bool Has(int year) => years.Contains(year);

    /// <summary>All rows of a clinician in a payment year.</summary>
    /// <param name="year">Payment year.</param>
    /// <param name="npi">NPI.</param>
    public IReadOnlyList<FactorRow> Of(int year, string npi) => rows.GetValueOrDefault((year, npi)) ?? [];

    /// <summary>All percents of a clinician, of any TIN and year.</summary>
    /// <param name="npi">NPI.</param>
    public IReadOnlyList<decimal> PercentsOf(string npi)
    {
        if (!percents.TryGetValue(npi, out var known))
        {
            percents[npi] = known = [.. years.Order().SelectMany(year => Of(year, npi)).Select(row => row.Percent).OfType<decimal>().Distinct()];
        }

        return known;
    }
}
