using OpenQpp.Rules;
using OpenQpp.X12;

namespace OpenQpp.Remits;

/// <summary>A claim of a remittance with what the audit found.</summary>
/// <param name="File">The file.</param>
/// <param name="Remittance">The remittance.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Audit">What was recomputed; findings that a reversal takes back with their claim are gone.</param>
/// <param name="Imbalances">What does not balance.</param>
public sealed record AuditedClaim(RemittanceFile File, Remittance Remittance, RemittanceClaim Claim, RemittedClaimAudit Audit, IReadOnlyList<Imbalance> Imbalances)
{
    /// <summary>The claim and the reversal that takes it back are the mirror image of each other: their findings come to nothing together.</summary>
    public bool IsTakenBack { get; init; }

    /// <summary>A reversal that is not sound, of a claim that stands in none of the files: what it takes back is not known, so it is not judged.</summary>
    public bool IsReversalOfUnknown { get; init; }

    /// <summary>TIN of the practice; empty where it is not told.</summary>
    public string Tin => Remittance.PayeeTin ?? "";

    /// <summary>The claim is judged as one line.</summary>
    public bool IsWhole => RemittedClaims.IsWhole(Claim);

    /// <summary>What stands on the claim beside its lines under the codes of adjustment and sequestration.</summary>
    public ShownCodes Codes => ShownCodes.Of(IsWhole ? [] : [.. Claim.Adjustments.Select(RemittedClaims.Entry)]);

    /// <summary>The line as it stands in the file; null for a claim judged as one.</summary>
    /// <param name="index">Which line.</param>
    public RemittanceLine? LineAt(int index) => IsWhole ? null : Claim.Lines[index];

    /// <summary>Findings count: they are neither taken back nor of a reversal of something unknown.</summary>
    public bool IsJudged => !IsTakenBack && !IsReversalOfUnknown;
}
