using System.Text;
using OpenQpp.Vocabulary;
using OpenQpp.X12;
using Xunit;

namespace OpenQpp.Remittances;

/// <summary>What a remittance says, and what is told where it is not whole.</summary>
public sealed class ReaderTests
{
    [Fact]
    public void AClaimAndItsLinesAreRead()
    {
        var problems = new ProblemList();
        var (claims, ended) = (new List<RemittanceClaim>(), new List<Remittance>());
        new RemittanceReader(problems).Read(new MemoryStream(Example.Remittance), (_, claim) => claims.Add(claim), ended.Add);
        Assert.Empty(problems.Found);
        var (remittance, claim) = (Assert.Single(ended), Assert.Single(claims));
        Assert.Equal(("A PAYER", "A PRACTICE", "000000011", "1234567893", "TRACE1"), (remittance.PayerName, remittance.PayeeName, remittance.PayeeTin, remittance.PayeeNpi, remittance.TraceNumber));
        Assert.Equal((153.83m, new DateOnly(2026, 3, 15), 1L, 153.83m), (remittance.Payment, remittance.Date!.Value, remittance.Claims, remittance.PaidForClaims));
        Assert.Equal(("A1", "1", "MB", "ICN1", "11", 300m, 153.83m), (claim.PatientControlNumber, claim.Status, claim.FilingIndicator, claim.PayerControlNumber, claim.PlaceOfService, claim.Charge, claim.Paid));
        Assert.Equal(["MA01"], claim.Remarks);
        Assert.Equal("1234567893", claim.RenderingNpi);
        var line = claim.Lines[1];
        Assert.Equal(("HC", "99214", "25"), (line.Procedure.Qualifier, line.Procedure.Code, Assert.Single(line.Procedure.Modifiers)));
        Assert.Equal((150m, 71.34m, 1m, new DateOnly(2026, 3, 2), 100m, "L2"), (line.Charge, line.Paid, line.Units!.Value, line.Service!.Value, line.Allowed!.Value, line.ControlNumber));
        Assert.Equal([("CO", "45", 50m), ("CO", "237", 7.2m), ("CO", "253", 1.46m), ("PR", "2", 20m)], line.Adjustments.Select(one => (one.Group, one.Reason, one.Amount)));
        Assert.Equal(["N807"], line.Remarks);
        Assert.Empty(RemittanceBalance.Of(claim));
        Assert.Null(RemittanceBalance.Of(remittance));
    }

    [Fact]
    public void WhatIsWrittenIsReadAgain() => RoundTrip.Holds(Example.Remittance);

    [Theory]
    [InlineData("SVC*HC:99213*150*82.49", "SVC*HC:99213*150*82.48", "LINE_OUT_OF_BALANCE segment 19 SVC03")]
    [InlineData("CLP*A1*1*300*153.83", "CLP*A1*1*300*153.82", "CLAIM_OUT_OF_BALANCE segment 14 CLP04", "TRANSACTION_OUT_OF_BALANCE segment 4 BPR02")]
    [InlineData("BPR*I*153.83", "BPR*I*153.84", "TRANSACTION_OUT_OF_BALANCE segment 4 BPR02")]
    [InlineData("SVC*HC:99213*150*", "SVC*HC:99213*1x50*", "X12_ELEMENT segment 19 SVC02", "LINE_OUT_OF_BALANCE segment 19 SVC03")]
    [InlineData("DTM*472*20260301", "DTM*472*20260231", "X12_ELEMENT segment 20 DTM02")]
    [InlineData("SE*31*", "SE*32*", "X12_ENVELOPE segment 33 SE01")]
    [InlineData("IEA*1*000000001", "IEA*1*000000002", "X12_ENVELOPE segment 35 IEA02")]
    [InlineData("~\nIEA*1*000000001~\n", "~\n", "X12_ENVELOPE segment 1 ISA")]
    [InlineData("005010X221A1", "004010X091", "X12_VERSION segment 2 GS08")]
    [InlineData("ST*835*", "ST*837*", "X12_VERSION segment 3 ST01")]
    [InlineData("ISA*00*", "Dear all, ISA*00*", "X12_NOT_AN_INTERCHANGE segment 1")]
    [InlineData("LQ*HE*N807~\nSVC", "QQ*HE*N807~\nSVC", "X12_UNEXPECTED_SEGMENT segment 25 QQ")]
    [InlineData("N1*PE*", "N1*PZ*", "X12_UNEXPECTED_SEGMENT segment 11 N1", "X12_MISSING_SEGMENT segment 3 ST")]
    public void EveryFaultIsToldAtItsPlace(string part, string instead, params string[] expected)
    {
        var text = Encoding.Latin1.GetString(Example.Remittance);
        Assert.Contains(part, text, StringComparison.Ordinal);
        var at = text.IndexOf(part, StringComparison.Ordinal);
        var problems = new ProblemList();
        new RemittanceReader(problems).Read(
            new MemoryStream(Encoding.Latin1.GetBytes(string.Concat(text.AsSpan(0, at), instead, text.AsSpan(at + part.Length)))),
            (_, claim) => Tell(RemittanceBalance.Of(claim), problems),
            remittance => Tell(RemittanceBalance.Of(remittance) is { } wrong ? [wrong] : [], problems));
        Assert.Equal(expected, problems.Found.Select(problem => $"{problem.Code} {problem.Path}"));
    }

    private static void Tell(IEnumerable<Imbalance> found, ProblemList problems)
    {
        foreach (var wrong in found)
        {
            problems.Add(wrong.Code, wrong.Place, wrong.Message);
        }
    }
}
