using System.Runtime.InteropServices;
using System.Text;
using OpenQpp.DuckDb;
using OpenQpp.Files;
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

    /// <summary>Fills a row with the cells.</summary>
    public void CopyTo(TableRow row)
    {
        row.Line = number;
        for (var column = 0; column < names.Length; column++)
        {
            row[column] = Encoding.UTF8.GetString(Text(column));
        }
    }
}
