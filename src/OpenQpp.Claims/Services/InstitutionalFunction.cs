using OpenQpp.DuckDb;

namespace OpenQpp.Claims;

/// <summary>Decides of each institutional line whether it is one of the emergency room, or of primary care in a center.</summary>
/// <param name="tables">The rules.</param>
/// <param name="remembersKeys">Remember the keys of all lines.</param>
internal sealed class InstitutionalFunction(ServiceTables tables, bool remembersKeys) : IDisposable
{
    /// <summary>Its name in SQL.</summary>
    public const string Name = "openqpp_institutional_line";

    /// <summary>The columns of institutional claims; the last three are no arguments.</summary>
    public static readonly GivenColumn[] Columns =
    [
        new("claim_id", CellForm.Key, IsNeeded: true),
        new("line_no", CellForm.Key, IsNeeded: true),
        new("bene_id", CellForm.Key, IsNeeded: true),
        new("claim_type", CellForm.Text, IsNeeded: false),
        new("bill_type", CellForm.Text, IsNeeded: false),
        new("from_date", CellForm.Date, IsNeeded: true),
        new("received", CellForm.Date, IsNeeded: false),
        new("revenue_code", CellForm.Text, IsNeeded: true),
        new("revenue_date", CellForm.Date, IsNeeded: false),
        new("hcpcs", CellForm.Text, IsNeeded: false),
        new("denied", CellForm.Flag, IsNeeded: false),
        new("final_action", CellForm.Flag, IsNeeded: false),
        new("ccn", CellForm.Text, IsNeeded: false),
        new("amount", CellForm.Money, IsNeeded: false),
        new("units", CellForm.Units, IsNeeded: false),
    ];

    private const int Others = 3;

    private readonly ThreadLocal<LinesSeen> seen = new(() => new(remembersKeys), trackAllValues: true);

    /// <summary>What each thread saw.</summary>
    public IReadOnlyList<LinesSeen> Seen => [.. seen.Values];

    /// <summary>The arguments, in SQL.</summary>
    public static string Arguments => string.Join(", ", Columns[..^Others].Select(column => column.Name));

    /// <summary>The function, for an engine.</summary>
    public ColumnFunction Function => new(
        Name,
        [.. Columns[..^Others].Select(column => column.Form switch { CellForm.Date => ColumnKind.Date, CellForm.Flag => ColumnKind.Whole, _ => ColumnKind.Text })],
        new ColumnKind.Row([("emergency", ColumnKind.Whole), ("center", ColumnKind.Whole)]),
        Compute);

    /// <inheritdoc/>
    public void Dispose() => seen.Dispose();

    private void Compute(Rows given, RowsWriter result)
    {
        var saw = seen.Value!;
        var claim = given[0];
        var line = given[1];
        var beneficiary = given[2];
        var type = given[3];
        var bill = given[4];
        var from = given[5];
        var receipt = given[6];
        var revenue = given[7];
        var revenueDate = given[8];
        var hcpcs = given[9];
        var denied = given[10];
        var isFinal = given[11];
        var emergency = result[0].Wholes;
        var center = result[1].Wholes;
        for (var row = 0; row < given.Count; row++)
        {
            saw.Add(claim.TextOrEmpty(row), line.TextOrEmpty(row), beneficiary.TextOrEmpty(row));
            var day = LineFunction.Day(revenueDate.IsNull(row) ? from : revenueDate, row);
            var counts = tables.IsOfYear(day, LineFunction.Day(receipt, row), Flag(denied, row), Flag(isFinal, row));
            emergency[row] = counts && tables.IsEmergency(type.TextOrEmpty(row), revenue.TextOrEmpty(row)) ? 1 : 0;
            center[row] = counts && tables.IsCenter(bill.TextOrEmpty(row), hcpcs.TextOrEmpty(row), day) ? 1 : 0;
        }
    }

    private static sbyte Flag(in Column column, int row) => column.IsNull(row) ? LineCells.NoFlag : (sbyte)column.Wholes[row];
}
