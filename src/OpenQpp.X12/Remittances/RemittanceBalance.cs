using OpenQpp.Vocabulary;

namespace OpenQpp.X12;

/// <summary>What does not balance on a remittance.</summary>
/// <param name="Code">LINE_, CLAIM_ or TRANSACTION_OUT_OF_BALANCE.</param>
/// <param name="Place">Where.</param>
/// <param name="Expected">The amount that follows from charge and adjustments, dollars.</param>
/// <param name="Told">The amount that the remittance says, dollars.</param>
public sealed record Imbalance(ProblemCode Code, string Place, decimal Expected, decimal Told)
{
    /// <summary>The imbalance as a problem.</summary>
    public string Message => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The payment is told as {Told:0.00}, but {Expected:0.00} follows from the charge and the adjustments. Ask the payer for a corrected remittance.");
}

/// <summary>
/// Balance: the charge less every adjustment is the payment, of a line and of a claim; the claims less the provider's adjustments are the
/// payment of the remittance. Lines are held to it where their adjustments stand on lines.
/// </summary>
public static class RemittanceBalance
{
    /// <summary>What does not balance in a claim.</summary>
    /// <param name="claim">The claim.</param>
    public static IEnumerable<Imbalance> Of(RemittanceClaim claim)
    {
        foreach (var line in claim.Lines.Where(line => line.Remainder != line.Paid))
        {
            yield return new(ProblemCode.LINE_OUT_OF_BALANCE, line.Loop.First.Place(3), line.Remainder, line.Paid);
        }

        if (claim.Remainder != claim.Paid)
        {
            yield return new(ProblemCode.CLAIM_OUT_OF_BALANCE, claim.Loop.First.Place(4), claim.Remainder, claim.Paid);
        }
    }

    /// <summary>What does not balance in a remittance that was read to its end; null where it does.</summary>
    /// <param name="remittance">The remittance.</param>
    public static Imbalance? Of(Remittance remittance)
    {
        var expected = remittance.PaidForClaims - remittance.ProviderAdjustments.Sum(adjustment => adjustment.Amount);
        return expected == remittance.Payment || remittance.Root.Find("BPR") is not { } payment ? null : new(ProblemCode.TRANSACTION_OUT_OF_BALANCE, payment.Place(2), expected, remittance.Payment);
    }
}
