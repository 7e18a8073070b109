using System.Text;
using OpenQpp.Claims;
using OpenQpp.Rules;
using Xunit;

namespace OpenQpp.ClaimLines;

/// <summary>The table of factors answers as the rule does.</summary>
public sealed class FactorTableTests
{
    [Theory]
    [InlineData(PayerMode.OriginalMedicare)]
    [InlineData(PayerMode.MedicareAdvantage)]
    public void EveryClinicianIsFoundAsTheRuleSays(PayerMode mode)
    {
        var (random, table, clinicians) = (new RandomLine(5), new FactorTable(mode), new List<FactorRow[]>());
        for (var npi = 0; npi < 20_000; npi++)
        {
            clinicians.Add(random.Rows());
            foreach (var row in clinicians[npi])
            {
                Assert.True(table.Add(int.Parse(row.Tin), npi, new(row.Standing, row.FinalScore, row.Percent)));
            }
        }

        table.Complete();
        for (var npi = 0; npi < clinicians.Count; npi++)
        {
            var tin = random.Tin();
            var expected = mode == PayerMode.MedicareAdvantage ? LineFactor.OfMedicareAdvantage(tin, clinicians[npi]) : LineFactor.For(tin, clinicians[npi]);
            Assert.Equal(FactorCells.Of(expected), Find(table, tin, npi.ToString("D10")));
        }
    }

    [Fact]
    public void ATinOrNpiThatIsNotKnownLeavesTheFactorOpen()
    {
        var table = new FactorTable(PayerMode.OriginalMedicare);
        table.Add(11, 1234567893, new(RowStanding.Scored, 90m, 1.5m));
        table.Complete();
        Assert.Equal((sbyte)LineReason.UndecidedFactor, Find(table, "000000011", "").Reason);
        Assert.Equal((sbyte)LineReason.UndecidedFactor, Find(table, " ", "1234567893").Reason);
        Assert.Equal((sbyte)LineReason.NoFactor, Find(table, "", "1000000004").Reason);
        Assert.Equal(new(150, (byte)FactorSource.Mover, LineOutcome.Adjusted), Find(table, "abc", "1234567893"));
    }

    [Fact]
    public void TheSamePairIsTakenOnce()
    {
        var table = new FactorTable(PayerMode.OriginalMedicare);
        Assert.True(table.Add(11, 0, new(RowStanding.Scored, 90m, 1.5m)));
        Assert.False(table.Add(11, 0, new(RowStanding.Scored, 90m, 1.5m)));
        Assert.True(table.Add(12, 0, new(RowStanding.Scored, 90m, 1.5m)));
    }

    /// <summary>Each TIN/NPI has one row, and a line of another TIN has none: sums are kept by it.</summary>
    [Fact]
    public void ThePairIsFoundInItsOwnRow()
    {
        var table = new FactorTable(PayerMode.OriginalMedicare);
        table.Add(11, 7, new(RowStanding.Scored, 90m, 1.5m));
        table.Add(12, 7, new(RowStanding.Scored, 80m, 1m));
        table.Add(11, 8, new(RowStanding.Qp, null, null));
        table.Complete();
        Assert.Equal(3, table.Count);
        Assert.Equal([0, 1, 2, FactorFound.NoRow, FactorFound.NoRow], new (long Tin, long Npi)[] { (11, 7), (12, 7), (11, 8), (13, 7), (11, 9) }.Select(pair => table.Find(new(pair.Tin, pair.Npi)).Row));
    }

    private static FactorCells Find(FactorTable table, string tin, string npi) => table.Find(PairId.Of(Encoding.UTF8.GetBytes(tin), Encoding.UTF8.GetBytes(npi))).Cells;
}
