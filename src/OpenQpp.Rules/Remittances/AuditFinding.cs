namespace OpenQpp.Rules;

/// <summary>Something that is wrong on a remittance. Amounts are dollars; an adjustment above zero raises the payment, sequestration above zero lowers it.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Expected">The amount that is due; null where it is not known.</param>
/// <param name="Shown">The amount that stands there; null where there is none.</param>
/// <param name="Due">What the practice was paid too little; below zero, too much. 0 where a code is wrong and no amount.</param>
public sealed record AuditFinding(AuditFindingName Name, decimal? Expected, decimal? Shown, decimal Due)
{
    /// <summary>Why no adjustment is due, for <see cref="AuditFindingName.MipsUnexpected"/>.</summary>
    public LineReason? Reason { get; init; }

    /// <summary>The percent that explains the amount, for <see cref="AuditFindingName.MipsWrongFactor"/>.</summary>
    public decimal? Percent { get; init; }

    /// <summary>An adjustment that is another than the one that is due: the payment differs by as much.</summary>
    /// <param name="name">What is wrong.</param>
    /// <param name="expected">The adjustment that is due.</param>
    /// <param name="shown">The adjustment that stands there.</param>
    public static AuditFinding OfAdjustment(AuditFindingName name, decimal expected, decimal shown) => new(name, expected, shown, expected - shown);

    /// <summary>Sequestration that is another than the one that is due.</summary>
    /// <param name="name">What is wrong.</param>
    /// <param name="expected">What is to be sequestered.</param>
    /// <param name="shown">What was sequestered.</param>
    public static AuditFinding OfSequestration(AuditFindingName name, decimal expected, decimal shown) => new(name, expected, shown, shown - expected);
}
