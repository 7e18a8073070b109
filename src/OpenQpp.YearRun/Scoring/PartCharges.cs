namespace OpenQpp.YearRun;

/// <summary>
/// The allowed charges of a part by TIN and NPI. They are asked for in this order, so that one walk through the sorted list
/// finds them; who was not asked for did not bill in the performance year.
/// </summary>
internal sealed class PartCharges
{
    private readonly List<(string Tin, string Npi, decimal Dollars)> sorted;
    private readonly bool[] isTaken;
    private int place;

    /// <summary>Charges of which nothing was asked for.</summary>
    /// <param name="charges">The charges, each TIN/NPI once.</param>
    public PartCharges(IReadOnlyCollection<(string Tin, string Npi, decimal Dollars)> charges)
    {
        sorted = [.. charges];
        sorted.SortByTinAndNpi(charge => (charge.Tin, charge.Npi));
        isTaken = new bool[sorted.Count];
    }

    /// <summary>Those nobody asked for, by TIN and NPI.</summary>
    public IEnumerable<(string Tin, string Npi, decimal Dollars)> Others => sorted.Where((_, index) => !isTaken[index]);

    /// <summary>The charges of a pair, which stands behind the one asked for before; 0 where there are none.</summary>
    /// <param name="tin">The TIN.</param>
    /// <param name="npi">The NPI.</param>
    public decimal Take(string tin, string npi)
    {
        while (place < sorted.Count && Compare(tin, npi) > 0)
        {
            place++;
        }

        if (place == sorted.Count || Compare(tin, npi) != 0)
        {
            return 0m;
        }

        isTaken[place] = true;
        return sorted[place].Dollars;
    }

    private int Compare(string tin, string npi) => InputOrder.Compare((tin, npi), (sorted[place].Tin, sorted[place].Npi));
}
