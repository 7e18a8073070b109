using OpenQpp.DuckDb;

namespace OpenQpp.Claims;

/// <summary>All lines of some files, and their columns in SQL: one that no file has is without value.</summary>
/// <param name="layouts">The files.</param>
/// <param name="part">Tells of a part which lines are in it; null for all lines.</param>
internal sealed class LineScan(IReadOnlyList<ClaimsLayout> layouts, PartFunction? part = null)
{
    private readonly HashSet<string> names = LineSql.Names(layouts).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The lines.</summary>
    public string Sql => LineSql.Of(layouts, part);

    /// <summary>The type in which a function takes a column.</summary>
    /// <param name="column">The column.</param>
    public static ColumnKind KindOf(LineColumn column) => column.Form() switch
    {
        CellForm.Date => ColumnKind.Date,
        CellForm.Money => new ColumnKind.Number(12, 2),
        CellForm.Units => new ColumnKind.Number(12, 3),
        _ => ColumnKind.Text,
    };

    /// <summary>Whether a file has the column.</summary>
    /// <param name="column">The column.</param>
    public bool Has(LineColumn column) => names.Contains(column.Name());

    /// <summary>A column with its type.</summary>
    /// <param name="column">The column.</param>
    public string Of(LineColumn column)
    {
        var type = column.Form() switch
        {
            CellForm.Date => "DATE",
            CellForm.Money => "DECIMAL(12, 2)",
            CellForm.Units => "DECIMAL(12, 3)",
            _ => "VARCHAR",
        };
        return $"CAST({(Has(column) ? column.Name() : "NULL")} AS {type})";
    }

    /// <summary>Several columns as the arguments of a function.</summary>
    /// <param name="columns">The columns.</param>
    public string Arguments(IEnumerable<LineColumn> columns) => string.Join(", ", columns.Select(Of));
}
