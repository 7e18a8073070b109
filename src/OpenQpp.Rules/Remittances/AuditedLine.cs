using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>A line of a remittance, recomputed.</summary>
/// <param name="Line">The line.</param>
/// <param name="Codes">What stands on it under the codes of adjustment and sequestration.</param>
/// <param name="Program">What is paid before adjustment and sequestration, dollars.</param>
/// <param name="Adjustment">Whether an adjustment is due, and its amounts.</param>
/// <param name="Expected">The adjustment that is due, dollars; without value where it is not known.</param>
public sealed record AuditedLine(RemittedLine Line, ShownCodes Codes, Finding Program, LineAdjustment Adjustment, Finding Expected)
{
    /// <summary>What is to be sequestered after the adjustment that stands there, dollars; null where it is not known.</summary>
    public Finding? Sequestration { get; init; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<AuditFinding> Findings { get; init; } = [];

    /// <summary>The line has an entry or the remark code of an adjustment.</summary>
    public bool CarriesMips => Line.HasRemark || Codes.Mips.Count > 0;

    /// <summary>Why no adjustment is due, or why that is not known; null where one is due.</summary>
    public LineReason? Reason { get; init; }

    /// <summary>Not known whether an adjustment is due, or how much: the line is counted and not judged.</summary>
    public bool IsUndecided => !Expected.HasNumber;

    /// <summary>An adjustment is due as far as the factor goes, whatever else is not known of the line.</summary>
    public bool HasFactor => Line.Factor is { Reason: null, Percent: not null } && Program.Number != 0m && (Reason is null || Reason.Value.IsUndecided());
}
