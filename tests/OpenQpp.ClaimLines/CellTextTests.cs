using System.Text;
using OpenQpp.Claims;
using Xunit;

namespace OpenQpp.ClaimLines;

/// <summary>Amounts, days and codes are read strictly and exactly.</summary>
public sealed class CellTextTests
{
    [Theory]
    [InlineData("0", 0L)]
    [InlineData("12.5", 1250L)]
    [InlineData(" -12.50 ", -1250L)]
    [InlineData("+7", 700L)]
    [InlineData("7.", 700L)]
    [InlineData(".07", 7L)]
    [InlineData("1.2300", 123L)]
    [InlineData("999999999.99", 99999999999L)]
    public void AnAmountIsCents(string text, long cents) => Assert.Equal((true, cents), (CellText.TryCents(Utf8(text), out var found), found));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1,000.00")]
    [InlineData("1e3")]
    [InlineData("12.345")]
    [InlineData("$5")]
    [InlineData("1 2")]
    [InlineData("--1")]
    [InlineData("1000000000.00")]
    [InlineData("99999999999999999999999")]
    [InlineData("NaN")]
    public void WhatIsNoAmountIsNone(string text) => Assert.False(CellText.TryCents(Utf8(text), out _));

    [Theory]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-02-29", false)]
    [InlineData("2024-02-29", true)]
    [InlineData("2026-2-1", false)]
    [InlineData("28-FEB-2026", false)]
    [InlineData("20260228", false)]
    public void ADayIsWrittenInOneWay(string text, bool isDay) => Assert.Equal(isDay, CellText.TryDay(Utf8(text), out _));

    [Theory]
    [InlineData("27-OCT-1999", "1999-10-27")]
    [InlineData("27-oct-1999", "1999-10-27")]
    [InlineData("19991027", "1999-10-27")]
    [InlineData("1999-10-27", "1999-10-27")]
    public void CarrierFilesWriteDaysInThreeWays(string text, string day)
    {
        Assert.True(CellText.TryCarrierDay(Utf8(text), out var found));
        Assert.Equal(day, CellText.Date(found).ToString("yyyy-MM-dd"));
    }

    [Theory]
    [InlineData("31-FEB-1999")]
    [InlineData("27-XXX-1999")]
    [InlineData("19991327")]
    public void WhatIsNoDayIsNone(string text) => Assert.False(CellText.TryCarrierDay(Utf8(text), out _));

    [Fact]
    public void CodesAreTrimmedAndInCapitals()
    {
        Assert.Equal(CellText.Code("TC"u8), CellText.Code(" tc "u8));
        Assert.NotEqual(CellText.Code("1"u8), CellText.Code("01"u8));
        Assert.Equal(CellText.NoCode, CellText.Code("  "u8));
        Assert.Equal(CellText.LongCode, CellText.Code("123456789"u8));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
