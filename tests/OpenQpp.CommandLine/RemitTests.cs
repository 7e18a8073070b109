using OpenQpp.Explanations;
using Xunit;

namespace OpenQpp.CommandLine;

/// <summary>openqpp remit read, audit and write: tables, CSV, JSON, reports, and what is refused.</summary>
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

    /// <summary>The example pays one clinician +5.21 percent on one line and -9.00 percent on another: one of them must be wrong.</summary>
    [Fact]
    public void AnAuditTellsTheLineThatDiffersAndItsCents()
    {
        using var folder = new TemporaryFolder();
        var (factors, reports) = (Factors(folder, "scored,95.00,5.21"), Path.Combine(folder.Path, "reports"));
        var ran = Built.OpenQpp("remit", "audit", Example, "--factors", factors, "--json", "--out", reports);
        Assert.Equal(0, ran.Code);
        var finding = Assert.Single(ran.Json["findings"]!.AsArray())!;
        // 80.00 at 5.21 % is 4.17 due; 7.20 was taken: 11.37.
        Assert.Equal(("MIPS_AMOUNT_DIFFERS", "segment 26 SVC", 4.17m, -7.20m, 11.37m), ((string)finding["name"]!, (string)finding["place"]!, (decimal)finding["expected"]!, (decimal)finding["shown"]!, (decimal)finding["due"]!));
        var practice = Assert.Single(ran.Json["practices"]!.AsArray())!;
        Assert.Equal((2, 1, 11.37m), ((int)practice["linesWithMips"]!, (int)practice["linesThatAgree"]!, (decimal)practice["atStake"]!));
        var report = File.ReadAllText(Path.Combine(reports, "practice-000000011.html"));
        Assert.Contains("11.37", report, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", report, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(3, File.ReadAllLines(Path.Combine(reports, "practice-000000011.csv")).Length);
    }

    [Fact]
    public void FindingsFailOnlyWhenAsked()
    {
        using var folder = new TemporaryFolder();
        var factors = Factors(folder, "scored,95.00,5.21");
        var ran = Built.OpenQpp("remit", "audit", Example, "--factors", factors);
        Assert.Equal(0, ran.Code);
        Assert.All(ran.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Equal(1, Built.OpenQpp("remit", "audit", Example, "--factors", factors, "--fail-on-difference").Code);
    }

    [Fact]
    public void AnOptionThatThereIsNotIsNoFile() => Assert.Equal(2, Built.OpenQpp("remit", "audit", Example, "--jsn", "--factors", Example).Code);

    [Fact]
    public void FactorsAndRemittancesAreRefusedWithTheirPlaces()
    {
        using var folder = new TemporaryFolder();
        var ran = Built.OpenQpp("remit", "audit", Example, "--factors", Factors(folder, "paid,95.00,5.21"));
        Assert.Equal((1, ""), (ran.Code, ran.Output));
        Assert.StartsWith("UNKNOWN_WORD factors.csv(2).status: ", ran.Error, StringComparison.Ordinal);
        var letter = Path.Combine(folder.Path, "letter.txt");
        File.WriteAllText(letter, "Dear all");
        Assert.StartsWith("X12_NOT_AN_INTERCHANGE letter.txt segment 1: ", Built.OpenQpp("remit", "audit", Example, letter, "--factors", Factors(folder, "qp,,")).Error, StringComparison.Ordinal);
    }

    /// <summary>Two adjusted lines, and one of which nothing was decided.</summary>
    [Fact]
    public void WhatIsWrittenFromAdjustedClaimsAuditsClean()
    {
        using var folder = new TemporaryFolder();
        var (claims, file) = (Path.Combine(folder.Path, "claims.csv"), Path.Combine(folder.Path, "made.835"));
        File.WriteAllLines(claims,
        [
            "claim_id,line_no,bene_id,tin,npi,pos,dos,hcpcs,mod1,units,charge,allowed,deductible,coins_used,mips_program,mips_amount,seq_amount,group_code,carc,rarc,seq_carc,assigned,status,decision",
            "A,1,B1,000000011,1234567893,11,2026-03-01,99213,,1,150.00,100.00,0,20.00,80.00,4.17,1.68,CO,144,N807,253,Y,A,adjusted",
            "A,2,B1,000000011,1234567893,11,2026-03-01,99214,25,1,160.00,137.42,40.00,19.48,77.94,4.06,1.64,CO,144,N807,253,Y,A,adjusted",
            "B,1,B2,000000011,1234567893,,2026-03-02,99213,,1,150.00,100.00,0,20.00,80.00,,,,,,,Y,,undecided",
        ]);
        var written = Built.OpenQpp("remit", "write", "--claims", claims, "--out", file, "--json");
        Assert.Equal((0, 1, 1), (written.Code, (int)written.Json["claims"]!, (int)written.Json["undecidedLines"]!));
        Assert.Equal(0, Built.OpenQpp("remit", "read", file).Code);
        var audit = Built.OpenQpp("remit", "audit", file, "--factors", Factors(folder, "scored,95.00,5.21"), "--claims", claims, "--json").Json;
        Assert.Empty(audit["findings"]!.AsArray());
        Assert.Equal((2, 8.23m), ((int)audit["practices"]![0]!["linesThatAgree"]!, (decimal)audit["practices"]![0]!["adjustments"]!));
    }

    private static string Factors(TemporaryFolder folder, string rest)
    {
        var path = Path.Combine(folder.Path, "factors.csv");
        File.WriteAllText(path, $"payment_year,tin,npi,status,final_score,total_percent\n2026,000000011,1234567893,{rest}\n");
        return path;
    }
}
