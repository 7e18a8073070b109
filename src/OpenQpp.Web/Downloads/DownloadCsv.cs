using System.Globalization;
using System.Text;

namespace OpenQpp.Web;

/// <summary>
/// Writes a file for people and spreadsheets: UTF-8 with a mark at its beginning, quoted as RFC 4180 says, lines end in CR LF, and
/// nothing that a spreadsheet would take for a formula.
/// </summary>
/// <param name="to">Where to; written as it comes, nothing is kept.</param>
public sealed class DownloadCsv(Stream to) : DownloadRows
{
    private readonly StreamWriter writer = new(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 15, leaveOpen: true) { NewLine = "\r\n" };

    /// <inheritdoc/>
    public override async Task Row(params string?[] cells)
    {
        for (var place = 0; place < cells.Length; place++)
        {
            if (place > 0)
            {
                await writer.WriteAsync(',');
            }

            await writer.WriteAsync(Cell(cells[place]));
        }

        await writer.WriteLineAsync();
    }

    /// <summary>A cell as it stands in the file.</summary>
    /// <param name="text">The text; null is empty.</param>
    public static string Cell(string? text)
    {
        var safe = IsFormula(text) ? $"'{text}" : text ?? "";
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A number with so many decimals, or empty.</summary>
    /// <param name="number">The number.</param>
    /// <param name="decimals">Decimals.</param>
    public static string Number(decimal? number, int decimals) => number?.ToString($"F{decimals}", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Y, N or empty.</summary>
    /// <param name="flag">The answer.</param>
    public static string Flag(bool? flag) => flag switch { true => "Y", false => "N", null => "" };

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => writer.DisposeAsync();

    private static bool IsFormula(string? text) =>
        text is [('=' or '+' or '-' or '@' or '\t' or '\r'), ..] and not Display.None && !decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _);
}
