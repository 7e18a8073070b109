using System.Text;
using OpenQpp.Web;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>How a cell and a file are written.</summary>
public sealed class DownloadCsvTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+A1", "'+A1")]
    [InlineData("-A1", "'-A1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    public void AFormulaIsText(string text, string cell) => Assert.Equal(cell, DownloadCsv.Cell(text));

    [Theory]
    [InlineData("-1.25")]
    [InlineData("+0.50")]
    [InlineData("001234567")]
    [InlineData("--")]
    [InlineData("")]
    public void NumbersAndLeadingZerosStayAsTheyAre(string text) => Assert.Equal(text, DownloadCsv.Cell(text));

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData(null, "")]
    public void CellsAreQuotedWhereTheyMustBe(string? text, string cell) => Assert.Equal(cell, DownloadCsv.Cell(text));

    [Fact]
    public async Task AFileBeginsWithAMarkAndItsLinesEndInCrLf()
    {
        using var file = new MemoryStream();
        await using (var csv = new DownloadCsv(file))
        {
            await csv.Row("TIN", null, "é");
            await csv.Row("000000001", "1", "=x");
        }

        Assert.Equal([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("TIN,,é\r\n000000001,1,'=x\r\n")], file.ToArray());
    }

    [Fact]
    public void WhatIsNotKnownIsEmptyAndNotZero()
    {
        Assert.Equal(["", "0.00", "12.30"], [DownloadCsv.Number(null, 2), DownloadCsv.Number(0m, 2), DownloadCsv.Number(12.3m, 2)]);
        Assert.Equal(["", "Y", "N"], [DownloadCsv.Flag(null), DownloadCsv.Flag(true), DownloadCsv.Flag(false)]);
    }
}
