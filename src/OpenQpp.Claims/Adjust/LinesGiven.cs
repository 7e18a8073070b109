using System.Runtime.InteropServices;
using System.Text;
using OpenQpp.DuckDb;
using OpenQpp.Law;

namespace OpenQpp.Claims;

/// <summary>Some lines as the engine gives them.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct LinesGiven
{
    private static readonly (byte[] Word, sbyte Setting)[] Settings = [.. ClaimSettings.All.Select(setting => (Encoding.UTF8.GetBytes(setting.Word()), (sbyte)setting))];

    private readonly Column claim;
    private readonly Column lineNo;
    private readonly Column beneficiary;
    private readonly Column claimType;
    private readonly Column tin;
    private readonly Column npi;
    private readonly Column specialty;
    private readonly Column place;
    private readonly Column service;
    private readonly Column hcpcs;
    private readonly Column firstModifier;
    private readonly Column secondModifier;
    private readonly Column charge;
    private readonly Column allowed;
    private readonly Column deductible;
    private readonly Column coinsurance;
    private readonly Column reduction;
    private readonly Column primaryAllowed;
    private readonly Column primaryPaid;
    private readonly Column assigned;
    private readonly Column participating;
    private readonly Column status;
    private readonly Column setting;
    private readonly Column denied;
    private readonly Column finalAction;

    /// <summary>Finds the columns.</summary>
    /// <param name="rows">The arguments.</param>
    /// <param name="taken">Which column each of them is.</param>
    public LinesGiven(Rows rows, LineColumn[] taken)
    {
        claim = Find(rows, taken, LineColumn.ClaimId);
        lineNo = Find(rows, taken, LineColumn.LineNo);
        beneficiary = Find(rows, taken, LineColumn.BeneId);
        claimType = Find(rows, taken, LineColumn.ClaimType);
        tin = Find(rows, taken, LineColumn.Tin);
        npi = Find(rows, taken, LineColumn.Npi);
        specialty = Find(rows, taken, LineColumn.Specialty);
        place = Find(rows, taken, LineColumn.Pos);
        service = Find(rows, taken, LineColumn.Dos);
        hcpcs = Find(rows, taken, LineColumn.Hcpcs);
        firstModifier = Find(rows, taken, LineColumn.Mod1);
        secondModifier = Find(rows, taken, LineColumn.Mod2);
        charge = Find(rows, taken, LineColumn.Charge);
        allowed = Find(rows, taken, LineColumn.Allowed);
        deductible = Find(rows, taken, LineColumn.Deductible);
        coinsurance = Find(rows, taken, LineColumn.Coinsurance);
        reduction = Find(rows, taken, LineColumn.MspReduction);
        primaryAllowed = Find(rows, taken, LineColumn.PrimaryAllowed);
        primaryPaid = Find(rows, taken, LineColumn.PrimaryPaid);
        assigned = Find(rows, taken, LineColumn.Assigned);
        participating = Find(rows, taken, LineColumn.Participating);
        status = Find(rows, taken, LineColumn.Status);
        setting = Find(rows, taken, LineColumn.Setting);
        denied = Find(rows, taken, LineColumn.Denied);
        finalAction = Find(rows, taken, LineColumn.FinalAction);
    }

    /// <summary>The TIN of a line; blank where it is not known.</summary>
    public ReadOnlySpan<byte> Tin(int row) => tin.TextOrEmpty(row);

    /// <summary>The NPI of a line; blank where it is not known.</summary>
    public ReadOnlySpan<byte> Npi(int row) => npi.TextOrEmpty(row);

    /// <summary>The hash of the key of a line.</summary>
    /// <exception cref="CellFault">A part of the key is missing.</exception>
    public ulong KeyOf(int row)
    {
        var first = CellText.Trim(claim.TextOrEmpty(row));
        var second = CellText.Trim(lineNo.TextOrEmpty(row));
        return first.IsEmpty || second.IsEmpty || CellText.Trim(beneficiary.TextOrEmpty(row)).IsEmpty ? throw new CellFault() : KeysSeen.Hash(first, second);
    }

    /// <summary>The TIN and the NPI of a line as numbers.</summary>
    public PairId Pair(int row) => PairId.Of(Tin(row), Npi(row));

    /// <summary>The date of service of a line, days since 1970-01-01, or <see cref="LineCells.NotKnown"/>.</summary>
    public long Day(int row) => service.IsNull(row) ? LineCells.NotKnown : service.Wholes[row];

    /// <summary>What is known of a line.</summary>
    /// <exception cref="CellFault">A cell is not what it must be.</exception>
    public LineCells Line(int row, AdjustTables tables, KnownYear year)
    {
        var day = Day(row);
        _ = Flag(finalAction, row);
        return new()
        {
            Day = day,
            Charge = Amount(charge, row),
            Allowed = Amount(allowed, row),
            Deductible = Amount(deductible, row),
            Coinsurance = Amount(coinsurance, row),
            SecondaryPayerReduction = Amount(reduction, row),
            PrimaryAllowed = Amount(primaryAllowed, row),
            PrimaryPaid = Amount(primaryPaid, row),
            Assigned = Assignment(row),
            Denied = Flag(denied, row),
            Status = StatusOf(row, tables, year, day),
            Setting = SettingOf(row, year),
        };
    }

    private static Column Find(Rows rows, LineColumn[] taken, LineColumn column) => Array.IndexOf(taken, column) is var place && place >= 0 ? rows[place] : default;

    private static long Amount(in Column column, int row)
    {
        if (column.IsNull(row))
        {
            return LineCells.NotKnown;
        }

        var cents = column.Longs[row];
        return CellText.IsAmount(cents) ? cents : throw new CellFault();
    }

    internal static sbyte Flag(in Column column, int row)
    {
        var text = column.TextOrEmpty(row);
        return text is [(byte)'Y'] ? (sbyte)1
            : text is [(byte)'N'] ? (sbyte)0
            : CellText.FlagOf(text) is { } flag ? flag
            : throw new CellFault();
    }

    /// <summary>The setting of a word.</summary>
    /// <exception cref="CellFault">It is none.</exception>
    internal static sbyte SettingOfWord(ReadOnlySpan<byte> said)
    {
        foreach (var (word, known) in Settings)
        {
            if (said.SequenceEqual(word))
            {
                return known;
            }
        }

        throw new CellFault();
    }

    private static ulong Code(in Column column, int row) => CellText.Code(column.TextOrEmpty(row));

    /// <summary>A clinician who participates takes assignment always; nothing follows from one who does not.</summary>
    private sbyte Assignment(int row)
    {
        var (said, takesPart) = (Flag(assigned, row), Flag(participating, row));
        return said < 0 && takesPart == 1 ? takesPart : said;
    }

    private ulong StatusOf(int row, AdjustTables tables, KnownYear year, long day)
    {
        var said = Code(status, row);
        return said != CellText.NoCode || tables.Schedule is not { } schedule || year.Law is null
            ? said
            : schedule.Status(year.Number, day, Code(hcpcs, row), Code(firstModifier, row), Code(secondModifier, row));
    }

    private sbyte SettingOf(int row, KnownYear year)
    {
        var said = CellText.Trim(setting.TextOrEmpty(row));
        if (said.IsEmpty)
        {
            return year.Law is { } law ? law.Setting(Code(claimType, row), Code(specialty, row), Code(place, row)) : LineCells.NoFlag;
        }

        return SettingOfWord(said);
    }
}
