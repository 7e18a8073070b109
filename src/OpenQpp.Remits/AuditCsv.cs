using System.Globalization;
using System.Text;
using OpenQpp.Rules;
using OpenQpp.X12;

namespace OpenQpp.Remits;

/// <summary>
/// An audit as CSV: a row for each line of Medicare Part B, and for what is found of a claim, a remittance or a practice as a whole. The
/// layout is ours. Nothing in it is taken for a formula by a spreadsheet.
/// </summary>
/// <param name="to">Where to; written while the files are read, nothing is kept.</param>
public sealed class AuditCsv(Stream to) : IAuditTaker, IDisposable
{
    private static readonly string[] Columns =
    [
        "level", "file", "place", "trace_number", "payment_date", "tin", "npi", "claim", "claim_status", "line", "service_date", "hcpcs", "modifiers", "charge", "base", "percent", "factor_source",
        "mips_expected", "mips_shown", "sequestration_expected", "sequestration_shown", "prior_payer", "outcome", "reason", "findings", "due", "wrong_percent",
    ];

    private const int FirstOfOutcome = 22;
    private const string PriorPayer = "23";

    private readonly StreamWriter writer = new(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 15, leaveOpen: true) { NewLine = "\n" };

    /// <summary>Writes the titles.</summary>
    public void Head() => Write(Columns);

    /// <inheritdoc/>
    public void Take(AuditedClaim claim)
    {
        for (var index = 0; index < claim.Audit.Lines.Count; index++)
        {
            Line(claim, index);
        }

        var findings = claim.IsJudged ? claim.Audit.Findings : [];
        if (findings.Count > 0 || claim.Imbalances.Count > 0)
        {
            var cells = Cells("claim", claim, claim.Claim.Loop.First.Place());
            cells[13] = Money(claim.Claim.Charge);
            (cells[17], cells[18]) = (Money(claim.Audit.Expected), Money(claim.Codes.Adjustment));
            Outcome(cells, "differs", "", findings, [.. claim.Imbalances.Select(wrong => wrong.Code.ToString())]);
            Write(cells);
        }
    }

    /// <inheritdoc/>
    public void SetAside(Remittance remittance, RemittanceClaim claim)
    {
        // Claims of other payers are counted and not listed.
    }

    /// <inheritdoc/>
    public void End(RemittanceFile file, Remittance remittance, Imbalance? imbalance)
    {
        if (imbalance is not null)
        {
            var cells = Cells("remittance", file.Name, imbalance.Place, remittance);
            Outcome(cells, "differs", "", [], [imbalance.Code.ToString()]);
            Write(cells);
        }
    }

    /// <summary>What is found of a practice as a whole.</summary>
    /// <param name="row">The finding.</param>
    public void Practice(FindingRow row)
    {
        var cells = Empty();
        (cells[0], cells[5], cells[17]) = ("practice", row.Tin, Money(row.Finding.Expected));
        Outcome(cells, "differs", "", [row.Finding], []);
        Write(cells);
    }

    /// <summary>Ends the file.</summary>
    public void Dispose() => writer.Dispose();

    private void Line(AuditedClaim claim, int index)
    {
        var (audited, told) = (claim.Audit.Lines[index], claim.LineAt(index));
        var line = audited.Line;
        var cells = Cells("line", claim, (told?.Loop ?? claim.Claim.Loop).First.Place());
        (cells[6], cells[9], cells[10]) = (line.Npi, told?.ControlNumber ?? "", Date(line.Service));
        (cells[11], cells[12]) = (told?.Procedure.Code ?? "", string.Join(':', told?.Procedure.Modifiers ?? []));
        (cells[13], cells[14]) = (Money(line.Charge), Money(audited.Program.Number));
        (cells[15], cells[16]) = (Money(line.Factor.Percent?.NumberOrNull), line.Factor.Source switch { FactorSource.Exact => "exact", FactorSource.Mover => "mover", _ => "none" });
        (cells[17], cells[18]) = (Money(audited.Expected.NumberOrNull), Money(audited.Codes.Adjustment));
        (cells[19], cells[20]) = (Money(audited.Sequestration?.NumberOrNull), Money(audited.Codes.SequesteredAmount));
        cells[21] = line.Entries.Any(entry => entry.Reason is PriorPayer) ? Money(line.Entries.Where(entry => entry.Reason is PriorPayer).Sum(entry => entry.Amount)) : "";
        var findings = claim.IsJudged ? audited.Findings : [];
        Outcome(
            cells,
            claim.IsTakenBack ? "takenBack" : claim.IsReversalOfUnknown ? "reversalOfUnknown"
            : findings.Count > 0 ? "differs" : audited.IsUndecided ? "undecided" : audited.Expected.Number != 0m ? "agrees" : "notAdjusted",
            audited.Reason?.Word() ?? "",
            findings,
            []);
        Write(cells);
    }

    private static void Outcome(string[] cells, string outcome, string reason, IReadOnlyList<AuditFinding> findings, string[] imbalances)
    {
        (cells[FirstOfOutcome], cells[FirstOfOutcome + 1]) = (outcome, findings.Select(finding => finding.Reason?.Word()).FirstOrDefault(word => word is not null) ?? reason);
        cells[FirstOfOutcome + 2] = string.Join(';', [.. findings.Select(finding => finding.Name.Word()), .. imbalances]);
        (cells[FirstOfOutcome + 3], cells[FirstOfOutcome + 4]) = (findings.Count == 0 ? "" : Money(findings.Sum(finding => finding.Due)), Money(findings.Select(finding => finding.Percent).FirstOrDefault(percent => percent is not null)));
    }

    private static string[] Cells(string level, AuditedClaim claim, string place)
    {
        var cells = Cells(level, claim.File.Name, place, claim.Remittance);
        (cells[7], cells[8]) = (claim.Claim.PatientControlNumber, claim.Claim.Status);
        return cells;
    }

    private static string[] Cells(string level, string file, string place, Remittance remittance)
    {
        var cells = Empty();
        (cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]) = (level, file, place, remittance.TraceNumber, Date(remittance.Date), remittance.PayeeTin ?? "");
        return cells;
    }

    private static string[] Empty()
    {
        var cells = new string[Columns.Length];
        Array.Fill(cells, "");
        return cells;
    }

    private static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Money(decimal? amount) => amount?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    private void Write(string[] cells)
    {
        for (var place = 0; place < cells.Length; place++)
        {
            if (place > 0)
            {
                writer.Write(',');
            }

            writer.Write(Cell(cells[place]));
        }

        writer.WriteLine();
    }

    private static string Cell(string text)
    {
        var safe = text is [('=' or '+' or '-' or '@' or '\t' or '\r'), ..] && !decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
