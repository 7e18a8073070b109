using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Who pays the line, and so which lines are adjusted.</summary>
public enum PayerMode
{
    /// <summary>Original Medicare.</summary>
    OriginalMedicare,

    /// <summary>A Medicare Advantage plan, for clinicians without contract.</summary>
    MedicareAdvantage,
}

/// <summary>
/// Whether the factor of a TIN/NPI is applied to a claim line, and what becomes of its amounts. A test that fails for certain is told
/// before one that cannot be made.
/// </summary>
/// <param name="Reason">Why the line is not adjusted; null where it is.</param>
/// <param name="Factor">The factor of the TIN/NPI.</param>
/// <param name="Amounts">The amounts; null where they cannot be computed.</param>
[Cfr("414.1405(e)")]
[Cfr("414.1405(f)")]
public sealed record LineAdjustment(LineReason? Reason, LineFactor Factor, LineAmounts? Amounts)
{
    /// <summary>The group code of an adjustment: a contractual obligation or regulatory requirement.</summary>
    public const string ObligationGroup = "CO";

    /// <summary>The claim adjustment reason code of an incentive.</summary>
    public const string IncentiveCode = "144";

    /// <summary>The claim adjustment reason code of a reduction.</summary>
    public const string ReductionCode = "237";

    /// <summary>The remittance advice remark code of a payment adjustment based on MIPS.</summary>
    public const string MipsRemark = "N807";

    /// <summary>The claim adjustment reason code of sequestration.</summary>
    public const string SequestrationReason = "253";

    private static readonly Label Adjusted = new("MIPS payment adjustment of the line", Unit.Dollars, "414.1405(e)", "the factor is applied: {v}");

    /// <summary>What is added to the payment, dollars, or why nothing is.</summary>
    public Finding Decision => Reason is { } reason ? reason.Finding() : Finding.Taken(Adjusted, null, Amounts!.Adjustment);

    /// <summary>The group code of the adjustment on a remittance; null without adjustment.</summary>
    public string? GroupCode => Reason is null ? ObligationGroup : null;

    /// <summary>The claim adjustment reason code: 144 for an incentive, 237 for a reduction; null without adjustment.</summary>
    public string? ReasonCode => Reason is null ? Factor.Percent!.Number > 0m ? IncentiveCode : ReductionCode : null;

    /// <summary>The remittance advice remark code; null without adjustment.</summary>
    public string? RemarkCode => Reason is null ? MipsRemark : null;

    /// <summary>The reason code of sequestration; null where nothing is sequestered.</summary>
    public string? SequestrationCode => Amounts?.Sequestration.NumberOrNull is { } amount && amount != 0m ? SequestrationReason : null;

    /// <summary>The line.</summary>
    /// <param name="line">What is known of it.</param>
    /// <param name="factor">The factor of its TIN/NPI in the year of its service.</param>
    /// <param name="isInPaymentYear">There are factors of the year of its service.</param>
    /// <param name="law">The law of the year of its service; null where the year is not recorded.</param>
    /// <param name="mode">Who pays.</param>
    public static LineAdjustment For(ClaimLine line, LineFactor factor, bool isInPaymentYear, YearLaw? law, PayerMode mode = PayerMode.OriginalMedicare)
    {
        var unadjusted = law is not null && line is { Service: not null, HasAmounts: true } ? LineAmounts.For(line, null, law) : null;
        if (CertainReason(line, factor, unadjusted, isInPaymentYear, law, mode) is { } certain)
        {
            return new(certain, factor, OfPaid(certain, unadjusted));
        }

        if (OpenReason(line, factor, unadjusted) is { } open)
        {
            return new(open, factor, unadjusted!.WithoutDecision());
        }

        var amounts = LineAmounts.For(line, factor.Percent, law!);
        return amounts.Adjustment.Number == 0m ? new(LineReason.RoundsToZero, factor, unadjusted) : new(null, factor, amounts);
    }

    /// <summary>A denied line pays nothing and a plan's line is not sequestered by original Medicare: neither has amounts.</summary>
    private static LineAmounts? OfPaid(LineReason reason, LineAmounts? amounts) =>
        reason is LineReason.Denied or LineReason.MedicareAdvantageContract or LineReason.MedicareAdvantageOutOfNetwork ? null : amounts;

    private static LineReason? CertainReason(ClaimLine line, LineFactor factor, LineAmounts? amounts, bool isInPaymentYear, YearLaw? law, PayerMode mode) =>
        line.Service is null ? LineReason.UndecidedDate
        : !line.HasAmounts ? LineReason.UndecidedAmount
        : line.Denied == true ? LineReason.Denied
        : !isInPaymentYear || law is null ? LineReason.NotInPaymentYear
        : LineReasons.OfSetting(line.Setting, mode) is { } setting ? setting
        : line.Status is { } status && !(law.Claims.Statuses.TryGetValue(status, out var covered) && covered.Flag) ? LineReason.StatusNotPfs
        : line.Assigned == false ? LineReason.NotAssigned
        : factor.Reason is { } none && !none.IsUndecided() ? none
        : mode == PayerMode.MedicareAdvantage && factor.Percent is { Number: < 0m } && !law.Settings.MedicareAdvantageAppliesNegative ? LineReason.MedicareAdvantageOutOfNetwork
        : amounts!.Program.NumberOrNull == 0m ? LineReason.NothingPaid
        : null;

    private static LineReason? OpenReason(ClaimLine line, LineFactor factor, LineAmounts? amounts) =>
        line.Status is null ? LineReason.UndecidedStatus
        : line.Assigned is null ? LineReason.UndecidedAssignment
        : line.Setting is null ? LineReason.UndecidedSetting
        : !amounts!.Program.HasNumber ? LineReason.UndecidedMsp
        : factor.Reason;
}
