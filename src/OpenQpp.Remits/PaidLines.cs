using OpenQpp.Program;
using OpenQpp.Rules;

namespace OpenQpp.Remits;

/// <summary>Claim lines as they are paid.</summary>
public static class PaidLines
{
    /// <summary>A line with what the rule made of it; an amount that is not known is none.</summary>
    /// <param name="line">The line as it was billed.</param>
    /// <param name="made">What the rule made of it.</param>
    public static PaidLine Of(PaidLine line, LineAdjustment made) => line with
    {
        Coinsurance = made.Amounts?.Coinsurance.NumberOrZero ?? 0m,
        Program = made.Amounts?.Program.NumberOrZero ?? 0m,
        Mips = made.Amounts?.Adjustment.NumberOrZero ?? 0m,
        Sequestration = made.Amounts?.Sequestration.NumberOrZero ?? 0m,
        Group = made.GroupCode,
        Reason = made.ReasonCode,
        Remark = made.RemarkCode,
        SequestrationReason = made.SequestrationCode,
    };
}
