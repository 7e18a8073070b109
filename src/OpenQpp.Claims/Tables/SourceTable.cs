using OpenQpp.DuckDb;
using OpenQpp.Files;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>Takes a row of a table.</summary>
/// <param name="cells">Its cells.</param>
internal delegate void TakeCells(CellsOfRow cells);

/// <summary>A file of which some columns are read.</summary>
/// <param name="file">The file.</param>
/// <param name="names">The columns that are read.</param>
internal sealed class SourceTable(SourceFile file, string[] names)
{
    /// <summary>Opens a file; null where it cannot be read or a column is missing that must be there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="needed">Columns that must be there.</param>
    /// <param name="optional">Columns that may be there, after the others.</param>
    /// <param name="engine">Reads Parquet.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static SourceTable? Open(string path, string[] needed, string[] optional, IColumnEngine engine, ProblemList problems)
    {
        if (SourceFile.Open(path, engine, problems) is not { } file)
        {
            return null;
        }

        var missing = needed.Where(name => file.Find(name) < 0).ToArray();
        foreach (var name in missing)
        {
            problems.Add(ProblemCode.MISSING_FIELD, $"{file.Name}(1)", $"The column '{name}' is missing. Add it.");
        }

        return missing is [] ? new(file, [.. needed, .. optional]) : null;
    }

    /// <summary>Reads a file whose rows have a reader of their own; one that cannot be read, or lacks a column, is a problem.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="needed">How many of them, from the first one on, must be there.</param>
    /// <param name="engine">Reads it.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="take">Takes a row; it is filled anew for the next one.</param>
    public static void Read(string path, TableColumns columns, int needed, IColumnEngine engine, ProblemList problems, Action<TableRow> take)
    {
        if (Open(path, [.. columns.Names.Take(needed)], [.. columns.Names.Skip(needed)], engine, problems) is not { } table)
        {
            return;
        }

        var row = new TableRow(columns, problems) { PlaceOfLine = table.PlaceOf };
        table.Read(engine, problems, cells =>
        {
            cells.CopyTo(row);
            take(row);
        });
    }

    /// <summary>The columns in SQL, as text.</summary>
    public string Cells => string.Join(", ", names.Select(Selected));

    /// <summary>The rows in SQL.</summary>
    public string Rows => SourceFile.Scan([file]);

    /// <summary>Reads all rows.</summary>
    /// <param name="engine">Reads them.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="take">Takes a row.</param>
    public void Read(IColumnEngine engine, ProblemList problems, TakeCells take)
    {
        var read = 0L;
        try
        {
            engine.Read(
                $"SELECT {Cells} FROM {Rows}",
                rows =>
                {
                    for (var row = 0; row < rows.Count; row++)
                    {
                        take(new(file, names, rows, row, ++read, problems));
                    }

                    return true;
                });
        }
        catch (EngineFault)
        {
            SourceRows.Refuse(file, engine, problems);
        }
    }

    private string PlaceOf(long number) => file.PlaceOf(number);

    private string Selected(string name) => file.Find(name) is var place && place < 0 ? "CAST(NULL AS VARCHAR)" : $"CAST({SqlText.Name(file.Columns[place].Name)} AS VARCHAR)";
}
