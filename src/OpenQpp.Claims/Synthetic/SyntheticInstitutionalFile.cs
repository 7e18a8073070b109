using OpenQpp.DuckDb;
using OpenQpp.Population;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>Writes the institutional lines beside synthetic professional ones to a file, without holding them.</summary>
/// <param name="claims">The professional lines.</param>
public sealed class SyntheticInstitutionalFile(SyntheticClaims claims)
{
    private static readonly (string Name, ColumnKind Kind)[] Columns =
    [
        ("claim_id", ColumnKind.Text), ("line_no", ColumnKind.Text), ("bene_id", ColumnKind.Text), ("claim_type", ColumnKind.Text), ("bill_type", ColumnKind.Text), ("ccn", ColumnKind.Text),
        ("from_date", ColumnKind.Date), ("thru_date", ColumnKind.Date), ("received", ColumnKind.Date), ("revenue_code", ColumnKind.Text), ("revenue_date", ColumnKind.Date), ("hcpcs", ColumnKind.Text),
        ("amount", new ColumnKind.Number(12, 2)), ("units", new ColumnKind.Number(12, 3)), ("denied", ColumnKind.Text), ("final_action", ColumnKind.Text),
    ];

    /// <summary>Writes the file; false with a problem where it cannot be done.</summary>
    /// <param name="lines">How many professional lines.</param>
    /// <param name="path">The file.</param>
    /// <param name="asCsv">CSV, not Parquet.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public bool Write(long lines, string path, bool asCsv, ProblemList problems) => new SyntheticTable(Columns, Compute).Write(lines, path, asCsv, problems);

    private void Compute(Rows given, RowsWriter result)
    {
        var numbers = given[0].Longs;
        var (hospitals, line) = (new SyntheticHospitals(claims), new SyntheticHospitalLine());
        for (var row = 0; row < given.Count; row++)
        {
            if (!hospitals.Fill(numbers[row], line))
            {
                result[0].SetNull(row);
                continue;
            }

            SyntheticTable.SetText(result[0], row, line.ClaimId);
            SyntheticTable.SetText(result[1], row, "1");
            SyntheticTable.SetText(result[2], row, line.BeneficiaryId);
            SyntheticTable.SetText(result[3], row, line.ClaimType);
            SyntheticTable.SetText(result[4], row, line.BillType);
            SyntheticTable.SetText(result[5], row, line.Ccn);
            result[6].Wholes[row] = CellText.Day(line.From);
            result[7].Wholes[row] = CellText.Day(line.Thru);
            result[8].Wholes[row] = CellText.Day(line.Received);
            SyntheticTable.SetText(result[9], row, line.RevenueCode);
            result[10].Wholes[row] = CellText.Day(line.RevenueDate);
            SyntheticTable.SetText(result[11], row, line.Hcpcs);
            result[12].Longs[row] = line.Amount;
            result[13].Longs[row] = line.Units * 1000L;
            SyntheticTable.SetText(result[14], row, line.Denied);
            SyntheticTable.SetText(result[15], row, "Y");
        }
    }
}
