using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>What is wrong with the adjustment of a line on a remittance, to the cent: no margin.</summary>
[Cfr("414.1405(e)")]
public static class RemittedLineAudit
{
    /// <summary>What is wrong with the adjustment, its codes and its sign.</summary>
    /// <param name="line">The line, recomputed.</param>
    /// <param name="claim">The claim carries an adjustment or the remark code for its lines.</param>
    /// <param name="hasRemark">The remark code stands on the line or on the claim.</param>
    public static IEnumerable<AuditFinding> Of(AuditedLine line, bool claim, bool hasRemark)
    {
        var shown = line.Codes.Adjustment;
        if (line.Codes.Mips.Count == 0 && claim)
        {
            return [];
        }

        if (line.IsUndecided)
        {
            return line.Reason == LineReason.NotInPaymentYear && shown != 0m ? [new(AuditFindingName.MipsUnexpected, null, shown, 0m) { Reason = line.Reason }] : [];
        }

        var expected = line.Expected.Number;
        if (shown == 0m)
        {
            return line.Line.HasRemark ? [AuditFinding.OfAdjustment(AuditFindingName.N807WithoutAmount, expected, 0m)]
                : expected != 0m ? [AuditFinding.OfAdjustment(AuditFindingName.MipsMissing, expected, 0m)]
                : [];
        }

        if (expected == 0m)
        {
            return [AuditFinding.OfAdjustment(AuditFindingName.MipsUnexpected, 0m, shown) with { Reason = line.Reason ?? LineReason.RoundsToZero }];
        }

        return shown == expected ? OfCodes(line.Codes, line.Program.Number, hasRemark) : [Differing(line, expected, shown), .. OfCodes(shown == -expected ? line.Codes with { Mips = [] } : line.Codes, line.Program.Number, hasRemark)];
    }

    /// <summary>What is wrong with the codes of an adjustment: reason by its sign, group, remark code.</summary>
    /// <param name="codes">The codes.</param>
    /// <param name="program">What is paid before the adjustment; below zero on a reversal, which keeps its codes.</param>
    /// <param name="hasRemark">The remark code stands where it must.</param>
    public static IEnumerable<AuditFinding> OfCodes(ShownCodes codes, decimal program, bool hasRemark)
    {
        AuditFinding Wrong(AuditFindingName name) => AuditFinding.OfAdjustment(name, codes.Adjustment, codes.Adjustment);
        var wrong = new List<AuditFinding>();
        if (codes.Mips.Any(entry => entry.Amount != 0m && !string.Equals(entry.Reason, entry.Amount < 0m == program >= 0m ? LineAdjustment.IncentiveCode : LineAdjustment.ReductionCode, StringComparison.Ordinal)))
        {
            wrong.Add(Wrong(AuditFindingName.MipsWrongCode));
        }

        if (codes.Mips.Any(entry => entry.Group is not LineAdjustment.ObligationGroup))
        {
            wrong.Add(Wrong(AuditFindingName.MipsWrongGroup));
        }

        if (!hasRemark)
        {
            wrong.Add(Wrong(AuditFindingName.N807Missing));
        }

        return wrong;
    }

    private static AuditFinding Differing(AuditedLine line, decimal expected, decimal shown)
    {
        AuditFinding Named(AuditFindingName name) => AuditFinding.OfAdjustment(name, expected, shown);
        if (shown == -expected)
        {
            return Named(AuditFindingName.MipsWrongSign);
        }

        if (line.Line.PercentOfAllLines is { } all && RemittedAdjustment.With(line, all) == shown)
        {
            return Named(AuditFindingName.MipsWrongFactor) with { Percent = all };
        }

        if (shown - expected is 0.01m or -0.01m)
        {
            return Named(AuditFindingName.MipsOneCent);
        }

        foreach (var percent in line.Line.PercentsOfClinician)
        {
            if (RemittedAdjustment.With(line, percent) == shown)
            {
                return Named(AuditFindingName.MipsWrongFactor) with { Percent = percent };
            }
        }

        return Named(AuditFindingName.MipsAmountDiffers);
    }
}
