using OpenQpp.DuckDb;

namespace OpenQpp.Claims;

/// <summary>Decides of each professional line what it counts for in the determination period.</summary>
/// <param name="tables">The rules.</param>
internal sealed class FactFunction(FactTables tables) : IDisposable
{
    /// <summary>Its name in SQL.</summary>
    public const string Name = "openqpp_fact_line";

    private readonly ThreadLocal<LinesSeen> seen = new(() => new(remembersKeys: true), trackAllValues: true);

    /// <summary>What each thread saw.</summary>
    public IReadOnlyList<LinesSeen> Seen => [.. seen.Values];

    /// <summary>The function, for an engine.</summary>
    public ColumnFunction Function => new(
        Name,
        [.. FactLinesGiven.Wanted.Select(LineScan.KindOf)],
        new ColumnKind.Row(
        [
            ("tin", ColumnKind.Long), ("npi", ColumnKind.Long), ("billed", ColumnKind.Whole), ("segment", ColumnKind.Whole), ("low_volume", ColumnKind.Whole), ("covered", ColumnKind.Whole),
            ("services", ColumnKind.Whole), ("place", ColumnKind.Whole), ("encounter", ColumnKind.Whole),
        ]),
        Compute);

    /// <inheritdoc/>
    public void Dispose() => seen.Dispose();

    private void Compute(Rows given, RowsWriter result)
    {
        var saw = seen.Value!;
        var lines = new FactLinesGiven(given);
        var tins = result[0].Longs;
        var npis = result[1].Longs;
        var billed = result[2].Wholes;
        var segment = result[3].Wholes;
        var lowVolume = result[4].Wholes;
        var covered = result[5].Wholes;
        var services = result[6].Wholes;
        var places = result[7].Wholes;
        var encounter = result[8].Wholes;
        for (var row = 0; row < given.Count; row++)
        {
            var facts = lines.Facts(row, tables, saw);
            (tins[row], npis[row]) = lines.Pair(row);
            billed[row] = facts.IsBilled ? 1 : 0;
            segment[row] = facts.Segment;
            lowVolume[row] = facts.LowVolume;
            covered[row] = facts.Covered;
            services[row] = facts.Services;
            places[row] = facts.Place;
            encounter[row] = facts.IsEncounter ? 1 : 0;
        }
    }
}
