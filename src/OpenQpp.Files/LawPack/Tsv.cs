using System.Text;

namespace OpenQpp.Files;

/// <summary>The law's tables as files: tab-separated; comment lines first, then a header, then rows.</summary>
public static class Tsv
{
    private const string Comment = "# ";

    /// <summary>The table in a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The name that the table shall have.</param>
    /// <exception cref="InvalidDataException">The file is no such table.</exception>
    public static RawTable Read(string path, string name)
    {
        string[]? columns = null;
        var rows = new List<string[]>();
        var line = 0;
        foreach (var text in File.ReadLines(path))
        {
            line++;
            if (text.StartsWith(Comment, StringComparison.Ordinal) || text.Length == 0)
            {
                continue;
            }

            var cells = text.Split('\t');
            if (columns is null)
            {
                columns = cells;
            }
            else if (cells.Length != columns.Length)
            {
                throw new InvalidDataException($"{path}({line}): {cells.Length} cells under {columns.Length} columns.");
            }
            else
            {
                rows.Add(cells);
            }
        }

        return new(name, columns ?? throw new InvalidDataException($"{path}: no header."), rows);
    }

    /// <summary>A table as the text of a file.</summary>
    /// <param name="table">The table; cells hold neither tabs nor line ends.</param>
    /// <param name="comments">Lines that say what the table holds.</param>
    public static string Write(RawTable table, params ReadOnlySpan<string> comments)
    {
        var text = new StringBuilder();
        foreach (var comment in comments)
        {
            text.Append(Comment).Append(comment).Append('\n');
        }

        text.AppendJoin('\t', table.Columns).Append('\n');
        foreach (var row in table.Rows)
        {
            text.AppendJoin('\t', row).Append('\n');
        }

        return text.ToString();
    }
}
