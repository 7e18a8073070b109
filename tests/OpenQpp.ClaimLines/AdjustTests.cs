using OpenQpp.Rules;
using Xunit;

namespace OpenQpp.ClaimLines;

/// <summary>What comes out of adjusting files of lines. Expected amounts are worked out by hand.</summary>
public sealed class AdjustTests
{
    private const string Header = "claim_id,line_no,bene_id,tin,npi,pos,dos,allowed,deductible,coinsurance,msp_reduction,assigned,status,denied";
    private const string Factors = "2026,000000011,1234567893,scored,95,5.21\n2026,000000021,1000000004,scored,0,-9.00\n";

    /// <summary>100.00: 20.00 coinsurance, 80.00 paid, 5.21 % of it 4.168, 84.17, of it 2 % 1.6834. -9 %: -7.20, 72.80, 1.456. 137.42 less 40.00: 19.484 coinsurance.</summary>
    [Fact]
    public void AmountsAndCodesStandBesideTheLine()
    {
        Provided.Library();
        using var adjusted = new Adjusted();
        adjusted.Run(Factors, $"{Header}\nA,1,B,000000011,1234567893,11,2026-03-02,100.00,0,,,Y,A,N\nA,2,B,000000021,1000000004,11,2026-03-02,100.00,0,,,Y,A,N\nA,3,B,000000011,1234567893,11,2026-03-02,137.42,40.00,,,Y,A,N\nA,4,B,000000011,1234567893,11,2026-03-02,62.13,62.13,,,Y,A,N\n");
        Assert.Empty(adjusted.Problems);
        Assert.Equal("2026,5.21,exact,adjusted,,20.00,80.00,4.17,84.17,2.00,1.68,82.49,CO,144,N807,253,Y", Added(adjusted.Lines[0]));
        Assert.Equal("2026,-9.00,exact,adjusted,,20.00,80.00,-7.20,72.80,2.00,1.46,71.34,CO,237,N807,253,Y", Added(adjusted.Lines[1]));
        Assert.Equal("2026,5.21,exact,adjusted,,19.48,77.94,4.06,82.00,2.00,1.64,80.36,CO,144,N807,253,Y", Added(adjusted.Lines[2]));
        Assert.Equal("2026,5.21,exact,notAdjusted,NOTHING_PAID,0.00,0.00,0.00,0.00,2.00,0.00,0.00,,,,,N", Added(adjusted.Lines[3]));
    }

    [Theory]
    [InlineData("000000099,1234567893,11,2026-03-02,100.00,0,,,Y,A,N", "mover", "adjusted", "", "4.17")]
    [InlineData(",1234567893,11,2026-03-02,100.00,0,,,Y,A,N", "none", "undecided", "UNDECIDED_FACTOR", "")]
    [InlineData("000000011,2000000002,11,2026-03-02,100.00,0,,,Y,A,N", "none", "notAdjusted", "NO_FACTOR", "0.00")]
    [InlineData("000000011,1234567893,11,2025-03-02,100.00,0,,,Y,A,N", "none", "notAdjusted", "NOT_IN_PAYMENT_YEAR", "0.00")]
    [InlineData("000000011,1234567893,11,1999-03-02,100.00,0,,,Y,A,N", "none", "notAdjusted", "NOT_IN_PAYMENT_YEAR", "")]
    [InlineData("000000011,1234567893,11,,100.00,0,,,Y,A,N", "none", "undecided", "UNDECIDED_DATE", "")]
    [InlineData("000000011,1234567893,11,2026-03-02,,0,,,Y,A,N", "exact", "undecided", "UNDECIDED_AMOUNT", "")]
    [InlineData("000000011,1234567893,11,2026-03-02,100.00,0,,,,A,N", "exact", "undecided", "UNDECIDED_ASSIGNMENT", "")]
    [InlineData("000000011,1234567893,,2026-03-02,100.00,0,,,Y,A,N", "exact", "undecided", "UNDECIDED_SETTING", "")]
    [InlineData("000000011,1234567893,50,2026-03-02,100.00,0,,,Y,A,N", "exact", "notAdjusted", "FQHC_RHC", "0.00")]
    [InlineData("000000011,1234567893,11,2026-03-02,100.00,0,,,Y,,N", "exact", "undecided", "UNDECIDED_STATUS", "")]
    [InlineData("000000011,1234567893,11,2026-03-02,100.00,0,,,N,A,N", "exact", "notAdjusted", "NOT_ASSIGNED", "0.00")]
    [InlineData("000000011,1234567893,11,2026-03-02,100.00,0,,,Y,A,Y", "exact", "notAdjusted", "DENIED", "")]
    [InlineData("000000011,1234567893,11,2026-03-02,0.11,0,,,Y,A,N", "exact", "notAdjusted", "ROUNDS_TO_ZERO", "0.00")]
    public void EveryLineHasOneReason(string rest, string source, string decision, string reason, string amount)
    {
        Provided.Library();
        using var adjusted = new Adjusted();
        var line = adjusted.Run(Factors, $"{Header}\nA,1,B,{rest}\n").Lines.Single();
        Assert.Equal((source, decision, reason, amount), (line["factor_source"], line["decision"], line["reason"], line["mips_amount"]));
    }

    /// <summary>Of a claim and its reversal nothing is left.</summary>
    [Fact]
    public void TotalsReconcileToTheLines()
    {
        Provided.Library();
        using var adjusted = new Adjusted();
        adjusted.Run(Factors, $"{Header}\nA,1,B,000000011,1234567893,11,2026-03-02,100.00,0,,,Y,A,N\nR,1,B,000000011,1234567893,11,2026-03-02,-100.00,0,,,Y,A,N\nA,2,B,000000012,1234567893,11,2026-03-02,33.33,0,,,,A,N\nA,3,B,,,11,2026-03-02,50.00,0,,,Y,A,N\n");
        Assert.Equal(["", "000000011", "000000012"], adjusted.Totals.Select(row => row["tin"]));
        var own = adjusted.Totals[1];
        Assert.Equal(("2", "2", "0.00", "0.00", "0.00"), (own["lines"], own["adjusted"], own["mips_amount"], own["seq_amount"], own["mips_paid"]));
        Assert.Equal(("1", "33.33", "26.66"), (adjusted.Totals[2]["undecided"], adjusted.Totals[2]["undecided_allowed"], adjusted.Totals[2]["undecided_program"]));
        Assert.Equal((4, 2, 0, 2), (adjusted.Summary!.Lines, adjusted.Summary.Adjusted, adjusted.Summary.NotAdjusted, adjusted.Summary.Undecided));
    }

    [Fact]
    public void TheFeeScheduleGivesTheStatusThatTheLineDoesNot()
    {
        Provided.Library();
        using var adjusted = new Adjusted();
        adjusted.Run(
            Factors,
            "claim_id,line_no,bene_id,tin,npi,pos,dos,hcpcs,mod1,mod2,allowed,deductible,assigned\n"
            + "A,1,B,000000011,1234567893,11,2026-03-02,99214,,,100,0,Y\nA,2,B,000000011,1234567893,11,2026-03-02,93000,25,tc,100,0,Y\nA,3,B,000000011,1234567893,11,2026-07-02,99214,,,100,0,Y\nA,4,B,000000011,1234567893,11,2026-07-02,00000,,,100,0,Y\n",
            "year,hcpcs,modifier,status,effective_from\n2026,99214,,A,\n2026,99214,,N,2026-07-01\n2026,93000,,A,\n2026,93000,TC,X,\n");
        Assert.Empty(adjusted.Problems);
        Assert.Equal(["", "STATUS_NOT_PFS", "STATUS_NOT_PFS", "UNDECIDED_STATUS"], adjusted.Lines.Select(line => line["reason"]));
    }

    /// <summary>The highest percent of the clinician's rows; contracted clinicians and original Medicare's lines are left alone.</summary>
    [Fact]
    public void APlanAdjustsThoseWithoutContract()
    {
        Provided.Library();
        using var adjusted = new Adjusted();
        adjusted.Run(
            Factors + "2026,000000012,1234567893,scored,80,1.00\n",
            $"{Header},setting\nA,1,B,000000099,1234567893,11,2026-03-02,100.00,0,,,Y,A,N,medicareAdvantageOutOfNetwork\nA,2,B,000000011,1234567893,11,2026-03-02,100.00,0,,,Y,A,N,medicareAdvantageContracted\nA,3,B,000000011,1234567893,11,2026-03-02,100.00,0,,,Y,A,N,\n",
            mode: PayerMode.MedicareAdvantage);
        Assert.Equal(["4.17", "", ""], adjusted.Lines.Select(line => line["mips_amount"]));
        Assert.Equal(["", "MA_CONTRACT", "MA_CONTRACT"], adjusted.Lines.Select(line => line["reason"]));
    }

    private static string Added(Dictionary<string, string> line) => string.Join(',', line.SkipWhile(pair => pair.Key != "payment_year").Select(pair => pair.Value));
}
