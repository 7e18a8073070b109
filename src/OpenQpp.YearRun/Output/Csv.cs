using System.Buffers;
using System.Globalization;
using System.Text;
using OpenQpp.Files;

namespace OpenQpp.YearRun;

/// <summary>Writes CSV: UTF-8 without mark, commas, line feeds, quotes only where they are needed.</summary>
/// <param name="stream">Where to.</param>
internal sealed class Csv(Stream stream)
{
    private const int MostBytes = 3;

    private static readonly SearchValues<char> ToQuote = SearchValues.Create("\",\r\n");

    private byte[] bytes = new byte[1 << 10];
    private int filled;

    /// <summary>A number with so many decimals at most and as few as it needs.</summary>
    /// <param name="number">The number; null is an empty cell.</param>
    /// <param name="decimals">The most decimals.</param>
    public static string Number(decimal? number, int decimals)
    {
        Span<byte> digits = stackalloc byte[NumberDigits.Most];
        return Encoding.ASCII.GetString(digits[..Number(number, decimals, digits)]);
    }

    /// <summary>Writes a number with so many decimals at most and as few as it needs.</summary>
    /// <param name="number">The number; null is an empty cell.</param>
    /// <param name="decimals">The most decimals.</param>
    /// <param name="to">Where to: at least <see cref="NumberDigits.Most"/> bytes.</param>
    /// <returns>The bytes written.</returns>
    public static int Number(decimal? number, int decimals, Span<byte> to) =>
        number is { } known ? NumberDigits.Write(decimal.Round(known, decimals, MidpointRounding.AwayFromZero), to) : 0;

    /// <summary>A number with exactly two decimals, as money, scores and published percents have them.</summary>
    /// <param name="number">The number; null is an empty cell.</param>
    public static string Two(decimal? number) =>
        number is { } known ? decimal.Round(known, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture) : "";

    public static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    public void Row(params ReadOnlySpan<string> cells) => Row([], cells, []);

    /// <summary>Writes a row of which the begin and the end were made before.</summary>
    /// <param name="begin">What stands before the first cell.</param>
    /// <param name="cells">The cells.</param>
    /// <param name="end">What stands behind the last, as <see cref="EndOf"/> made it.</param>
    public void Row(ReadOnlySpan<byte> begin, ReadOnlySpan<string> cells, ReadOnlySpan<byte> end)
    {
        filled = 0;
        for (var place = 0; place < cells.Length; place++)
        {
            if (place > 0)
            {
                Append(",");
            }

            AppendCell(cells[place]);
        }

        stream.Write(begin);
        stream.Write(bytes, 0, filled);
        stream.Write(end);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>The last cells of a row, for rows that end alike.</summary>
    /// <param name="before">The first of them.</param>
    /// <param name="written">Those that follow, as they are written.</param>
    /// <param name="after">The last.</param>
    public byte[] EndOf(ReadOnlySpan<string> before, string written, ReadOnlySpan<string> after)
    {
        filled = 0;
        AppendCells(before);
        Append(",");
        Append(written);
        AppendCells(after);
        return bytes[..filled];
    }

    private void AppendCells(ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
        {
            Append(",");
            AppendCell(cell);
        }
    }

    private void AppendCell(string cell)
    {
        if (cell.AsSpan().IndexOfAny(ToQuote) < 0)
        {
            Append(cell);
        }
        else
        {
            Append($"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        }
    }

    private void Append(string text)
    {
        if (bytes.Length - filled < text.Length * MostBytes)
        {
            Array.Resize(ref bytes, (bytes.Length + (text.Length * MostBytes)) * 2);
        }

        filled += Encoding.UTF8.GetBytes(text, bytes.AsSpan(filled));
    }
}
