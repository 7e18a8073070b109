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
                Assert.True(table.Add(int.Parse(row.Tin), npi, row));
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
        table.Add(11, 1234567893, new("000000011", RowStanding.Scored, 90m, 1.5m));
        table.Complete();
        Assert.Equal((sbyte)LineReason.UndecidedFactor, Find(table, "000000011", "").Reason);
        Assert.Equal((sbyte)LineReason.UndecidedFactor, Find(table, " ", "1234567893").Reason);
        Assert.Equal((sbyte)LineReason.NoFactor, Find(table, "", "1000000004").Reason);
        Assert.Equal(new(150, FactorSource.Mover, LineOutcome.Adjusted), Find(table, "abc", "1234567893"));
    }

    [Fact]
    public void TheSamePairIsTakenOnce()
    {
        var table = new FactorTable(PayerMode.OriginalMedicare);
        Assert.True(table.Add(11, 0, new("000000011", RowStanding.Scored, 90m, 1.5m)));
        Assert.False(table.Add(11, 0, new("000000011", RowStanding.Scored, 90m, 1.5m)));
        Assert.True(table.Add(12, 0, new("000000012", RowStanding.Scored, 90m, 1.5m)));
    }

    private static FactorCells Find(FactorTable table, string tin, string npi) => table.Find(PairId.Of(Encoding.UTF8.GetBytes(tin), Encoding.UTF8.GetBytes(npi)));
}
