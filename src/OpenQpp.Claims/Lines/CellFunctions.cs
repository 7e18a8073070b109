using System.Diagnostics.CodeAnalysis;
using OpenQpp.DuckDb;

namespace OpenQpp.Claims;

/// <summary>A cell is not what it must be: reading ends, and what is wrong where is looked for.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Named as one would say it.")]
[SuppressMessage("Design", "MA0058", Justification = "Named as one would say it.")]
[SuppressMessage("Design", "CA1064", Justification = "Never leaves the program.")]
internal sealed class CellFault : Exception;

/// <summary>The functions by which text becomes amounts and days. A text that is neither is never nothing: it ends the reading.</summary>
internal static class CellFunctions
{
    public const string Cents = "openqpp_cents";
    public const string Units = "openqpp_units";
    public const string Day = "openqpp_day";
    public const string CarrierDay = "openqpp_carrier_day";

    public const string Flag = "openqpp_flag";
    public const string Year = "openqpp_year";
    public const string Month = "openqpp_month";
    public const string Tin = "openqpp_tin";
    public const string Npi = "openqpp_npi";
    public const string Zip = "openqpp_zip";
    public const string ListedZip = "openqpp_listed_zip";

    private delegate bool Parse<T>(ReadOnlySpan<byte> cell, out T value);

    /// <summary>Makes them known to an engine.</summary>
    /// <param name="engine">The engine.</param>
    public static void Define(IColumnEngine engine)
    {
        engine.Define(new(Cents, [ColumnKind.Text], new ColumnKind.Number(12, 2), (given, result) => Fill(given, result.Only, result.Only.Longs, CellText.TryCents)));
        engine.Define(new(Units, [ColumnKind.Text], new ColumnKind.Number(12, 3), (given, result) => Fill(given, result.Only, result.Only.Longs, CellText.TryUnits)));
        engine.Define(new(Day, [ColumnKind.Text], ColumnKind.Date, (given, result) => Fill(given, result.Only, result.Only.Wholes, CellText.TryDay)));
        engine.Define(new(CarrierDay, [ColumnKind.Text], ColumnKind.Date, (given, result) => Fill(given, result.Only, result.Only.Wholes, CellText.TryCarrierDay)));
        engine.Define(new(Flag, [ColumnKind.Text], ColumnKind.Whole, (given, result) => Fill(given, result.Only, result.Only.Wholes, TryFlag)));
        engine.Define(new(Year, [ColumnKind.Text], ColumnKind.Whole, (given, result) => Fill(given, result.Only, result.Only.Wholes, CellText.TryYear, isNeeded: true)));
        engine.Define(new(Month, [ColumnKind.Text], ColumnKind.Whole, (given, result) => Fill(given, result.Only, result.Only.Wholes, CellText.TryMonth, isNeeded: true)));
        engine.Define(new(Tin, [ColumnKind.Text], ColumnKind.Long, (given, result) => Fill(given, result.Only, result.Only.Longs, CellText.TryTin, isNeeded: true)));
        engine.Define(new(Npi, [ColumnKind.Text], ColumnKind.Long, (given, result) => Fill(given, result.Only, result.Only.Longs, CellText.TryNpi, isNeeded: true)));
        engine.Define(new(Zip, [ColumnKind.Text], ColumnKind.Text, (given, result) => FillZips(given, result.Only, isNeeded: false)));
        engine.Define(new(ListedZip, [ColumnKind.Text], ColumnKind.Text, (given, result) => FillZips(given, result.Only, isNeeded: true)));
    }

    private static bool TryFlag(ReadOnlySpan<byte> cell, out int value)
    {
        var flag = CellText.FlagOf(cell);
        value = flag ?? 0;
        return flag is not null;
    }

    private static void FillZips(Rows given, ColumnWriter result, bool isNeeded)
    {
        var cells = given[0];
        for (var row = 0; row < given.Count; row++)
        {
            var cell = CellText.Trim(cells.TextOrEmpty(row));
            if (CellText.IsZip(cell))
            {
                result.SetText(row, cell);
            }
            else if (cell.IsEmpty && !isNeeded)
            {
                result.SetNull(row);
            }
            else
            {
                throw new CellFault();
            }
        }
    }

    private static void Fill<T>(Rows given, ColumnWriter result, Span<T> values, Parse<T> parse, bool isNeeded = false)
    {
        var cells = given[0];
        for (var row = 0; row < given.Count; row++)
        {
            var cell = CellText.Trim(cells.TextOrEmpty(row));
            if (cell.IsEmpty && !isNeeded)
            {
                result.SetNull(row);
            }
            else if (!parse(cell, out values[row]))
            {
                throw new CellFault();
            }
        }
    }
}
