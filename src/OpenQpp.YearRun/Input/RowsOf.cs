using System.Text;
using OpenQpp.Files;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>The rows of a file of CSV as bytes, with single cells of them. The header is passed over.</summary>
internal sealed class RowsOf : IDisposable
{
    private readonly FileStream stream;
    private readonly ByteLines lines;
    private readonly CsvHeader header;
    private readonly TableRow slow;
    private readonly CellTexts texts = new();
    private byte[] line = new byte[1 << 10];
    private int length;
    private bool hasQuotes;

    public RowsOf(InputFolder input, InputTable table, CsvHeader header)
    {
        this.header = header;
        stream = input.Open(table);
        lines = new(stream, isCsv: true, InputFolder.LongestRow);
        slow = new(header.Columns, new ProblemList());
        lines.Next(out _);
    }

    /// <summary>The lines, of which the row is the last that was read.</summary>
    public ByteLines Lines => lines;

    public bool Next()
    {
        if (!lines.Next(out var next))
        {
            return false;
        }

        if (next.Length > line.Length)
        {
            Array.Resize(ref line, next.Length * 2);
        }

        next.CopyTo(line);
        length = next.Length;
        hasQuotes = next.Contains((byte)'"');
        if (hasQuotes)
        {
            CsvRows.Fill(next, header, texts, slow, new ProblemList());
        }

        return true;
    }

    /// <summary>A cell; empty where there is none.</summary>
    /// <param name="place">Place of the column in the rows, or −1.</param>
    public ReadOnlySpan<byte> Cell(int place) =>
        place < 0 ? default
        : hasQuotes ? Encoding.UTF8.GetBytes(slow[header.Places[place]] ?? "")
        : CsvRows.Cell(line.AsSpan(0, length), place);

    public void Dispose() => stream.Dispose();
}
