namespace OpenQpp.Rules;

/// <summary>What stands on a remittance under the codes of the adjustment and of sequestration.</summary>
/// <param name="Mips">Entries of reason 144 or 237: several of a service count together.</param>
/// <param name="Sequestration">Entries of reason 253.</param>
public sealed record ShownCodes(IReadOnlyList<RemittedEntry> Mips, IReadOnlyList<RemittedEntry> Sequestration)
{
    /// <summary>The group code of adjustments that are neither the patient's nor another payer's affair.</summary>
    public const string Group = "CO";

    /// <summary>Reason of an incentive.</summary>
    public const string Incentive = "144";

    /// <summary>Reason of a reduction by law.</summary>
    public const string Reduction = "237";

    /// <summary>Reason of sequestration.</summary>
    public const string Sequestered = "253";

    /// <summary>Reason of a payment that was made to the patient: the claim was not assigned.</summary>
    public const string PaidToPatient = "100";

    /// <summary>Remark code of an adjustment under MIPS.</summary>
    public const string Remark = "N807";

    /// <summary>The entries of a line or a claim under these codes.</summary>
    /// <param name="entries">All its entries.</param>
    public static ShownCodes Of(IReadOnlyList<RemittedEntry> entries) =>
        new([.. entries.Where(entry => entry.Reason is Incentive or Reduction)], [.. entries.Where(entry => entry.Reason is Sequestered)]);

    /// <summary>Whether an entry stands between the charge and what is paid before adjustment and sequestration.</summary>
    /// <param name="entry">The entry.</param>
    public static bool IsBeforeAdjustment(RemittedEntry entry) => entry.Reason is not (Incentive or Reduction or Sequestered or PaidToPatient);

    /// <summary>The adjustment that is shown, dollars; above zero it raises the payment.</summary>
    public decimal Adjustment => -Mips.Sum(entry => entry.Amount);

    /// <summary>What is shown as sequestered, dollars.</summary>
    public decimal SequesteredAmount => Sequestration.Sum(entry => entry.Amount);
}
