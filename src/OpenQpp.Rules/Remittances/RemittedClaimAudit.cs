using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>A claim of a remittance, recomputed.</summary>
/// <param name="Lines">Its lines, each with what is wrong with it.</param>
/// <param name="Findings">What is wrong with the claim as a whole.</param>
/// <param name="Expected">The adjustment that is due for the claim as a whole, where it stands there; null where it does not, or is not known.</param>
[Cfr("414.1405(e)")]
public sealed record RemittedClaimAudit(IReadOnlyList<AuditedLine> Lines, IReadOnlyList<AuditFinding> Findings, decimal? Expected)
{
    /// <summary>All that is wrong, lines first.</summary>
    public IEnumerable<AuditFinding> All => Lines.SelectMany(line => line.Findings).Concat(Findings);

    /// <summary>The claim, recomputed.</summary>
    /// <param name="claim">The claim.</param>
    public static RemittedClaimAudit For(RemittedClaim claim)
    {
        var wide = ShownCodes.Of(claim.Entries);
        var isAdjustedAsClaim = wide.Mips.Count > 0 || (claim.HasRemark && claim.Lines.All(line => ShownCodes.Of(line.Entries).Mips.Count == 0));
        var lines = claim.Lines.Select(line => Audited(line, claim, wide, isAdjustedAsClaim)).ToArray();
        var covered = lines.Where(line => line.Codes.Mips.Count == 0).ToArray();
        var expected = isAdjustedAsClaim && !covered.Any(line => line.IsUndecided) ? covered.Sum(line => line.Expected.Number) : (decimal?)null;
        AuditFinding[] findings = [.. OfAdjustment(claim, wide, expected), .. OfSequestration(lines, wide)];
        return new(lines, findings, expected);
    }

    private static AuditedLine Audited(RemittedLine given, RemittedClaim claim, ShownCodes wide, bool isAdjustedAsClaim)
    {
        var (line, labelled) = RemittedSequestration.Relabelled(RemittedAdjustment.For(given, isAdjustedAsClaim), wide.Sequestration.Count > 0);
        var findings = new List<AuditFinding>();
        if (labelled is not null)
        {
            findings.Add(labelled);
        }

        findings.AddRange(RemittedLineAudit.Of(line, isAdjustedAsClaim, given.HasRemark || claim.HasRemark));
        // An adjustment of the claim as a whole lies on each of its lines as its own share of it.
        var adjustment = line.Codes.Adjustment + (wide.Mips.Count > 0 && line.Codes.Mips.Count == 0 ? line.Expected.NumberOrZero : 0m);
        var due = RemittedSequestration.Due(line, adjustment);
        if (due is not null && (wide.Sequestration.Count == 0 || line.Codes.Sequestration.Count > 0)
            && RemittedSequestration.Wrong(due.Number, Before(line), line.Codes.SequesteredAmount, line.Codes.Sequestration.Count > 0, given.Law!.Settings.SequestrationTolerance) is { } wrong)
        {
            findings.Add(wrong);
        }

        return line with { Findings = findings, Sequestration = due };
    }

    private static IEnumerable<AuditFinding> OfAdjustment(RemittedClaim claim, ShownCodes wide, decimal? expected)
    {
        if (expected is not { } due || (wide.Mips.Count == 0 && !claim.HasRemark))
        {
            return [];
        }

        return wide.Mips.Count == 0 ? [AuditFinding.OfAdjustment(AuditFindingName.N807WithoutAmount, due, 0m)]
            : wide.Adjustment != due ? [AuditFinding.OfAdjustment(AuditFindingName.MipsClaimLevelDiffers, due, wide.Adjustment)]
            : RemittedLineAudit.OfCodes(wide, claim.Lines.Sum(line => line.Charge), claim.HasRemark);
    }

    private static IEnumerable<AuditFinding> OfSequestration(AuditedLine[] lines, ShownCodes wide)
    {
        var covered = lines.Where(line => line.Codes.Sequestration.Count == 0).ToArray();
        return wide.Sequestration.Count > 0 && covered.Length > 0 && covered.All(line => line.Sequestration is not null)
            && RemittedSequestration.Wrong(covered.Sum(line => line.Sequestration!.Number), covered.Sum(Before), wide.SequesteredAmount, isTold: true, covered[0].Line.Law!.Settings.SequestrationTolerance) is { } wrong
            ? [wrong]
            : [];
    }

    private static decimal Before(AuditedLine line) => RemittedSequestration.Due(line, 0m)?.Number ?? 0m;
}
