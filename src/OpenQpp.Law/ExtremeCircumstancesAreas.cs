namespace OpenQpp.Law;

/// <summary>The areas of the automatic policy for extreme and uncontrollable circumstances in one year, by ZIP code.</summary>
/// <param name="table">The table, or null where the year has none.</param>
public sealed class ExtremeCircumstancesAreas(LawTable? table)
{
    private readonly HashSet<string> codes = table is null
        ? []
        : Enumerable.Range(0, table.Rows).Select(row => table.Text(row, table.Column("zip"))).ToHashSet(StringComparer.Ordinal);

    /// <summary>How many ZIP codes are named.</summary>
    public int Count => codes.Count;

    /// <summary>The ZIP codes, in no order.</summary>
    public IReadOnlyCollection<string> Codes => codes;

    /// <summary>Whether a ZIP code of five digits lies in a named area.</summary>
    /// <param name="zip">Five digits.</param>
    public bool Names(string zip) => codes.Contains(zip);
}
