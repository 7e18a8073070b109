using System.Globalization;
using System.Net;
using System.Text;

namespace OpenQpp.YearRun;

/// <summary>Writes HTML that a reader, a keyboard and a printer can use.</summary>
internal sealed class Html
{
    private readonly StringBuilder text = new();

    /// <summary>Text made safe.</summary>
    /// <param name="plain">The text.</param>
    public static string Safe(string plain) => WebUtility.HtmlEncode(plain);

    /// <summary>A whole number with thousands separators.</summary>
    /// <param name="number">The number.</param>
    public static string Whole(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>An amount of dollars with thousands separators.</summary>
    /// <param name="dollars">The amount; null is a dash.</param>
    public static string Dollars(decimal? dollars) =>
        dollars is { } known ? decimal.Round(known, 2, MidpointRounding.AwayFromZero).ToString("N2", CultureInfo.InvariantCulture) : "–";

    /// <summary>A number with few decimals; null is a dash.</summary>
    /// <param name="number">The number.</param>
    /// <param name="decimals">The most decimals.</param>
    public static string Number(decimal? number, int decimals = 2) => number is null ? "–" : Csv.Number(number, decimals);

    public Html Add(string markup)
    {
        text.Append(markup).Append('\n');
        return this;
    }

    public Html Heading(string id, string title) => Add($"<h2 id=\"{id}\">{Safe(title)}</h2>");

    public Html Paragraph(string plain) => Add($"<p>{Safe(plain)}</p>");

    /// <summary>A table. The first column holds what the rows are about; the others are numbers.</summary>
    /// <param name="caption">What it shows.</param>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="rows">The cells.</param>
    public Html Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        Add($"<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{Safe(caption)}\"><table><caption>{Safe(caption)}</caption>");
        Add($"<thead><tr>{string.Concat(columns.Select(column => $"<th scope=\"col\">{Safe(column)}</th>"))}</tr></thead><tbody>");
        foreach (var row in rows)
        {
            Add($"<tr><th scope=\"row\">{Safe(row[0])}</th>{string.Concat(row.Skip(1).Select(cell => $"<td>{Safe(cell)}</td>"))}</tr>");
        }

        return Add("</tbody></table></div>");
    }

    /// <summary>All that was added.</summary>
    public override string ToString() => text.ToString();
}
