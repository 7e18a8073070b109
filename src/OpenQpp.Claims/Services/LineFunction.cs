using OpenQpp.DuckDb;

namespace OpenQpp.Claims;

/// <summary>Decides of each professional line where it counts, and counts them: years, range and step of attribution.</summary>
/// <param name="tables">The rules.</param>
/// <param name="remembersKeys">Remember the keys of all lines.</param>
internal sealed class LineFunction(ServiceTables tables, bool remembersKeys) : IDisposable
{
    /// <summary>Its name in SQL.</summary>
    public const string Name = "openqpp_service_line";

    /// <summary>What it is given, in this order.</summary>
    public static readonly LineColumn[] Wanted =
    [
        LineColumn.ClaimId, LineColumn.LineNo, LineColumn.BeneId, LineColumn.ClaimType, LineColumn.Specialty, LineColumn.Pos, LineColumn.Dos,
        LineColumn.Received, LineColumn.Hcpcs, LineColumn.Denied, LineColumn.FinalAction,
    ];

    private readonly ThreadLocal<LinesSeen> seen = new(() => new(remembersKeys), trackAllValues: true);

    /// <summary>What each thread saw.</summary>
    public IReadOnlyList<LinesSeen> Seen => [.. seen.Values];

    /// <summary>The function, for an engine.</summary>
    public ColumnFunction Function => new(
        Name,
        [.. Wanted.Select(LineScan.KindOf)],
        new ColumnKind.Row([("years", ColumnKind.Whole), ("range", ColumnKind.Whole), ("step", ColumnKind.Whole)]),
        Compute);

    /// <inheritdoc/>
    public void Dispose() => seen.Dispose();

    /// <summary>A day, or <see cref="LineCells.NotKnown"/>.</summary>
    public static long Day(in Column column, int row) => column.IsNull(row) ? LineCells.NotKnown : column.Wholes[row];

    private void Compute(Rows given, RowsWriter result)
    {
        var saw = seen.Value!;
        var claim = given[0];
        var line = given[1];
        var beneficiary = given[2];
        var type = given[3];
        var specialty = given[4];
        var place = given[5];
        var service = given[6];
        var receipt = given[7];
        var hcpcs = given[8];
        var denied = given[9];
        var isFinal = given[10];
        var years = result[0].Wholes;
        var range = result[1].Wholes;
        var step = result[2].Wholes;
        for (var row = 0; row < given.Count; row++)
        {
            saw.Add(claim.TextOrEmpty(row), line.TextOrEmpty(row), beneficiary.TextOrEmpty(row));
            var (day, received) = (Day(service, row), Day(receipt, row));
            var code = hcpcs.TextOrEmpty(row);
            years[row] = tables.YearsOf(type.TextOrEmpty(row), day, received, LinesGiven.Flag(denied, row), LinesGiven.Flag(isFinal, row));
            range[row] = tables.RangeOf(code);
            step[row] = (years[row] & ServiceTables.OfYear) == 0 ? 0 : tables.StepOf(code, place.TextOrEmpty(row), specialty.TextOrEmpty(row), day);
            saw.WithoutDate += day == LineCells.NotKnown ? 1 : 0;
            saw.WithoutReceipt += received == LineCells.NotKnown && tables.IsDayOfYear(day) ? 1 : 0;
        }
    }
}

/// <summary>What one thread saw of lines.</summary>
/// <param name="remembersKeys">Remember the keys of all lines.</param>
internal sealed class LinesSeen(bool remembersKeys)
{
    /// <summary>The keys.</summary>
    public KeysSeen Keys { get; } = new();

    /// <summary>How many lines.</summary>
    public long Lines { get; private set; }

    /// <summary>Lines whose day of service is not known.</summary>
    public long WithoutDate { get; set; }

    /// <summary>Lines of the year whose receipt is not known.</summary>
    public long WithoutReceipt { get; set; }

    /// <summary>Adds a line.</summary>
    /// <exception cref="CellFault">A part of its key, or its beneficiary, is missing.</exception>
    public void Add(ReadOnlySpan<byte> claim, ReadOnlySpan<byte> line, ReadOnlySpan<byte> beneficiary)
    {
        var first = CellText.Trim(claim);
        var second = CellText.Trim(line);
        if (first.IsEmpty || second.IsEmpty || CellText.Trim(beneficiary).IsEmpty)
        {
            throw new CellFault();
        }

        if (remembersKeys)
        {
            Keys.Add(KeysSeen.Hash(first, second));
        }

        Lines++;
    }
}
