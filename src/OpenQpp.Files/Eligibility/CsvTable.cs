using System.Text;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Reads a table from CSV: a header that names known columns once each, and rows with a cell for each of them.</summary>
/// <param name="columns">The columns.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class CsvTable(TableColumns columns, ProblemList problems)
{
    /// <summary>Columns that are not known are passed over, and names are known in whatever letters.</summary>
    public bool HasOthers { get; init; }

    /// <summary>How many of the columns, from the first one on, must be there.</summary>
    public int Needed { get; init; }

    /// <summary>Reads row by row as long as more is wanted.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="take">Takes a row; it is filled anew for the next one. False where no more is wanted.</param>
    public void Read(Stream stream, Func<TableRow, bool> take)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        var csv = new CsvReader(reader, columns.File, problems);
        try
        {
            if (csv.Next() is { } header && Places(header) is { } places)
            {
                ReadRows(csv, places, take);
            }
        }
        catch (DecoderFallbackException)
        {
            problems.Add(ProblemCode.NOT_UTF8, $"{columns.File}({csv.Line})", "The file holds bytes that are not UTF-8, on this line or one after it. Save it as UTF-8.");
        }
    }

    private void ReadRows(CsvReader csv, int[] places, Func<TableRow, bool> take)
    {
        var row = new TableRow(columns, problems);
        while (csv.Next() is { } cells)
        {
            row.Clear();
            row.Line = csv.Line;
            if (cells.Count != places.Length)
            {
                problems.Add(ProblemCode.NOT_CSV, row.Place, $"The row has {cells.Count} cells, the header {places.Length}. Give every column a cell.");
                continue;
            }

            for (var place = 0; place < places.Length; place++)
            {
                if (places[place] >= 0)
                {
                    row[places[place]] = cells[place];
                }
            }

            if (!take(row))
            {
                return;
            }
        }
    }

    /// <summary>The column of each cell of the header; null where the header is wrong.</summary>
    /// <param name="header">The cells of the header.</param>
    internal int[]? Places(IReadOnlyList<string> header)
    {
        var (places, before) = (new int[header.Count], problems.Found.Count);
        for (var place = 0; place < places.Length; place++)
        {
            places[place] = columns.Find(HasOthers ? header[place].Trim().ToLowerInvariant() : header[place]);
            if (places[place] < 0)
            {
                if (HasOthers)
                {
                    continue;
                }

                problems.Add(ProblemCode.UNKNOWN_FIELD, $"{columns.File}(1)", $"There is no column '{ShownText.Of(header[place])}' here. Known are {string.Join(", ", columns.Names)}. Remove or correct it.");
            }
            else if (Array.IndexOf(places, places[place], 0, place) >= 0)
            {
                problems.Add(ProblemCode.DUPLICATE_FIELD, $"{columns.File}(1)", $"The column '{header[place]}' stands twice. Keep one.");
            }
        }

        for (var column = 0; column < Needed; column++)
        {
            if (Array.IndexOf(places, column) < 0)
            {
                problems.Add(ProblemCode.MISSING_FIELD, $"{columns.File}(1)", $"The column '{columns.Names[column]}' is missing. Add it.");
            }
        }

        return problems.Found.Count == before ? places : null;
    }
}
