using System.Globalization;
using System.Net;
using System.Text;
using OpenQpp.Rules;

namespace OpenQpp.Remits;

/// <summary>What an audit found of one practice, as one page of HTML: no script, nothing loaded from elsewhere, fit to be printed.</summary>
public static class PracticeReport
{
    /// <summary>Findings that a report lists; the others are in the CSV beside it.</summary>
    public const int MostFindings = 1000;

    private const string Style = """
        :root{color-scheme:light;--ink:#1b1b1b;--line:#c6cace}
        body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:#fff;max-width:64rem;margin:0 auto;padding:1rem}
        h1{font-size:1.7rem}h2{font-size:1.3rem;margin-top:2rem;border-bottom:1px solid var(--line)}
        .wide{overflow-x:auto}.wide:focus{outline:3px solid #2491ff;outline-offset:2px}
        table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.7rem 0}caption{text-align:left;font-weight:600;padding:.3rem 0}
        th,td{border-bottom:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top}
        .n{text-align:right;white-space:nowrap}thead th{border-bottom:2px solid var(--ink)}
        @media print{body{max-width:none;font-size:9pt;padding:0}h2{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}.wide{overflow:visible}}
        """;

    /// <summary>Writes the page.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="practice">What was counted.</param>
    /// <param name="findings">The findings, in the order of the files, as far as they are listed.</param>
    public static void Write(Stream to, PracticeTotals practice, IReadOnlyList<FindingRow> findings)
    {
        var title = $"Audit of remittances: {(practice.Name.Length > 0 ? practice.Name : "a practice without name")}";
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{Safe(title)}</title><style>{Style.ReplaceLineEndings("\n")}</style></head><body><main>\n<h1>{Safe(title)}</h1>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>TIN {Safe(practice.Tin)}. The MIPS payment adjustment (42 CFR 414.1405(e)) of every line of Medicare Part B, recomputed from what is paid before it.</p>\n");
        Table(html, "At stake", ["What", ">Dollars"], Stakes(practice));
        Table(html, "What was read", ["What", ">Number"], Counts(practice));
        Table(html, "Findings by name", ["Name", "What it says", ">Findings", ">Paid too little"], [.. practice.Findings.Select(pair => (string[])[pair.Key.Word(), pair.Key.Says(), Whole(pair.Value.Count), Dollars(pair.Value.Due)])]);
        Table(html, "Not judged: what is missing", ["Reason", "What it says", ">Lines", ">Dollars before adjustment"], [.. practice.Undecided.Select(pair => (string[])[pair.Key.Word(), pair.Key.Finding().Label.Says, Whole(pair.Value.Lines), Dollars(pair.Value.Dollars)])]);
        Table(html, "Lines without adjustment", ["Reason", "What it says", ">Lines"], [.. practice.Unadjusted.Select(pair => (string[])[pair.Key.Word(), pair.Key.Finding().Label.Says, Whole(pair.Value)])]);
        Table(html, "Findings", ["Place", "Claim", "Line", "Service", "Finding", ">Due", ">Shown", ">Paid too little"], [.. findings.Select(Row)]);
        var listed = practice.Findings.Values.Sum(one => one.Count);
        if (listed > findings.Count)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Whole(findings.Count)} of {Whole(listed)} findings are listed; all are in the CSV.</p>\n");
        }

        html.Append("<p>An adjustment above zero raises the payment. Amounts are before sequestration follows them. Paid too little below zero is paid too much.</p>\n</main></body></html>\n");
        to.Write(Encoding.UTF8.GetBytes(html.ToString()));
    }

    /// <summary>What is at stake, as rows of name and dollars.</summary>
    /// <param name="practice">What was counted.</param>
    public static IReadOnlyList<string[]> Stakes(PracticeTotals practice) =>
    [
        ["paid too little", Dollars(practice.Underpaid)],
        ["paid too much", Dollars(practice.Overpaid)],
        ["at stake, either way", Dollars(practice.AtStake)],
        ["adjustments shown", Dollars(practice.Adjustments)],
        ["sequestration shown", Dollars(practice.Sequestration)],
    ];

    /// <summary>What was read, as rows of name and number.</summary>
    /// <param name="practice">What was counted.</param>
    public static IReadOnlyList<string[]> Counts(PracticeTotals practice) =>
    [
        ["remittances", Whole(practice.Remittances)],
        ["claims of Medicare Part B", Whole(practice.Claims)],
        ["claims of other payers, set aside", Whole(practice.SetAside)],
        ["lines", Whole(practice.Lines)],
        ["lines with codes of the adjustment", Whole(practice.LinesWithMips)],
        ["of them right to the cent", Whole(practice.LinesThatAgree)],
        ["lines with another payer before Medicare", Whole(practice.SecondaryLines)],
        ["reversals", Whole(practice.Reversals)],
        ["claims with findings, taken back as they were", Whole(practice.TakenBack)],
        ["reversals not judged: their claim is in no file", Whole(practice.ReversalsOfUnknown)],
    ];

    private static string[] Row(FindingRow row) =>
    [
        row.Place.Length > 0 ? $"{row.File} {row.Place}" : "all files", row.Claim, string.Join(' ', ((string[])[row.Line, row.Procedure]).Where(text => text.Length > 0)), row.Service?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        $"{row.Finding.Name.Word()}: {row.Says}", Dollars(row.Finding.Expected), Dollars(row.Finding.Shown), Dollars(row.Finding.Due),
    ];

    private static void Table(StringBuilder html, string caption, string[] titles, IReadOnlyList<string[]> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<h2>{Safe(caption)}</h2>\n<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{Safe(caption)}\"><table><caption>{Safe(caption)}</caption><thead><tr>");
        foreach (var title in titles)
        {
            html.Append(title.StartsWith('>') ? $"<th scope=\"col\" class=\"n\">{Safe(title[1..])}</th>" : $"<th scope=\"col\">{Safe(title)}</th>");
        }

        html.Append("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            for (var place = 0; place < row.Length; place++)
            {
                html.Append(place == 0 ? $"<th scope=\"row\">{Safe(row[0])}</th>" : titles[place].StartsWith('>') ? $"<td class=\"n\">{Safe(row[place])}</td>" : $"<td>{Safe(row[place])}</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private static string Whole(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Dollars(decimal? amount) => amount?.ToString("#,##0.00", CultureInfo.InvariantCulture) ?? "–";
}
