using OpenQpp.X12;

namespace OpenQpp.Remits;

/// <summary>Hands what an audit finds to several takers, one after the other.</summary>
/// <param name="takers">The takers.</param>
public sealed class SeveralTakers(params IReadOnlyList<IAuditTaker> takers) : IAuditTaker
{
    /// <inheritdoc/>
    public void Take(AuditedClaim claim)
    {
        foreach (var taker in takers)
        {
            taker.Take(claim);
        }
    }

    /// <inheritdoc/>
    public void SetAside(Remittance remittance, RemittanceClaim claim)
    {
        foreach (var taker in takers)
        {
            taker.SetAside(remittance, claim);
        }
    }

    /// <inheritdoc/>
    public void End(RemittanceFile file, Remittance remittance, Imbalance? imbalance)
    {
        foreach (var taker in takers)
        {
            taker.End(file, remittance, imbalance);
        }
    }
}
