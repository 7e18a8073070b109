using OpenQpp.Rules;

namespace OpenQpp.Remits;

/// <summary>What was found of one practice.</summary>
/// <param name="tin">TIN; empty where it is not told.</param>
public sealed class PracticeTotals(string tin)
{
    private readonly SortedDictionary<AuditFindingName, (long Count, decimal Due)> findings = [];
    private readonly SortedDictionary<LineReason, (long Lines, decimal Dollars)> undecided = [];
    private readonly SortedDictionary<LineReason, long> unadjusted = [];

    /// <summary>TIN; empty where it is not told.</summary>
    public string Tin => tin;

    /// <summary>Its name on its last remittance.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Remittances.</summary>
    public long Remittances { get; internal set; }

    /// <summary>Claims of Medicare Part B.</summary>
    public long Claims { get; internal set; }

    /// <summary>Lines of them.</summary>
    public long Lines { get; internal set; }

    /// <summary>Lines with codes of the adjustment.</summary>
    public long LinesWithMips { get; internal set; }

    /// <summary>Lines with an adjustment that is right to the cent.</summary>
    public long LinesThatAgree { get; internal set; }

    /// <summary>Claims of other payers.</summary>
    public long SetAside { get; internal set; }

    /// <summary>Reversals.</summary>
    public long Reversals { get; internal set; }

    /// <summary>Claims with findings that were taken back as they were, each with its reversal.</summary>
    public long TakenBack { get; internal set; }

    /// <summary>Reversals that are not judged because the claim that they take back is in none of the files.</summary>
    public long ReversalsOfUnknown { get; internal set; }

    /// <summary>Lines on which another payer paid first.</summary>
    public long SecondaryLines { get; internal set; }

    /// <summary>Adjustments that stand on the remittances, dollars.</summary>
    public decimal Adjustments { get; internal set; }

    /// <summary>Sequestration that stands on the remittances, dollars.</summary>
    public decimal Sequestration { get; internal set; }

    /// <summary>Findings by name, with what the practice was paid too little by them.</summary>
    public IReadOnlyDictionary<AuditFindingName, (long Count, decimal Due)> Findings => findings;

    /// <summary>Lines of which it is not known whether an adjustment is due, with what was paid before it.</summary>
    public IReadOnlyDictionary<LineReason, (long Lines, decimal Dollars)> Undecided => undecided;

    /// <summary>Lines without adjustment, by reason.</summary>
    public IReadOnlyDictionary<LineReason, long> Unadjusted => unadjusted;

    /// <summary>What was paid too little, dollars.</summary>
    public decimal Underpaid { get; private set; }

    /// <summary>What was paid too much, dollars.</summary>
    public decimal Overpaid { get; private set; }

    /// <summary>What is at stake, either way, dollars.</summary>
    public decimal AtStake => Underpaid + Overpaid;

    /// <summary>Remark code N807 stands somewhere.</summary>
    internal bool HasRemark { get; set; }

    /// <summary>Lines that have a factor and may be adjusted, and what their factor would give.</summary>
    internal (long Lines, decimal Dollars) WithFactor { get; set; }

    internal void Add(AuditFinding finding)
    {
        var (count, due) = findings.GetValueOrDefault(finding.Name);
        findings[finding.Name] = (count + 1, due + finding.Due);
        if (IsOfBalance(finding.Name))
        {
            return;
        }

        Underpaid += finding.Due > 0m ? finding.Due : 0m;
        Overpaid += finding.Due < 0m ? -finding.Due : 0m;
    }

    internal void AddUndecided(LineReason reason, decimal dollars)
    {
        var (lines, sum) = undecided.GetValueOrDefault(reason);
        undecided[reason] = (lines + 1, sum + dollars);
    }

    internal void AddUnadjusted(LineReason reason) => unadjusted[reason] = unadjusted.GetValueOrDefault(reason) + 1;

    /// <summary>What does not balance is no adjustment: it is told, and counts for nothing that is at stake under MIPS.</summary>
    private static bool IsOfBalance(AuditFindingName name) => name is AuditFindingName.LineOutOfBalance or AuditFindingName.ClaimOutOfBalance or AuditFindingName.TransactionOutOfBalance;
}
