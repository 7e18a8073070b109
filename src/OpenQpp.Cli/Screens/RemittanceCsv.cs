using System.Globalization;
using System.Text;
using OpenQpp.X12;

namespace OpenQpp.Cli;

/// <summary>Remittances as CSV: a row for each service line, or for a claim without lines. The layout is ours.</summary>
/// <param name="stream">Where to.</param>
internal sealed class RemittanceCsv(Stream stream)
{
    private static readonly string[] Columns =
    [
        "trace_number", "payment_date", "payer", "payee_tin", "payee_npi", "patient_control_number", "payer_control_number", "claim_status", "filing_indicator", "line_control_number",
        "rendering_npi", "service_date", "hcpcs", "modifiers", "units", "charge", "allowed", "paid", "adjustments", "remarks",
    ];

    /// <summary>The titles.</summary>
    public void Head() => Write(Columns);

    /// <summary>The rows of a claim.</summary>
    public void Row(Remittance remittance, RemittanceClaim claim)
    {
        foreach (var line in claim.Lines)
        {
            Write(
            [
                .. Shared(remittance, claim), line.ControlNumber ?? "", line.RenderingNpi ?? claim.RenderingNpi ?? "", Date(line.Service ?? claim.Service), line.Procedure.Code, string.Join(':', line.Procedure.Modifiers),
                Number(line.Units), Money(line.Charge), Money(line.Allowed), Money(line.Paid), Adjustments(line.Adjustments), string.Join(';', line.Remarks),
            ]);
        }

        if (claim.Lines.Count == 0 || claim.Adjustments.Count > 0)
        {
            Write([.. Shared(remittance, claim), "", claim.RenderingNpi ?? "", Date(claim.Service), "", "", "", Money(claim.Charge), "", Money(claim.Paid), Adjustments(claim.Adjustments), string.Join(';', claim.Remarks)]);
        }
    }

    private static string[] Shared(Remittance remittance, RemittanceClaim claim) =>
    [
        remittance.TraceNumber, Date(remittance.Date), remittance.PayerName, remittance.PayeeTin ?? "", remittance.PayeeNpi ?? "", claim.PatientControlNumber, claim.PayerControlNumber, claim.Status, claim.FilingIndicator,
    ];

    private static string Adjustments(IReadOnlyList<RemittanceAdjustment> adjustments) => string.Join(';', adjustments.Select(one => $"{one.Group}-{one.Reason}:{Money(one.Amount)}"));

    private static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Money(decimal? amount) => amount?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    private void Write(IEnumerable<string> cells) => stream.Write(Encoding.UTF8.GetBytes(string.Join(',', cells.Select(Cell)) + "\n"));

    private static string Cell(string text) => text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
