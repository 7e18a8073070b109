using System.Globalization;
using System.Runtime.InteropServices;
using OpenQpp.DuckDb;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>The cells of one row, read strictly: what is wrong is told with its place.</summary>
/// <param name="file">The file.</param>
/// <param name="names">Names of the columns.</param>
/// <param name="rows">Some rows.</param>
/// <param name="row">The one that is meant.</param>
/// <param name="number">Its number in the file, from 1.</param>
/// <param name="problems">Takes what is wrong.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct CellsOfRow(SourceFile file, string[] names, Rows rows, int row, long number, ProblemList problems)
{
    private readonly Rows rows = rows;

    /// <summary>A text; empty where there is none.</summary>
    public ReadOnlySpan<byte> Text(int column) => CellText.Trim(rows[column].TextOrEmpty(row));

    /// <summary>A number that must be there and is whole.</summary>
    public int? Whole(int column) => Required(column) && Scaled(column, 0) is { } whole && whole is >= int.MinValue and <= int.MaxValue ? (int)whole : null;

    /// <summary>A number, or null where there is none.</summary>
    public decimal? Number(int column, byte scale) => Text(column).IsEmpty || Scaled(column, scale) is not { } scaled ? null : new decimal(1, 0, 0, false, scale) * scaled;

    /// <summary>Digits that must be there.</summary>
    public long? Digits(int column, ProblemCode code, int count)
    {
        if (!Required(column))
        {
            return null;
        }

        if (CellText.Digits(Text(column), count) is { } digits)
        {
            return digits;
        }

        Problem(code, column, string.Create(CultureInfo.InvariantCulture, $"Here stand {count} digits, leading zeros included. Give all of them as text."));
        return null;
    }

    /// <summary>A day, or null where there is none.</summary>
    public int? Day(int column)
    {
        if (Text(column).IsEmpty)
        {
            return null;
        }

        if (CellText.TryDay(Text(column), out var day))
        {
            return day;
        }

        Problem(ProblemCode.NOT_A_DATE, column, "A date has the form YYYY-MM-DD and exists. Correct it.");
        return null;
    }

    /// <summary>Whether a cell that must be filled is.</summary>
    public bool Required(int column)
    {
        if (!Text(column).IsEmpty)
        {
            return true;
        }

        Problem(ProblemCode.MISSING_FIELD, column, $"'{names[column]}' is needed here. Add it.");
        return false;
    }

    /// <summary>Tells of a cell that is wrong.</summary>
    public void Problem(ProblemCode code, int column, string message) => problems.Add(code, $"{file.PlaceOf(number)}.{names[column]}", message);

    private long? Scaled(int column, int scale)
    {
        if (CellText.TryScaled(Text(column), scale, out var value))
        {
            return value;
        }

        Problem(ProblemCode.NUMBER_OUT_OF_RANGE, column, string.Create(CultureInfo.InvariantCulture, $"Here stands a number with at most {scale} decimals, with a point and without thousands separators. Correct it."));
        return null;
    }
}
