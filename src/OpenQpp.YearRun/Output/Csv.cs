using System.Globalization;
using System.Text;

namespace OpenQpp.YearRun;

/// <summary>Writes CSV: UTF-8 without mark, commas, line feeds, quotes only where they are needed.</summary>
/// <param name="stream">Where to.</param>
internal sealed class Csv(Stream stream)
{
    private readonly StringBuilder line = new();

    /// <summary>A number with so many decimals at most and as few as it needs.</summary>
    /// <param name="number">The number; null is an empty cell.</param>
    /// <param name="decimals">The most decimals.</param>
    public static string Number(decimal? number, int decimals) =>
        number is { } known ? decimal.Round(known, decimals, MidpointRounding.AwayFromZero).ToString("0.############################", CultureInfo.InvariantCulture) : "";

    /// <summary>A number with exactly two decimals, as money, scores and published percents have them.</summary>
    /// <param name="number">The number; null is an empty cell.</param>
    public static string Two(decimal? number) =>
        number is { } known ? decimal.Round(known, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture) : "";

    public static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    public void Row(params ReadOnlySpan<string> cells)
    {
        line.Clear();
        for (var place = 0; place < cells.Length; place++)
        {
            line.Append(place == 0 ? "" : ",");
            Append(cells[place]);
        }

        line.Append('\n');
        foreach (var chunk in line.GetChunks())
        {
            stream.Write(Encoding.UTF8.GetBytes(chunk.ToArray()));
        }
    }

    private void Append(string cell)
    {
        if (cell.AsSpan().IndexOfAny("\",\r\n") < 0)
        {
            line.Append(cell);
        }
        else
        {
            line.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
    }
}
