using System.Globalization;

namespace OpenQpp.Law;

/// <summary>A table of the law as text: named columns, rows of cells. Holds values, reads nothing.</summary>
/// <param name="name">Name of the table, for messages.</param>
/// <param name="columns">Names of the columns.</param>
/// <param name="cells">Numbers of the texts in <paramref name="pool"/>, row by row.</param>
/// <param name="pool">The texts.</param>
public sealed class LawTable(string name, string[] columns, int[] cells, StringPool pool)
{
    /// <summary>What a cell holds when there is nothing to say.</summary>
    public const string Nothing = "-";

    /// <summary>Name of the table.</summary>
    public string Name { get; } = name;

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Columns => columns;

    /// <summary>Number of rows.</summary>
    public int Rows { get; } = cells.Length / columns.Length;

    /// <summary>Place of a column, or −1.</summary>
    /// <param name="column">Name of the column.</param>
    public int Find(string column) => Array.IndexOf(columns, column);

    /// <summary>Place of a column that must be there.</summary>
    /// <param name="column">Name of the column.</param>
    /// <exception cref="LawDataException">The table has no such column.</exception>
    public int Column(string column)
    {
        var place = Find(column);
        return place >= 0 ? place : throw new LawDataException($"Table '{Name}' has no column '{column}'.");
    }

    /// <summary>The text of a cell.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Place of the column.</param>
    public string Text(int row, int column) => pool[cells[(row * columns.Length) + column]];

    /// <summary>The number in a cell.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Place of the column.</param>
    public decimal Number(int row, int column) =>
        decimal.TryParse(Text(row, column), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new LawDataException($"Table '{Name}', row {row + 1}: '{Text(row, column)}' in column '{columns[column]}' is no number.");

    /// <summary>The number in a cell, or null where it holds nothing.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Place of the column.</param>
    public decimal? NumberOrNull(int row, int column) => IsNothing(row, column) ? null : Number(row, column);

    /// <summary>Whether a cell says yes.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Place of the column.</param>
    public bool IsYes(int row, int column) => Text(row, column) switch
    {
        "yes" => true,
        "no" => false,
        var other => throw new LawDataException($"Table '{Name}', row {row + 1}: '{other}' in column '{columns[column]}' is neither yes nor no."),
    };

    /// <summary>Whether a cell holds nothing.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Place of the column.</param>
    public bool IsNothing(int row, int column) => string.Equals(Text(row, column), Nothing, StringComparison.Ordinal);

    /// <summary>The items of a cell that holds a list.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Place of the column.</param>
    /// <param name="separator">What stands between the items.</param>
    public string[] List(int row, int column, char separator = ';') =>
        IsNothing(row, column) ? [] : Text(row, column).Split(separator);
}
