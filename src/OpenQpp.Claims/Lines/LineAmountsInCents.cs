namespace OpenQpp.Claims;

/// <summary>The amounts of a claim line as <see cref="Rules.LineAmounts"/> has them, in cents. A test holds both together.</summary>
internal static class LineAmountsInCents
{
    /// <summary>Hundredths of a percent in a whole.</summary>
    private const int Whole = 10_000;

    /// <summary>The amounts of a line.</summary>
    /// <param name="line">The line; its service date, allowed amount and deductible are known.</param>
    /// <param name="percent">Hundredths of a percent that apply; 0 where no factor does.</param>
    /// <param name="year">The law of the payment year.</param>
    /// <param name="outcome">Takes the amounts.</param>
    public static void Fill(in LineCells line, int percent, AdjustmentYear year, ref LineOutcome outcome)
    {
        if (line.Allowed >= 0)
        {
            FillPositive(line, percent, year, ref outcome);
            return;
        }

        FillPositive(line.Mirrored(), percent, year, ref outcome);
        outcome = outcome.Mirrored();
    }

    /// <summary>The same amounts as far as they do not depend on whether a factor is applied.</summary>
    public static void ForgetDecision(ref LineOutcome outcome) =>
        outcome.Adjustment = outcome.Subtotal = outcome.Sequestration = outcome.Paid = LineCells.NotKnown;

    private static void FillPositive(in LineCells line, int percent, AdjustmentYear year, ref LineOutcome outcome)
    {
        var afterDeductible = line.Allowed - line.Deductible;
        outcome.Rate = year.Sequestration(line.Day);
        outcome.Coinsurance = line.Coinsurance != LineCells.NotKnown ? line.Coinsurance : Share(afterDeductible, year.CoinsurancePercent, year.IsCutOff);
        var alone = afterDeductible - outcome.Coinsurance;
        if (!TryReduction(line, alone, out var reduction))
        {
            outcome.Program = LineCells.NotKnown;
            ForgetDecision(ref outcome);
            return;
        }

        outcome.Program = Math.Max(0, alone - reduction);
        outcome.Adjustment = Share(outcome.Program, percent, year.IsCutOff);
        outcome.Subtotal = outcome.Program + outcome.Adjustment;
        outcome.Sequestration = Share(outcome.Subtotal, (int)outcome.Rate, year.IsCutOff);
        outcome.Paid = outcome.Subtotal - outcome.Sequestration;
    }

    /// <summary>By how much a primary payer lessens Medicare's payment, 42 CFR 411.33(a); false where that cannot be known.</summary>
    private static bool TryReduction(in LineCells line, long alone, out long reduction)
    {
        reduction = line.SecondaryPayerReduction;
        if (reduction != LineCells.NotKnown)
        {
            return true;
        }

        reduction = 0;
        if (line.PrimaryPaid is LineCells.NotKnown or 0)
        {
            return true;
        }

        if (line.Charge == LineCells.NotKnown || line.PrimaryAllowed == LineCells.NotKnown)
        {
            return false;
        }

        var lowest = Math.Min(Math.Min(line.Charge - line.PrimaryPaid, alone), Math.Max(line.Allowed, line.PrimaryAllowed) - line.PrimaryPaid);
        reduction = alone - Math.Max(0, lowest);
        return true;
    }

    private static long Share(long cents, int hundredths, bool isCutOff)
    {
        var product = cents * hundredths;
        return isCutOff ? product / Whole : (product + (product < 0 ? -Whole / 2 : Whole / 2)) / Whole;
    }
}
