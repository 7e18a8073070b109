using OpenQpp.Law;
using OpenQpp.Rules;

namespace OpenQpp.Claims;

/// <summary>
/// <see cref="LineAdjustment"/> for lines by the million: the same tests in the same order, with whole numbers in place of findings.
/// A test holds both together, reason by reason and cent by cent.
/// </summary>
internal static class LineDecision
{
    /// <summary>The line.</summary>
    /// <param name="line">What is known of it.</param>
    /// <param name="factor">The factor of its TIN/NPI in the year of its service.</param>
    /// <param name="year">The law of the year of its service; null where the year is not recorded.</param>
    /// <param name="isInPaymentYear">There are factors of the year of its service.</param>
    /// <param name="mode">Who pays.</param>
    /// <param name="outcome">Takes the answer.</param>
    public static void Make(in LineCells line, in FactorCells factor, AdjustmentYear? year, bool isInPaymentYear, PayerMode mode, out LineOutcome outcome)
    {
        outcome = LineOutcome.Without(LineReason.UndecidedDate);
        if (line.Day == LineCells.NotKnown)
        {
            return;
        }

        if (line.Allowed == LineCells.NotKnown || line.Deductible == LineCells.NotKnown)
        {
            outcome.Reason = (sbyte)LineReason.UndecidedAmount;
            return;
        }

        if (line.Denied == 1)
        {
            outcome.Reason = (sbyte)LineReason.Denied;
            return;
        }

        if (year is not null)
        {
            LineAmountsInCents.Fill(line, 0, year, ref outcome);
        }

        if (CertainReason(line, factor, outcome, year, isInPaymentYear, mode) is { } certain)
        {
            outcome.Reason = (sbyte)certain;
            if (certain is LineReason.MedicareAdvantageContract or LineReason.MedicareAdvantageOutOfNetwork)
            {
                outcome = LineOutcome.Without(certain);
            }

            return;
        }

        outcome.Reason = OpenReason(line, factor, outcome);
        if (outcome.Reason != LineOutcome.Adjusted)
        {
            LineAmountsInCents.ForgetDecision(ref outcome);
            return;
        }

        LineAmountsInCents.Fill(line, factor.Percent, year!, ref outcome);
        if (outcome.Adjustment == 0)
        {
            outcome.Reason = (sbyte)LineReason.RoundsToZero;
        }
    }

    private static LineReason? CertainReason(in LineCells line, in FactorCells factor, in LineOutcome amounts, AdjustmentYear? year, bool isInPaymentYear, PayerMode mode) =>
        !isInPaymentYear || year is null ? LineReason.NotInPaymentYear
        : LineReasons.OfSetting(line.Setting < 0 ? null : (ClaimSetting)line.Setting, mode) is { } setting ? setting
        : line.Status != CellText.NoCode && !year.Covers(line.Status) ? LineReason.StatusNotPfs
        : line.Assigned == 0 ? LineReason.NotAssigned
        : factor.Reason is >= 0 and < (sbyte)LineReason.UndecidedStatus ? (LineReason)factor.Reason
        : mode == PayerMode.MedicareAdvantage && factor.Percent is < 0 and not FactorCells.NoPercent && !year.AppliesNegativeToPlans ? LineReason.MedicareAdvantageOutOfNetwork
        : amounts.Program == 0 ? LineReason.NothingPaid
        : null;

    private static sbyte OpenReason(in LineCells line, in FactorCells factor, in LineOutcome amounts) =>
        line.Status == CellText.NoCode ? (sbyte)LineReason.UndecidedStatus
        : line.Assigned < 0 ? (sbyte)LineReason.UndecidedAssignment
        : line.Setting < 0 ? (sbyte)LineReason.UndecidedSetting
        : amounts.Program == LineCells.NotKnown ? (sbyte)LineReason.UndecidedMsp
        : factor.Reason;
}
