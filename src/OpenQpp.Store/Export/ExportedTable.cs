using System.Text;
using OpenQpp.Vocabulary;
using OpenQpp.YearRun;

namespace OpenQpp.Store;

/// <summary>A file of rows whose cells are kept as they are written, quotes included.</summary>
internal sealed class ExportedTable
{
    private readonly InputTable table;
    private readonly string[] columns;

    private ExportedTable(InputTable table, string[] columns, List<string[]> rows) => (this.table, this.columns, Rows) = (table, columns, rows);

    /// <summary>Its rows, without the head.</summary>
    public List<string[]> Rows { get; }

    /// <summary>Reads a file; one that is missing has the columns that are given, and no rows.</summary>
    public static ExportedTable Read(string folder, InputTable table, ProblemList problems, params string[] columns)
    {
        var path = Path.Combine(folder, table.FileName());
        if (!File.Exists(path))
        {
            return new(table, columns, []);
        }

        using var stream = File.OpenRead(path);
        var (lines, rows, head) = (new ByteLines(stream, isCsv: true, InputFolder.LongestRow), new List<string[]>(), (string[]?)null);
        while (lines.Next(out var line))
        {
            if (head is null)
            {
                _ = CsvRows.Header(line, table.Columns(), problems);
                head = Cells(Encoding.UTF8.GetString(line));
            }
            else
            {
                rows.Add(Cells(Encoding.UTF8.GetString(line)));
            }
        }

        return new(table, head ?? columns, rows);
    }

    /// <summary>A cell of a row; empty where the file has no such column.</summary>
    public string Cell(string[] row, string column) => Place(column) is >= 0 and var place && place < row.Length ? row[place].Trim('"') : "";

    /// <summary>A row with one cell otherwise.</summary>
    public string[] With(string[] row, string column, string value)
    {
        var changed = (string[])row.Clone();
        changed[Place(column)] = value;
        return changed;
    }

    /// <summary>A row of named cells in the order of the file.</summary>
    public string[] Row(IEnumerable<(string Column, string Value)> cells)
    {
        var row = new string[columns.Length];
        Array.Fill(row, "");
        foreach (var (column, value) in cells)
        {
            row[Place(column)] = value;
        }

        return row;
    }

    /// <summary>Writes the file anew, with more rows at its end.</summary>
    public void Write(string folder, Func<string[], string[]> change, IEnumerable<string[]>? more = null)
    {
        using var file = new StreamWriter(Path.Combine(folder, table.FileName()), append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        foreach (var row in Rows.Select(change).Concat(more ?? []).Prepend(columns))
        {
            file.WriteLine(string.Join(',', row));
        }
    }

    private int Place(string column) => Array.FindIndex(columns, name => string.Equals(name.Trim('"').Trim(), column, StringComparison.OrdinalIgnoreCase));

    /// <summary>Cells as they are written; a comma within quotes is none between cells.</summary>
    private static string[] Cells(string line)
    {
        var (cells, start, isQuoted) = (new List<string>(), 0, false);
        for (var place = 0; place < line.Length; place++)
        {
            if (line[place] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (line[place] == ',' && !isQuoted)
            {
                cells.Add(line[start..place]);
                start = place + 1;
            }
        }

        cells.Add(line[start..]);
        return [.. cells];
    }
}
