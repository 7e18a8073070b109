using System.Text;
using OpenQpp.Program;
using OpenQpp.Remits;
using OpenQpp.Rules;
using Xunit;

namespace OpenQpp.Remittances;

/// <summary>What was paid as the rule says audits clean; every fault that is planted is found under its name, with its cents.</summary>
public sealed class AuditTests
{
    private const int Many = 10_000;
    private const int Practice = 6;

    private static readonly PaidLine Sound = MadeUpPayments.Paid(
        new("P1", "P1L1", MadeUpPayments.Tin(Practice), MadeUpPayments.Npi(Practice)) { Place = "11", Service = new(MadeUpPayments.Year, 3, 1), Code = "99213", Charge = 150m, Allowed = 100m }, Practice);

    [Fact]
    public void TenThousandClaimsAuditClean()
    {
        var (totals, found) = MadeUpPayments.Audited(MadeUpPayments.Sources(), MadeUpPayments.Written(MadeUpPayments.Claims(Many)));
        Assert.Empty(found.Select(row => $"{row.Finding.Name} {row.Place} {row.Finding.Expected} {row.Finding.Shown}"));
        Assert.Equal((long)Many + (Many / 20 * 2), totals.Practices.Sum(practice => practice.Claims));
        Assert.Equal(MadeUpPayments.Practices, totals.Practices.Count);
        Assert.Empty(totals.Practices.SelectMany(practice => practice.Undecided));
        Assert.True(totals.Practices.Sum(practice => practice.LinesThatAgree) > Many, "Few lines were adjusted: the test shows nothing.");
    }

    /// <summary>The sound line: 80.00 at 11.21 % is 8.97; 88.97 at 2 % is 1.78.</summary>
    [Fact]
    public void TheSoundLineIsWorkedOutByHand() =>
        Assert.Equal((80m, 8.97m, 1.78m, "144", "N807", "253"), (Sound.Program, Sound.Mips, Sound.Sequestration, Sound.Reason, Sound.Remark, Sound.SequestrationReason));

    /// <summary>One faulty line among ten thousand sound claims. Sequestration follows what is shown, unless it is the fault.</summary>
    [Theory]
    [InlineData(AuditFindingName.MipsMissing, 8.97)]
    [InlineData(AuditFindingName.MipsUnexpected, -1.00)]
    [InlineData(AuditFindingName.MipsWrongSign, 17.94)]
    [InlineData(AuditFindingName.MipsOneCent, 0.01)]
    [InlineData(AuditFindingName.MipsWrongFactor, 6.97)]
    [InlineData(AuditFindingName.MipsAmountDiffers, 3.21)]
    [InlineData(AuditFindingName.MipsWrongCode, 0.00)]
    [InlineData(AuditFindingName.MipsWrongGroup, 0.00)]
    [InlineData(AuditFindingName.N807Missing, 0.00)]
    [InlineData(AuditFindingName.N807WithoutAmount, 8.97)]
    [InlineData(AuditFindingName.SequestrationLabelledAsMips, 0.00)]
    [InlineData(AuditFindingName.SequestrationMissing, -1.78)]
    [InlineData(AuditFindingName.SequestrationBeforeMips, -0.18)]
    [InlineData(AuditFindingName.SequestrationAmountDiffers, 0.05)]
    public void APlantedLineIsFound(AuditFindingName name, double due)
    {
        var planted = Planted(name);
        var (_, found) = MadeUpPayments.Audited(MadeUpPayments.Sources(), MadeUpPayments.Written([.. MadeUpPayments.Claims(200), new([planted])]));
        var row = Assert.Single(found);
        Assert.Equal((name, (decimal)due, planted.Claim, planted.Line), (row.Finding.Name, row.Finding.Due, row.Claim, row.Line));
        Assert.StartsWith("segment ", row.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAdjustmentOfTheClaimThatIsNotTheSumOfItsLinesIsFound()
    {
        var claim = new WrittenClaim([Sound, Sound with { Line = "P1L2", Mips = 9.00m, Sequestration = 1.78m }]) { IsAdjustedAsClaim = true };
        var (_, found) = MadeUpPayments.Audited(MadeUpPayments.Sources(), MadeUpPayments.Written([claim]));
        Assert.Equal((AuditFindingName.MipsClaimLevelDiffers, 17.94m, 17.97m, -0.03m), (Assert.Single(found).Finding.Name, found[0].Finding.Expected, found[0].Finding.Shown, found[0].Finding.Due));
    }

    /// <summary>3.00 % instead of 11.21 % on three lines: no TIN of the clinician has it, but it explains them all.</summary>
    [Fact]
    public void OneOtherPercentOfAllLinesIsFound()
    {
        PaidLine Line(string number, decimal allowed, decimal mips) => Shown(MadeUpPayments.Paid(Sound with { Claim = number, Line = number, Charge = allowed, Allowed = allowed }, Practice) with { Mips = mips });
        var claims = new[] { Line("Q1", 100m, 2.40m), Line("Q2", 200m, 4.80m), Line("Q3", 412.50m, 9.90m) }.Select(line => new WrittenClaim([line]));
        var (_, found) = MadeUpPayments.Audited(MadeUpPayments.Sources(), MadeUpPayments.Written(claims));
        Assert.All(found, row => Assert.Equal((AuditFindingName.MipsWrongFactor, (decimal?)3.00m), (row.Finding.Name, row.Finding.Percent)));
        // 80 x 11.21 % = 8.968; 160: 17.936; 330: 36.993.
        Assert.Equal([6.57m, 13.14m, 27.09m], found.Select(row => row.Finding.Due));
    }

    [Fact]
    public void APracticeWithoutN807AnywhereIsFound()
    {
        var lines = Enumerable.Range(1, 3).Select(number => new WrittenClaim([Planted(AuditFindingName.MipsMissing) with { Claim = $"N{number}", Line = $"N{number}" }]));
        var (totals, found) = MadeUpPayments.Audited(MadeUpPayments.Sources(), MadeUpPayments.Written(lines));
        Assert.Equal([AuditFindingName.MipsMissing, AuditFindingName.MipsMissing, AuditFindingName.MipsMissing, AuditFindingName.NoN807Anywhere], found.Select(row => row.Finding.Name));
        Assert.Equal((26.91m, 26.91m), (found[^1].Finding.Expected, totals.Practices.Single().AtStake));
    }

    [Fact]
    public void WhatDoesNotBalanceIsFound()
    {
        var file = MadeUpPayments.Written([new([Sound])]);
        // 150 - 50 - 20 + 8.97 - 1.78 = 87.19
        var line = MadeUpPayments.Audited(MadeUpPayments.Sources(), MadeUpPayments.Changed(file, "SVC*HC:99213*150*87.19", "SVC*HC:99213*150*87.20")).Findings;
        Assert.Equal((AuditFindingName.LineOutOfBalance, -0.01m), (Assert.Single(line).Finding.Name, line[0].Finding.Due));
        var payment = MadeUpPayments.Audited(MadeUpPayments.Sources(), MadeUpPayments.Changed(file, "BPR*I*87.19", "BPR*I*87.10")).Findings;
        Assert.Equal((AuditFindingName.TransactionOutOfBalance, 0.09m), (Assert.Single(payment).Finding.Name, payment[0].Finding.Due));
        var claim = MadeUpPayments.Audited(MadeUpPayments.Sources(), MadeUpPayments.Changed(MadeUpPayments.Changed(file, "CLP*P1*1*150*87.19", "CLP*P1*1*150*87.10"), "BPR*I*87.19", "BPR*I*87.1")).Findings;
        Assert.Equal((AuditFindingName.ClaimOutOfBalance, 0.09m), (Assert.Single(claim).Finding.Name, claim[0].Finding.Due));
    }

    [Theory]
    [InlineData(AuditFindingName.MipsAmountDiffers)]
    [InlineData(AuditFindingName.MipsMissing)]
    [InlineData(AuditFindingName.SequestrationMissing)]
    public void AWrongClaimThatWasTakenBackAsItWasAndPaidAnewIsNoFinding(AuditFindingName name)
    {
        var wrong = Planted(name);
        var (totals, found) = MadeUpPayments.Audited(MadeUpPayments.Sources(), MadeUpPayments.Written([new([wrong])]), MadeUpPayments.Written([new([MadeUpPayments.Reversed(wrong)]), new([Sound with { Claim = wrong.Claim }])]));
        Assert.Empty(found);
        Assert.Equal((1L, 1L), (totals.Practices.Single().Reversals, totals.Practices.Single().TakenBack));
    }

    [Fact]
    public void AReversalThatIsNotTheMirrorOfItsClaimIsFound()
    {
        var back = MadeUpPayments.Reversed(Planted(AuditFindingName.MipsMissing) with { Claim = Sound.Claim });
        var (_, found) = MadeUpPayments.Audited(MadeUpPayments.Sources(), MadeUpPayments.Written([new([Sound]), new([back])]));
        Assert.Equal((AuditFindingName.MipsMissing, -8.97m), (Assert.Single(found).Finding.Name, found[0].Finding.Due));
    }

    [Fact]
    public void AReversalWhoseClaimIsInNoFileIsCountedAndNotJudged()
    {
        var (totals, found) = MadeUpPayments.Audited(MadeUpPayments.Sources(), MadeUpPayments.Written([new([Sound]), new([MadeUpPayments.Reversed(Planted(AuditFindingName.MipsMissing))])]));
        Assert.Empty(found);
        Assert.Equal(1L, totals.Practices.Single().ReversalsOfUnknown);
    }

    /// <summary>The claims as they were sent: one was not assigned, one was rendered in a health center (place 50), one by another clinician.</summary>
    [Fact]
    public void ClaimsSayWhatARemittanceDoesNot()
    {
        var claims = new ClaimFactsTable();
        var problems = new Vocabulary.ProblemList();
        ClaimFactsOfClaims.Read(new("sent.837", () => new MemoryStream(Encoding.Latin1.GetBytes(Sent))), claims, problems);
        Assert.Empty(problems.Found);
        var sources = MadeUpPayments.Sources(claims);
        WrittenClaim[] paid = [new([Sound with { Claim = "S1", Line = "1" }]), new([Sound with { Claim = "S2", Line = "1" }]), new([Sound with { Claim = "S3", Line = "1" }]), new([Sound with { Claim = "S4", Line = "1" }])];
        var (_, found) = MadeUpPayments.Audited(sources, MadeUpPayments.Written(paid));
        Assert.Equal(
            [("S1", (LineReason?)LineReason.NotAssigned), ("S2", LineReason.FqhcRhc), ("S3", LineReason.NoFactor)],
            found.Select(row => (row.Claim, row.Finding.Reason)));
    }

    /// <summary>Without lines the claim is one line, and its amounts count once.</summary>
    [Fact]
    public void AClaimWithoutLinesIsJudgedAsOneLine()
    {
        var text = Encoding.Latin1.GetString(MadeUpPayments.Written([new([Sound])]));
        var (first, last) = (text.IndexOf("NM1*QC", StringComparison.Ordinal), text.IndexOf("SE*", StringComparison.Ordinal));
        var whole = $"{text[..first]}CAS*CO*45*50**144*-8.97**253*1.78~\nCAS*PR*2*20~\nNM1*QC*1*DOE*JO~\nNM1*82*1*CLINICIAN*PAT****XX*{Sound.Npi}~\nMOA***N807~\nDTM*232*20260301~\nSE*18*{text[(text.IndexOf('*', last + 3) + 1)..]}";
        var (totals, found) = MadeUpPayments.Audited(MadeUpPayments.Sources(), Encoding.Latin1.GetBytes(whole));
        Assert.Empty(found.Select(row => row.Finding.Name));
        var practice = Assert.Single(totals.Practices);
        Assert.Equal((1L, 1L, 8.97m, 1.78m), (practice.Lines, practice.LinesThatAgree, practice.Adjustments, practice.Sequestration));
    }

    [Fact]
    public void EveryFindingIsDocumented()
    {
        var text = File.ReadAllText(Path.Combine(Explanations.Root.Folder, "docs", "remittances.md"));
        Assert.Empty(AuditFindingNames.All.Where(name => !text.Contains($"`{name.Word()}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void ClaimsOfOtherPayersAreSetAsideAndCounted()
    {
        var (totals, found) = MadeUpPayments.Audited(MadeUpPayments.Sources(), MadeUpPayments.Changed(MadeUpPayments.Written([new([Planted(AuditFindingName.MipsMissing)])]), "*MB*", "*16*"));
        Assert.Empty(found);
        Assert.Equal((1L, 0L), (totals.SetAsideByPayer["16"], totals.Practices.Single().Claims));
    }

    private static string Sent { get; } = $"""
        ISA*00*          *00*          *ZZ*PRACTICE       *ZZ*PAYER          *260401*1200*^*00501*000000001*0*T*:~
        GS*HC*PRACTICE*PAYER*20260401*1200*1*X*005010X222A1~
        ST*837*0001*005010X222A1~
        BHT*0019*00*1*20260401*1200*CH~
        NM1*41*2*A PRACTICE*****46*P1~
        PER*IC*HELP*TE*8005550100~
        NM1*40*2*A PAYER*****46*P2~
        HL*1**20*1~
        NM1*85*2*A PRACTICE*****XX*{MadeUpPayments.Npi(Practice)}~
        N3*1 STREET~
        N4*TOWN*MD*212010000~
        REF*EI*{MadeUpPayments.Tin(Practice)}~
        HL*2*1*22*0~
        SBR*P*18*******MB~
        NM1*IL*1*DOE*JO****MI*1EG4TE5MK73~
        N3*2 STREET~
        N4*TOWN*MD*212010000~
        DMG*D8*19400101*F~
        NM1*PR*2*A PAYER*****PI*P2~
        {Claim("S1", "C", "11")}{Claim("S2", "A", "50")}{Claim("S3", "A", "11", "1999999984")}{Claim("S4", "A", "11")}SE*39*0001~
        GE*1*1~
        IEA*1*000000001~
        """;

    private static string Claim(string number, string assigned, string place, string? rendering = null) =>
        $"CLM*{number}*150***{place}:B:1*Y*{assigned}*Y*Y~HI*ABK:R05~{(rendering is null ? "" : $"NM1*82*1*CLINICIAN*PAT****XX*{rendering}~")}LX*1~SV1*HC:99213*150*UN*1***1~DTP*472*D8*20260301~";

    /// <summary>A line with one fault; what sequestration follows from is what is shown.</summary>
    private static PaidLine Planted(AuditFindingName name)
    {
        var line = Sound with { Claim = "F1", Line = "F1L1" };
        return name switch
        {
            AuditFindingName.MipsMissing => Shown(line with { Mips = 0m, Group = null, Reason = null, Remark = null }),
            // A service outside of the fee schedule.
            AuditFindingName.MipsUnexpected => Shown(line with { Code = "A0425", Mips = 1m }),
            AuditFindingName.MipsWrongSign => Shown(line with { Mips = -line.Mips }),
            AuditFindingName.MipsOneCent => Shown(line with { Mips = line.Mips - 0.01m }),
            // 2.50 %, that of the clinician's other TIN: 2.00.
            AuditFindingName.MipsWrongFactor => Shown(line with { Mips = 2m }),
            AuditFindingName.MipsAmountDiffers => Shown(line with { Mips = line.Mips - 3.21m }),
            AuditFindingName.MipsWrongCode => line with { Reason = "237" },
            AuditFindingName.MipsWrongGroup => line with { Group = "OA" },
            AuditFindingName.N807Missing => line with { Remark = null },
            AuditFindingName.N807WithoutAmount => Shown(line with { Mips = 0m }),
            AuditFindingName.SequestrationLabelledAsMips => line with { SequestrationReason = "237" },
            AuditFindingName.SequestrationMissing => line with { SequestrationReason = null },
            AuditFindingName.SequestrationBeforeMips => line with { Sequestration = 1.60m },
            _ => line with { Sequestration = line.Sequestration + 0.05m },
        };
    }

    /// <summary>Sequestration of what is shown: 2 %, to the cent.</summary>
    private static PaidLine Shown(PaidLine line) => line with { Sequestration = decimal.Round((line.Program + line.Mips) * 0.02m, 2, MidpointRounding.AwayFromZero) };
}
