using System.Runtime.InteropServices;
using OpenQpp.DuckDb;

namespace OpenQpp.Claims;

/// <summary>Some lines as the engine gives them to <see cref="FactFunction"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct FactLinesGiven
{
    /// <summary>The columns, in this order.</summary>
    public static readonly LineColumn[] Wanted =
    [
        LineColumn.ClaimId, LineColumn.LineNo, LineColumn.BeneId, LineColumn.ClaimType, LineColumn.Tin, LineColumn.Npi, LineColumn.Specialty, LineColumn.Pos, LineColumn.Dos, LineColumn.Received,
        LineColumn.Hcpcs, LineColumn.Mod1, LineColumn.Mod2, LineColumn.Units, LineColumn.Allowed, LineColumn.Status, LineColumn.Setting, LineColumn.Denied, LineColumn.FinalAction,
    ];

    private readonly Column claim;
    private readonly Column lineNo;
    private readonly Column beneficiary;
    private readonly Column claimType;
    private readonly Column tin;
    private readonly Column npi;
    private readonly Column specialty;
    private readonly Column place;
    private readonly Column service;
    private readonly Column receipt;
    private readonly Column hcpcs;
    private readonly Column firstModifier;
    private readonly Column secondModifier;
    private readonly Column units;
    private readonly Column allowed;
    private readonly Column status;
    private readonly Column setting;
    private readonly Column denied;
    private readonly Column finalAction;

    /// <summary>Finds the columns.</summary>
    /// <param name="rows">The arguments.</param>
    public FactLinesGiven(Rows rows)
    {
        claim = rows[0];
        lineNo = rows[1];
        beneficiary = rows[2];
        claimType = rows[3];
        tin = rows[4];
        npi = rows[5];
        specialty = rows[6];
        place = rows[7];
        service = rows[8];
        receipt = rows[9];
        hcpcs = rows[10];
        firstModifier = rows[11];
        secondModifier = rows[12];
        units = rows[13];
        allowed = rows[14];
        status = rows[15];
        setting = rows[16];
        denied = rows[17];
        finalAction = rows[18];
    }

    /// <summary>The TIN and the NPI of a line.</summary>
    public PairId Pair(int row) => PairId.Of(tin.TextOrEmpty(row), npi.TextOrEmpty(row));

    /// <summary>What a line counts for; it is counted among those that were seen.</summary>
    /// <exception cref="CellFault">A cell is not what it must be.</exception>
    public LineFacts Facts(int row, FactTables tables, LinesSeen seen)
    {
        seen.Add(claim.TextOrEmpty(row), lineNo.TextOrEmpty(row), beneficiary.TextOrEmpty(row));
        var day = LineFunction.Day(service, row);
        var received = LineFunction.Day(receipt, row);
        var code = CellText.Code(hcpcs.TextOrEmpty(row));
        seen.WithoutDate += day == LineCells.NotKnown ? 1 : 0;
        seen.WithoutReceipt += received == LineCells.NotKnown && tables.IsOfSegment(day) ? 1 : 0;
        var line = new LineCells
        {
            Day = day,
            Allowed = allowed.IsNull(row) ? LineCells.NotKnown : allowed.Longs[row],
            Status = StatusOf(row, day, code, tables),
            Setting = SettingOf(row, tables),
            Denied = LinesGiven.Flag(denied, row),
        };
        return tables.Of(line, received, LinesGiven.Flag(finalAction, row), code, place.TextOrEmpty(row), units.IsNull(row) ? LineCells.NotKnown : units.Longs[row]);
    }

    private ulong StatusOf(int row, long day, ulong code, FactTables tables)
    {
        var said = CellText.Code(status.TextOrEmpty(row));
        return said != CellText.NoCode ? said : tables.StatusOf(day, code, CellText.Code(firstModifier.TextOrEmpty(row)), CellText.Code(secondModifier.TextOrEmpty(row)));
    }

    private sbyte SettingOf(int row, FactTables tables)
    {
        var said = CellText.Trim(setting.TextOrEmpty(row));
        return said.IsEmpty
            ? tables.SettingOf(CellText.Code(claimType.TextOrEmpty(row)), CellText.Code(specialty.TextOrEmpty(row)), CellText.Code(place.TextOrEmpty(row)))
            : LinesGiven.SettingOfWord(said);
    }
}
