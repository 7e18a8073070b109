using OpenQpp.Claims;
using OpenQpp.Rules;
using Xunit;

namespace OpenQpp.ClaimLines;

/// <summary>Lines by the million are decided as one line is: the same reason, the same amounts to the cent.</summary>
public sealed class LineDecisionTests
{
    private const int Lines = 20_000;

    public static TheoryData<int, string, PayerMode> Laws()
    {
        var data = new TheoryData<int, string, PayerMode>();
        foreach (var year in Known.Book.Years)
        {
            data.Add(year.Year, "", PayerMode.OriginalMedicare);
        }

        data.Add(2024, "", PayerMode.MedicareAdvantage);
        data.Add(2024, "maNegativeAdjustments=no", PayerMode.MedicareAdvantage);
        data.Add(2020, "claimCents=cutOff", PayerMode.OriginalMedicare);
        return data;
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void TheFastFormIsTheRule(int performanceYear, string setting, PayerMode mode)
    {
        var overrides = setting.Split('=') is [var name, var value] ? new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value } : Known.NoOverrides;
        var law = Known.Book.Of(new(performanceYear), overrides);
        var (fast, random, reasons) = (new AdjustmentYear(law), new RandomLine(performanceYear), new HashSet<LineReason?>());
        for (var number = 0; number < Lines; number++)
        {
            var (line, rows, tin) = (random.Next(law.Claims.PaymentYear.Year), random.Rows(), random.Tin());
            var factor = mode == PayerMode.MedicareAdvantage ? LineFactor.OfMedicareAdvantage(tin, rows) : LineFactor.For(tin, rows);
            var isOfYear = line.Service is { } day && day.Year == fast.PaymentYear;
            var isInPaymentYear = isOfYear && random.Usually();
            var expected = LineAdjustment.For(line, factor, isInPaymentYear, isOfYear ? law : null, mode);
            LineDecision.Make(RandomLine.Cells(line), FactorCells.Of(factor), isOfYear ? fast : null, isInPaymentYear, mode, out var found);
            Assert.Equal((number, Words(expected)), (number, Words(found)));
            reasons.Add(expected.Reason);
        }

        Assert.Contains(null, reasons);
        Assert.True(reasons.Count >= 20, string.Join(", ", reasons));
    }

    private static (string, decimal?, decimal?, decimal?, decimal?, decimal?, decimal?, decimal?) Words(LineAdjustment line) => (
        line.Reason?.Word() ?? "adjusted",
        line.Amounts?.Coinsurance.NumberOrNull,
        line.Amounts?.Program.NumberOrNull,
        line.Amounts?.Adjustment.NumberOrNull,
        line.Amounts?.Subtotal.NumberOrNull,
        line.Amounts?.Rate.NumberOrNull,
        line.Amounts?.Sequestration.NumberOrNull,
        line.Amounts?.Paid.NumberOrNull);

    private static (string, decimal?, decimal?, decimal?, decimal?, decimal?, decimal?, decimal?) Words(in LineOutcome line) => (
        line.Reason == LineOutcome.Adjusted ? "adjusted" : ((LineReason)line.Reason).Word(),
        RandomLine.Dollars(line.Coinsurance),
        RandomLine.Dollars(line.Program),
        RandomLine.Dollars(line.Adjustment),
        RandomLine.Dollars(line.Subtotal),
        RandomLine.Dollars(line.Rate),
        RandomLine.Dollars(line.Sequestration),
        RandomLine.Dollars(line.Paid));
}
