using System.Globalization;
using System.Text.Json;
using OpenQpp.Remits;
using OpenQpp.Rules;

namespace OpenQpp.Cli;

/// <summary>An audit as JSON: every finding, then what was counted by practice.</summary>
internal static class AuditJson
{
    public static void Finding(Utf8JsonWriter json, FindingRow row)
    {
        json.WriteStartObject();
        json.WriteString("name", row.Finding.Name.Word());
        json.WriteString("says", row.Says);
        json.WriteString("file", row.File);
        json.WriteString("place", row.Place);
        json.WriteString("tin", row.Tin);
        json.WriteString("npi", row.Npi);
        json.WriteString("claim", row.Claim);
        json.WriteString("line", row.Line);
        json.WriteString("hcpcs", row.Procedure);
        json.WriteString("serviceDate", row.Service?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Number(json, "expected", row.Finding.Expected);
        Number(json, "shown", row.Finding.Shown);
        json.WriteNumber("due", row.Finding.Due);
        json.WriteString("reason", row.Finding.Reason?.Word());
        Number(json, "percent", row.Finding.Percent);
        json.WriteEndObject();
        json.Flush();
    }

    public static void Totals(Utf8JsonWriter json, AuditTotals totals)
    {
        json.WriteStartArray("practices");
        foreach (var practice in totals.Practices)
        {
            Practice(json, practice);
        }

        json.WriteEndArray();
        json.WriteStartObject("setAside");
        foreach (var (payer, claims) in totals.SetAsideByPayer)
        {
            json.WriteNumber(payer, claims);
        }

        json.WriteEndObject();
    }

    private static void Practice(Utf8JsonWriter json, PracticeTotals practice)
    {
        json.WriteStartObject();
        json.WriteString("tin", practice.Tin);
        json.WriteString("name", practice.Name);
        json.WriteNumber("remittances", practice.Remittances);
        json.WriteNumber("claims", practice.Claims);
        json.WriteNumber("lines", practice.Lines);
        json.WriteNumber("linesWithMips", practice.LinesWithMips);
        json.WriteNumber("linesThatAgree", practice.LinesThatAgree);
        json.WriteNumber("setAside", practice.SetAside);
        json.WriteNumber("reversals", practice.Reversals);
        json.WriteNumber("takenBack", practice.TakenBack);
        json.WriteNumber("reversalsOfUnknown", practice.ReversalsOfUnknown);
        json.WriteNumber("secondaryLines", practice.SecondaryLines);
        json.WriteNumber("adjustments", practice.Adjustments);
        json.WriteNumber("sequestration", practice.Sequestration);
        json.WriteNumber("underpaid", practice.Underpaid);
        json.WriteNumber("overpaid", practice.Overpaid);
        json.WriteNumber("atStake", practice.AtStake);
        json.WriteStartObject("findings");
        foreach (var (name, (count, due)) in practice.Findings)
        {
            json.WriteStartObject(name.Word());
            json.WriteNumber("count", count);
            json.WriteNumber("due", due);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("undecided");
        foreach (var (reason, (lines, dollars)) in practice.Undecided)
        {
            json.WriteStartObject(reason.Word());
            json.WriteNumber("lines", lines);
            json.WriteNumber("dollars", dollars);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("notAdjusted");
        foreach (var (reason, lines) in practice.Unadjusted)
        {
            json.WriteNumber(reason.Word(), lines);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
