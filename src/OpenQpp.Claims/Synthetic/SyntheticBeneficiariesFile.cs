using OpenQpp.DuckDb;
using OpenQpp.Population;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>Writes synthetic beneficiaries to a file, one row a month, without holding them.</summary>
/// <param name="beneficiaries">The beneficiaries.</param>
public sealed class SyntheticBeneficiariesFile(SyntheticBeneficiaries beneficiaries)
{
    private static readonly (string Name, ColumnKind Kind)[] Columns =
    [
        ("bene_id", ColumnKind.Text), ("year", ColumnKind.Whole), ("month", ColumnKind.Whole), ("part_a", ColumnKind.Text), ("part_b", ColumnKind.Text), ("ma", ColumnKind.Text),
        ("country", ColumnKind.Text), ("death_date", ColumnKind.Date), ("hcc", new ColumnKind.Number(12, 3)), ("dual", ColumnKind.Text),
    ];

    /// <summary>Writes the file; false with a problem where it cannot be done.</summary>
    /// <param name="path">The file.</param>
    /// <param name="asCsv">CSV, not Parquet.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public bool Write(string path, bool asCsv, ProblemList problems) => new SyntheticTable(Columns, Compute).Write(beneficiaries.Months, path, asCsv, problems);

    private void Compute(Rows given, RowsWriter result)
    {
        var numbers = given[0].Longs;
        var month = new SyntheticMonth();
        for (var row = 0; row < given.Count; row++)
        {
            SyntheticTable.SetText(result[0], row, beneficiaries.Fill(numbers[row], month) ? month.BeneficiaryId : "");
            result[1].Wholes[row] = month.Year;
            result[2].Wholes[row] = month.Month;
            SyntheticTable.SetText(result[3], row, "Y");
            SyntheticTable.SetText(result[4], row, Flag(month.PartB));
            SyntheticTable.SetText(result[5], row, Flag(month.MedicareAdvantage));
            SyntheticTable.SetText(result[6], row, month.Country);
            if (month.Death is { } death)
            {
                result[7].Wholes[row] = CellText.Day(death);
            }
            else
            {
                result[7].SetNull(row);
            }

            result[8].Longs[row] = month.Hcc;
            SyntheticTable.SetText(result[9], row, Flag(month.IsDual));
        }
    }

    private static string Flag(bool flag) => flag ? "Y" : "N";
}
