using System.Globalization;
using System.Text.Json;
using OpenQpp.X12;

namespace OpenQpp.Cli;

/// <summary>Remittances as JSON: an array, each with its claims, lines and adjustments.</summary>
internal static class RemittanceJson
{
    /// <summary>Writes the remittances while they are read: nothing is kept.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="read">Reads a file.</param>
    public static void Write(Utf8JsonWriter json, Action<Action<Remittance, RemittanceClaim>, Action<Remittance>> read)
    {
        Remittance? open = null;
        json.WriteStartArray();
        read(
            (remittance, claim) =>
            {
                Begin(json, remittance, ref open);
                Claim(json, claim);
                json.Flush();
            },
            remittance =>
            {
                Begin(json, remittance, ref open);
                json.WriteEndArray();
                json.WriteStartArray("providerAdjustments");
                foreach (var adjustment in remittance.ProviderAdjustments)
                {
                    json.WriteStartObject();
                    json.WriteString("reason", adjustment.Reason);
                    json.WriteNumber("amount", adjustment.Amount);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
                open = null;
            });
        json.WriteEndArray();
    }

    private static void Begin(Utf8JsonWriter json, Remittance remittance, ref Remittance? open)
    {
        if (open is not null)
        {
            return;
        }

        open = remittance;
        json.WriteStartObject();
        json.WriteString("traceNumber", remittance.TraceNumber);
        json.WriteString("date", Date(remittance.Date));
        json.WriteString("payer", remittance.PayerName);
        json.WriteString("payee", remittance.PayeeName);
        json.WriteString("payeeTin", remittance.PayeeTin);
        json.WriteString("payeeNpi", remittance.PayeeNpi);
        json.WriteNumber("payment", remittance.Payment);
        json.WriteStartArray("claims");
    }

    private static void Claim(Utf8JsonWriter json, RemittanceClaim claim)
    {
        json.WriteStartObject();
        json.WriteString("patientControlNumber", claim.PatientControlNumber);
        json.WriteString("payerControlNumber", claim.PayerControlNumber);
        json.WriteString("status", claim.Status);
        json.WriteString("filingIndicator", claim.FilingIndicator);
        json.WriteString("renderingNpi", claim.RenderingNpi);
        json.WriteNumber("charge", claim.Charge);
        json.WriteNumber("paid", claim.Paid);
        Adjustments(json, claim.Adjustments, claim.Remarks);
        json.WriteStartArray("lines");
        foreach (var line in claim.Lines)
        {
            json.WriteStartObject();
            json.WriteString("controlNumber", line.ControlNumber);
            json.WriteString("renderingNpi", line.RenderingNpi);
            json.WriteString("serviceDate", Date(line.Service));
            json.WriteString("hcpcs", line.Procedure.Code);
            json.WriteStartArray("modifiers");
            foreach (var modifier in line.Procedure.Modifiers)
            {
                json.WriteStringValue(modifier);
            }

            json.WriteEndArray();
            Number(json, "units", line.Units);
            json.WriteNumber("charge", line.Charge);
            Number(json, "allowed", line.Allowed);
            json.WriteNumber("paid", line.Paid);
            Adjustments(json, line.Adjustments, line.Remarks);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Adjustments(Utf8JsonWriter json, IReadOnlyList<RemittanceAdjustment> adjustments, IReadOnlyList<string> remarks)
    {
        json.WriteStartArray("adjustments");
        foreach (var adjustment in adjustments)
        {
            json.WriteStartObject();
            json.WriteString("group", adjustment.Group);
            json.WriteString("reason", adjustment.Reason);
            json.WriteNumber("amount", adjustment.Amount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("remarks");
        foreach (var remark in remarks)
        {
            json.WriteStringValue(remark);
        }

        json.WriteEndArray();
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

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
