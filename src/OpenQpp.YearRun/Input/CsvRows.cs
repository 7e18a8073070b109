using System.Text.Unicode;
using OpenQpp.Files;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>Where the columns of a file stand, from its header.</summary>
/// <param name="Columns">The columns that there are.</param>
/// <param name="Places">The column of each cell of a row.</param>
internal sealed record CsvHeader(TableColumns Columns, int[] Places)
{
    /// <summary>The place of a column in a row, or −1.</summary>
    /// <param name="name">The column.</param>
    public int PlaceOf(string name) => Array.IndexOf(Places, Columns.Find(name));
}

/// <summary>Takes rows of CSV apart into cells.</summary>
internal static class CsvRows
{
    /// <summary>The header of a file; null where it cannot be used.</summary>
    /// <param name="line">The first line.</param>
    /// <param name="columns">The columns that there are.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static CsvHeader? Header(ReadOnlySpan<byte> line, TableColumns columns, ProblemList problems)
    {
        var (cells, place) = (new List<string>(), $"{columns.File}(1)");
        if (!Utf8.IsValid(line) || !Cells(line, new(), cell => cells.Add(cell ?? "")))
        {
            problems.Add(ProblemCode.NOT_CSV, place, "The header cannot be read. Write the names of the columns, joined by commas.");
            return null;
        }

        return new CsvTable(columns, problems).Places(cells) is { } places ? new(columns, places) : null;
    }

    /// <summary>Fills a row from a line; false where the line is no row, which is a problem.</summary>
    /// <param name="line">The line.</param>
    /// <param name="header">Where the columns stand.</param>
    /// <param name="texts">Makes the texts.</param>
    /// <param name="row">Takes the cells; its place is known.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static bool Fill(ReadOnlySpan<byte> line, CsvHeader header, CellTexts texts, TableRow row, ProblemList problems)
    {
        var (places, count) = (header.Places, 0);
        row.Clear();
        if (!Utf8.IsValid(line))
        {
            problems.Add(ProblemCode.NOT_UTF8, row.Place, "The row holds bytes that are not UTF-8. Save the file as UTF-8.");
            return false;
        }

        if (line.Contains((byte)'"'))
        {
            if (!Cells(line, texts, Put))
            {
                problems.Add(ProblemCode.NOT_CSV, row.Place, "Quotes in the row do not open and close a cell. Close them, and double those that belong to the text.");
                return false;
            }
        }
        else
        {
            var rest = line;
            int comma;
            while ((comma = rest.IndexOf((byte)',')) >= 0)
            {
                Put(texts.Of(rest[..comma]));
                rest = rest[(comma + 1)..];
            }

            Put(texts.Of(rest));
        }

        if (count == places.Length)
        {
            return true;
        }

        problems.Add(ProblemCode.NOT_CSV, row.Place, $"The row has {count} cells, the header {places.Length}. Give every column a cell.");
        return false;

        void Put(string? cell)
        {
            if (count < places.Length)
            {
                row[places[count]] = cell;
            }

            count++;
        }
    }

    /// <summary>The bytes of one cell of a line without quotes; empty where there is none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="place">Place of the cell.</param>
    public static ReadOnlySpan<byte> Cell(ReadOnlySpan<byte> line, int place)
    {
        for (; place > 0; place--)
        {
            var comma = line.IndexOf((byte)',');
            if (comma < 0)
            {
                return default;
            }

            line = line[(comma + 1)..];
        }

        var end = line.IndexOf((byte)',');
        return (end < 0 ? line : line[..end]).Trim((byte)'"');
    }

    private static bool Cells(ReadOnlySpan<byte> line, CellTexts texts, Action<string?> take)
    {
        var place = 0;
        while (true)
        {
            if (place < line.Length && line[place] == '"')
            {
                if (Quoted(line, ref place) is not { } text)
                {
                    return false;
                }

                take(text.Length == 0 ? null : text);
            }
            else
            {
                var length = line[place..].IndexOf((byte)',');
                var end = length < 0 ? line.Length : place + length;
                take(texts.Of(line[place..end]));
                place = end;
            }

            if (place == line.Length)
            {
                return true;
            }

            if (line[place] != ',')
            {
                return false;
            }

            place++;
        }
    }

    private static string? Quoted(ReadOnlySpan<byte> line, ref int place)
    {
        var text = new List<byte>();
        for (place++; place < line.Length; place++)
        {
            if (line[place] != '"')
            {
                text.Add(line[place]);
            }
            else if (place + 1 < line.Length && line[place + 1] == '"')
            {
                text.Add(line[place++]);
            }
            else
            {
                place++;
                return System.Text.Encoding.UTF8.GetString(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(text));
            }
        }

        return null;
    }
}
