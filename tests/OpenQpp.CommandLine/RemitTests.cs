using OpenQpp.Explanations;
using Xunit;

namespace OpenQpp.CommandLine;

/// <summary>openqpp remit read: a table, CSV, JSON, and what is refused.</summary>
public sealed class RemitTests
{
    private static readonly string Example = Path.Combine(Root.Folder, "examples", "2026-remittance.835");

    [Fact]
    public void ATableFitsTheTerminal()
    {
        var ran = Built.OpenQpp("remit", "read", Example);
        Assert.Equal(0, ran.Code);
        Assert.Contains("153.83", ran.Output, StringComparison.Ordinal);
        Assert.All(ran.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void CsvHasARowForEachLine()
    {
        var rows = Built.OpenQpp("remit", "read", Example, "--csv").Output.TrimEnd('\n').Split('\n');
        Assert.Equal(3, rows.Length);
        Assert.Equal("TRACE1,2026-03-15,A PAYER,000000011,1234567893,A1,ICN1,1,MB,L2,1234567893,2026-03-02,99214,25,1,150.00,100.00,71.34,CO-45:50.00;CO-237:7.20;CO-253:1.46;PR-2:20.00,N807", rows[2]);
    }

    [Fact]
    public void JsonHoldsEveryAdjustment()
    {
        var json = Built.OpenQpp("remit", "read", Example, "--json").Json.AsArray();
        var line = json[0]!["claims"]![0]!["lines"]![0]!;
        Assert.Equal((153.83m, 82.49m, -4.17m), ((decimal)json[0]!["payment"]!, (decimal)line["paid"]!, (decimal)line["adjustments"]![1]!["amount"]!));
    }

    [Fact]
    public void WhatDoesNotBalanceIsRefusedWithEveryPlace()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "changed.835");
        File.WriteAllText(path, File.ReadAllText(Example).Replace("*82.49**", "*82.48**", StringComparison.Ordinal));
        var ran = Built.OpenQpp("remit", "read", path, "--csv");
        Assert.Equal((1, ""), (ran.Code, ran.Output));
        Assert.StartsWith("LINE_OUT_OF_BALANCE segment 19 SVC03: ", ran.Error, StringComparison.Ordinal);
    }
}
