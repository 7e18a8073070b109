using System.Globalization;
using OpenQpp.DuckDb;
using OpenQpp.Population;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>Writes synthetic claim lines to a file, in the columns of professional claims, without holding them.</summary>
/// <param name="claims">The lines.</param>
public sealed class SyntheticClaimsFile(SyntheticClaims claims)
{
    private static readonly ColumnKind.Number Money = new(12, 2);

    /// <summary>Writes the file; false with a problem where it cannot be done.</summary>
    /// <param name="lines">How many lines.</param>
    /// <param name="path">The file.</param>
    /// <param name="asCsv">CSV, not Parquet.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public bool Write(long lines, string path, bool asCsv, ProblemList problems) =>
        new SyntheticTable([.. LineColumns.All.Select(column => (column.Name(), KindOf(column)))], Compute).Write(lines, path, asCsv, problems);

    private static ColumnKind KindOf(LineColumn column) => column.Form() switch
    {
        CellForm.Money => Money,
        CellForm.Units => new ColumnKind.Number(12, 3),
        CellForm.Date => ColumnKind.Date,
        _ => ColumnKind.Text,
    };

    private void Compute(Rows given, RowsWriter result)
    {
        var numbers = given[0].Longs;
        var line = new SyntheticClaimLine();
        for (var row = 0; row < given.Count; row++)
        {
            claims.Fill(numbers[row], line);
            foreach (var column in LineColumns.All)
            {
                Write(result[(int)column], row, column, line);
            }
        }
    }

    private static void Write(ColumnWriter to, int row, LineColumn column, SyntheticClaimLine line)
    {
        switch (column.Form())
        {
            case CellForm.Money when Amount(column, line) is { } cents:
                to.Longs[row] = cents;
                break;
            case CellForm.Units:
                to.Longs[row] = line.Units * 1000L;
                break;
            case CellForm.Date:
                to.Wholes[row] = CellText.Day(column == LineColumn.Dos ? line.Service : line.Received);
                break;
            case not CellForm.Money when Text(column, line) is { Length: > 0 } text:
                SyntheticTable.SetText(to, row, text);
                break;
            default:
                to.SetNull(row);
                break;
        }
    }

    private static long? Amount(LineColumn column, SyntheticClaimLine line) => column switch
    {
        LineColumn.Charge => line.Charge,
        LineColumn.Allowed => line.Allowed,
        LineColumn.Deductible => line.Deductible,
        LineColumn.Coinsurance => line.Coinsurance,
        LineColumn.MspReduction => line.SecondaryPayerReduction,
        LineColumn.PrimaryAllowed => line.PrimaryAllowed,
        _ => line.PrimaryPaid,
    };

    private static string Text(LineColumn column, SyntheticClaimLine line) => column switch
    {
        LineColumn.ClaimId => line.ClaimId,
        LineColumn.LineNo => line.LineNo.ToString(CultureInfo.InvariantCulture),
        LineColumn.BeneId => line.BeneficiaryId,
        LineColumn.ClaimType => line.ClaimType,
        LineColumn.Tin => line.Tin,
        LineColumn.Npi => line.Npi,
        LineColumn.Specialty => line.Specialty,
        LineColumn.Pos => line.Place,
        LineColumn.Hcpcs => line.Hcpcs,
        LineColumn.Mod1 => line.Modifier,
        LineColumn.Assigned => line.Assigned,
        LineColumn.Participating => line.Participating,
        LineColumn.Status => line.Status,
        LineColumn.Setting => line.Setting,
        LineColumn.Denied => line.Denied,
        LineColumn.FinalAction => "Y",
        _ => "",
    };
}
