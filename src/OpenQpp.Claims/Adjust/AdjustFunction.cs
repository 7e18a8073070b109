using OpenQpp.DuckDb;

namespace OpenQpp.Claims;

/// <summary>Adjusts some lines at once, and counts them.</summary>
/// <param name="tables">Law, factors and fee schedule.</param>
/// <param name="present">Our columns that the lines have, in the order of the arguments.</param>
/// <param name="remembersKeys">Remember the keys of all lines.</param>
internal sealed class AdjustFunction(AdjustTables tables, IReadOnlyList<LineColumn> present, bool remembersKeys) : IDisposable
{
    /// <summary>Its name in SQL.</summary>
    public const string Name = "openqpp_adjust";

    private static readonly LineColumn[] Wanted =
    [
        LineColumn.ClaimId, LineColumn.LineNo, LineColumn.BeneId, LineColumn.ClaimType, LineColumn.Tin, LineColumn.Npi, LineColumn.Specialty, LineColumn.Pos, LineColumn.Dos,
        LineColumn.Hcpcs, LineColumn.Mod1, LineColumn.Mod2, LineColumn.Charge, LineColumn.Allowed, LineColumn.Deductible, LineColumn.Coinsurance, LineColumn.MspReduction,
        LineColumn.PrimaryAllowed, LineColumn.PrimaryPaid, LineColumn.Assigned, LineColumn.Participating, LineColumn.Status, LineColumn.Setting, LineColumn.Denied, LineColumn.FinalAction,
    ];

    private readonly LineColumn[] taken = [.. Wanted.Where(present.Contains)];
    private readonly ThreadLocal<LineTally> tallies = new(() => new(tables.Rows), trackAllValues: true);

    /// <summary>What each thread saw.</summary>
    public IReadOnlyList<LineTally> Tallies => [.. tallies.Values];

    /// <summary>The function, for an engine.</summary>
    public ColumnFunction Function => new(Name, [.. taken.Select(KindOf)], new ColumnKind.Row(AdjustColumns.All), Compute);

    /// <summary>The arguments, in SQL.</summary>
    public string Arguments => string.Join(", ", taken.Select(column => KindOf(column) == ColumnKind.Text ? $"CAST({column.Name()} AS VARCHAR)" : column.Name()));

    /// <inheritdoc/>
    public void Dispose() => tallies.Dispose();

    private static ColumnKind KindOf(LineColumn column) => column.Form() switch
    {
        CellForm.Money => new ColumnKind.Number(12, 2),
        CellForm.Date => ColumnKind.Date,
        _ => ColumnKind.Text,
    };

    private void Compute(Rows given, RowsWriter result)
    {
        var tally = tallies.Value!;
        var lines = new LinesGiven(given, taken);
        var written = new LinesWritten(result);
        for (var first = 0; first < given.Count; first += LineTally.MostAtOnce)
        {
            Compute(lines, first, Math.Min(given.Count - first, LineTally.MostAtOnce), tally, ref written);
        }
    }

    /// <summary>
    /// Step by step for some rows, not row by row: what is looked up in tables much larger than the cache is asked for at once, so that
    /// the waiting times fall together.
    /// </summary>
    private void Compute(in LinesGiven lines, int first, int count, LineTally tally, ref LinesWritten written)
    {
        var work = tally.Work(count);
        for (var number = 0; number < work.Length; number++)
        {
            ref var line = ref work[number];
            line.Pair = lines.Pair(first + number);
            line.Year = tables.YearOf(lines.Day(first + number));
            line.Factor = line.Year.Factors?.Find(line.Pair) ?? new(FactorCells.None, FactorFound.NoRow);
        }

        for (var number = 0; number < work.Length; number++)
        {
            ref var line = ref work[number];
            line.Place = line.Factor.Row >= 0 ? tally.Places.Of(line.Year.FirstRow + line.Factor.Row, line.PaymentYear, line.Pair) : tally.Places.Of(line.PaymentYear, line.Pair, lines.Tin(first + number), lines.Npi(first + number));
        }

        for (var number = 0; number < work.Length; number++)
        {
            ref var line = ref work[number];
            line.Key = lines.KeyOf(first + number);
            var cells = lines.Line(first + number, tables, line.Year);
            line.Allowed = cells.Allowed;
            LineDecision.Make(cells, line.Factor.Cells, line.Year.Law, line.Year.HasFactors, tables.Mode, out line.Outcome);
            written.Write(first + number, line.PaymentYear, line.Factor.Cells, line.Outcome);
        }

        tally.Add(work, remembersKeys);
    }
}
