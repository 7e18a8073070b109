using System.Text;
using OpenQpp.Claims;
using OpenQpp.DuckDb;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.ClaimLines;

/// <summary>Factors and fee schedules are accepted and refused alike by whoever reads them: claims adjust and the audit of remittances.</summary>
public sealed class SameReaderTests
{
    private const string Factors = "payment_year,tin,npi,status,final_score,total_percent\n";
    private const string Schedule = "year,hcpcs,modifier,status,effective_from\n";

    [Theory]
    [InlineData("2026,000000011,1234567893,scored,95,5.21", "")]
    [InlineData(" 2026 , 000000011 ,1234567893, scored ,+95.50,+5.210 ", "")]
    [InlineData("2026,000000011,1234567893,notVisible,95,5.21", "")]
    [InlineData("2026,000000011,1234567893,notVisible,,", "")]
    [InlineData("2026,000000011,1234567893,notVisible,x,5.211", "NUMBER_OUT_OF_RANGE (2).final_score|NUMBER_OUT_OF_RANGE (2).total_percent")]
    [InlineData("2026.5,000000011,1234567893,scored,95,5.21", "NUMBER_OUT_OF_RANGE (2).payment_year")]
    [InlineData("+2026,000000011,1234567893,scored,95,5.21", "NUMBER_OUT_OF_RANGE (2).payment_year")]
    [InlineData("0000,000000011,1234567893,scored,95,5.21", "NUMBER_OUT_OF_RANGE (2).payment_year")]
    [InlineData(",,,,,", "MISSING_FIELD (2).payment_year|MISSING_FIELD (2).tin|MISSING_FIELD (2).npi|MISSING_FIELD (2).status")]
    [InlineData("2026,11,12345678,Scored,95,5.21", "TIN_FORM (2).tin|NPI_FORM (2).npi|UNKNOWN_WORD (2).status")]
    [InlineData("2026,000000011,1234567893,scored,100.01,5.21", "NUMBER_OUT_OF_RANGE (2).final_score")]
    [InlineData("2026,000000011,1234567893,scored,-1,5.21", "NUMBER_OUT_OF_RANGE (2).final_score")]
    [InlineData("2026,000000011,1234567893,scored,1.00000000001,5.21", "NUMBER_OUT_OF_RANGE (2).final_score")]
    [InlineData("2026,000000011,1234567893,scored,95,5.213", "NUMBER_OUT_OF_RANGE (2).total_percent")]
    [InlineData("2026,000000011,1234567893,scored,95,-100.01", "NUMBER_OUT_OF_RANGE (2).total_percent")]
    [InlineData("2026,000000011,1234567893,scored,95,1e1", "NUMBER_OUT_OF_RANGE (2).total_percent")]
    [InlineData("2026,000000011,1234567893,scored,95,1\n2026,000000011,1234567893,qp,,", "DUPLICATE_ROW (3).tin")]
    [InlineData("2026,000000011,1234567893,scored,95,1\n2027,000000011,1234567893,qp,,", "")]
    public void OfFactors(string rows, string expected) => Same(Factors + rows + "\n", expected, FactorsOfAudit, FactorsOfAdjust);

    [Fact]
    public void AFileWithoutAFactorIsRefused() => Same(Factors, "MISSING_FIELD ", FactorsOfAudit, FactorsOfAdjust);

    [Fact]
    public void AColumnThatIsMissingIsTold() =>
        Same("Payment_Year, TIN,npi,status,more\n2026,000000011,1234567893,qp,x\n", "MISSING_FIELD (1)|MISSING_FIELD (1)", FactorsOfAudit, FactorsOfAdjust);

    [Theory]
    [InlineData("2026,99213,,A,\n2026,99213,26,a,\n2026,99213,tc,X,2026-07-01", "")]
    [InlineData("2026,99213,25,A,", "UNKNOWN_WORD (2).modifier")]
    [InlineData("2026,99213,TC ,A,", "")]
    [InlineData("2026,,26,,", "MISSING_FIELD (2).hcpcs|MISSING_FIELD (2).status")]
    [InlineData("26,99213,,A,2026-02-30", "NUMBER_OUT_OF_RANGE (2).year|NOT_A_DATE (2).effective_from")]
    [InlineData("2026,99213,,A,\n2026,99213,,N,2026-01-01", "DUPLICATE_ROW (3).hcpcs")]
    [InlineData("2026,99213,,A,\n2026,99213,,N,2026-01-02", "")]
    [InlineData("2026,992139921,,A!,", "UNKNOWN_WORD (2).hcpcs|UNKNOWN_WORD (2).status")]
    public void OfFeeSchedules(string rows, string expected) => Same(
        Schedule + rows + "\n",
        expected,
        (stream, problems) => Files.FeeScheduleReader.Read(stream, problems),
        (path, engine, problems) => new Claims.FeeScheduleReader(problems).Read(path, engine));

    /// <summary>What one may not see is taken from no row: the clinician of a row that may not be seen has an unknown factor in both.</summary>
    [Fact]
    public void WhatMayNotBeSeenIsNotTaken()
    {
        var problems = new ProblemList();
        var table = Files.FactorsReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Factors + "2026,000000011,1234567893,notVisible,95,5.21\n")), problems);
        Assert.Equal(new FactorRow("000000011", null, null, null), table.Of(2026, "1234567893").Single());
    }

    /// <summary>What is read several rows at a time is what is read row by row, whatever stands in the cells.</summary>
    [Fact]
    public void RowsReadAtOnceSayTheSame()
    {
        Provided.Library();
        string[] years = ["2026", "2026", " 2025", "+2026", "26", ""], tins = ["000000011", "000000011", "000000012 ", "11", "-00000011", ""], words = ["scored", "scored", "neutral", " excluded ", "qp", "Qp", "notVisible", ""];
        string[] numbers = ["", "0", "95", "100", "100.0", "100.01", "-0.00", "-1.50", "+2.", ".5", ".", "-", "1.0000000001", "1.00000000001", "5.210000000000000", "5.211", "007.70", "0000000000000000001", "99999999999999999999", "1e1", "1,5", "x", "٣"];
        var random = new Random(11);
        string One(string[] from) => from[random.Next(from.Length)];
        var rows = Enumerable.Range(0, 8000).Select(number => $"{One(years)},{One(tins)},{(number % 50 == 0 ? "12345" : $"10{number:D8}")},{One(words)},{Quoted(One(numbers))},{Quoted(One(numbers))}\n").ToArray();
        var expected = rows.SelectMany(OfAudit).Order(StringComparer.Ordinal).ToArray();
        using var folder = new Adjusted();
        using var engine = new DuckDbEngine(folder.At("spill"), 256, 2);
        using var function = new FactorFunction();
        Assert.False(function.TryRead(SourceTable.Open(folder.Write("table", Factors + string.Concat(rows)), Factors.TrimEnd().Split(','), [], engine, new())!, engine));
        Assert.InRange(expected.Length, 200, 2000);
        Assert.Equal(expected, function.Found.Select(row => Said(row.Year, row.Npi.ToString("D10"), new(Claims.FactorTable.TinText(row.Tin), row.Said.Standing, row.Said.FinalScore, row.Said.Percent))).Order(StringComparer.Ordinal));
    }

    /// <summary>What the audit reads from a row of which all may be seen.</summary>
    private static IEnumerable<string> OfAudit(string row)
    {
        var table = Files.FactorsReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Factors + row)), new());
        return table.Npis.SelectMany(npi => table.Years.SelectMany(year => table.Of(year, npi).Where(found => found.Standing is not null).Select(found => Said(year, npi, found))));
    }

    private static string Said(int year, string npi, FactorRow row) => $"{year} {npi} {row.Tin} {row.Standing} {row.FinalScore:0.##########} {row.Percent:0.##########}";

    private static string Quoted(string cell) => cell.Contains(',') ? $"\"{cell}\"" : cell;

    private static void FactorsOfAudit(Stream stream, ProblemList problems) => Files.FactorsReader.Read(stream, problems);

    private static void FactorsOfAdjust(string path, DuckDbEngine engine, ProblemList problems) => new Claims.FactorsReader(PayerMode.OriginalMedicare, problems).Read(path, engine);

    private static void Same(string text, string expected, Action<Stream, ProblemList> audit, Action<string, DuckDbEngine, ProblemList> adjust)
    {
        Provided.Library();
        var (ofAudit, ofAdjust) = (new ProblemList(), new ProblemList());
        audit(new MemoryStream(Encoding.UTF8.GetBytes(text)), ofAudit);
        using var folder = new Adjusted();
        using var engine = new DuckDbEngine(folder.At("spill"), 256, 1);
        adjust(folder.Write("table", text), engine, ofAdjust);
        Assert.Equal(expected, Told(ofAudit, "factors.csv", "fee-schedule.csv"));
        Assert.Equal(expected, Told(ofAdjust, "table"));
    }

    /// <summary>Codes and places, without the name of the file.</summary>
    private static string Told(ProblemList problems, params string[] files) =>
        string.Join('|', problems.Found.Select(problem => $"{problem.Code} {files.Aggregate(problem.Path, (path, file) => path.Replace(file, "", StringComparison.Ordinal))}"));
}
