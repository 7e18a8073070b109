namespace OpenQpp.Rules;

/// <summary>What stands on a remittance under the codes of the adjustment and of sequestration.</summary>
/// <param name="Mips">Entries of reason 144 or 237: several of a service count together.</param>
/// <param name="Sequestration">Entries of reason 253.</param>
public sealed record ShownCodes(IReadOnlyList<RemittedEntry> Mips, IReadOnlyList<RemittedEntry> Sequestration)
{
    /// <summary>Reason of a payment that was made to the patient: the claim was not assigned.</summary>
    public const string PaidToPatient = "100";

    /// <summary>The entries of a line or a claim under these codes.</summary>
    /// <param name="entries">All its entries.</param>
    public static ShownCodes Of(IReadOnlyList<RemittedEntry> entries) =>
        new([.. entries.Where(entry => entry.Reason is LineAdjustment.IncentiveCode or LineAdjustment.ReductionCode)], [.. entries.Where(entry => entry.Reason is LineAdjustment.SequestrationReason)]);

    /// <summary>Whether an entry stands between the charge and what is paid before adjustment and sequestration.</summary>
    /// <param name="entry">The entry.</param>
    public static bool IsBeforeAdjustment(RemittedEntry entry) => entry.Reason is not (LineAdjustment.IncentiveCode or LineAdjustment.ReductionCode or LineAdjustment.SequestrationReason or PaidToPatient);

    /// <summary>The adjustment that is shown, dollars; above zero it raises the payment.</summary>
    public decimal Adjustment => -Mips.Sum(entry => entry.Amount);

    /// <summary>What is shown as sequestered, dollars.</summary>
    public decimal SequesteredAmount => Sequestration.Sum(entry => entry.Amount);
}
