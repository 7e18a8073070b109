using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Sequestration on a remittance: a percent, by date of service, of the payment after the adjustment that stands there.</summary>
[Cfr("414.1405(e)")]
public static class RemittedSequestration
{
    private static readonly Label Shown = new("MIPS payment adjustment shown", Unit.Dollars, "414.1405(e)", "the remittance shows {v}");

    /// <summary>What is to be sequestered; null where the date of service is not known or its year not recorded, or where nothing was paid.</summary>
    /// <param name="line">The line, recomputed.</param>
    /// <param name="adjustment">The adjustment that was paid on it, dollars.</param>
    public static Finding? Due(AuditedLine line, decimal adjustment) =>
        line.Line is { Service: { } service, Law: { } law, Denied: not true } ? LineAmounts.SequestrationAfter(line.Program, Finding.Given(Shown, adjustment), service, law) : null;

    /// <summary>
    /// The line with sequestration under its own code, where it stands under a code of the adjustment: nothing stands under 253, one entry
    /// is what is to be sequestered after the others, and without it the adjustment is not the one that is due.
    /// </summary>
    /// <param name="line">The line, recomputed.</param>
    /// <param name="claim">Sequestration of the claim as a whole is told.</param>
    public static (AuditedLine Line, AuditFinding? Finding) Relabelled(AuditedLine line, bool claim)
    {
        var codes = line.Codes;
        if (claim || codes.Sequestration.Count > 0 || (line.Expected.HasNumber && line.Expected.Number == codes.Adjustment))
        {
            return (line, null);
        }

        foreach (var entry in codes.Mips.Where(entry => entry.Amount != 0m))
        {
            if (Due(line, codes.Adjustment + entry.Amount)?.Number == entry.Amount)
            {
                var relabelled = line with
                {
                    Codes = new([.. codes.Mips.Where(other => !ReferenceEquals(other, entry))], [entry]),
                    Line = codes.Mips.Count == 1 ? line.Line with { HasRemark = false } : line.Line,
                };
                return (relabelled, new(AuditFindingName.SequestrationLabelledAsMips, entry.Amount, entry.Amount, 0m));
            }
        }

        return (line, null);
    }

    /// <summary>What is wrong with an amount of sequestration; null where nothing is.</summary>
    /// <param name="due">What is to be sequestered.</param>
    /// <param name="dueBefore">What would be without the adjustment.</param>
    /// <param name="shown">What stands there.</param>
    /// <param name="isTold">An entry stands there.</param>
    /// <param name="tolerance">By how much it may differ, dollars.</param>
    public static AuditFinding? Wrong(decimal due, decimal dueBefore, decimal shown, bool isTold, decimal tolerance)
    {
        var difference = shown - due;
        if (difference <= tolerance && difference >= -tolerance)
        {
            return null;
        }

        return AuditFinding.OfSequestration(
            !isTold ? AuditFindingName.SequestrationMissing
            : shown == dueBefore && dueBefore != due ? AuditFindingName.SequestrationBeforeMips
            : AuditFindingName.SequestrationAmountDiffers,
            due,
            shown);
    }
}
