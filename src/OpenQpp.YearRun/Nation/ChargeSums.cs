using System.Runtime.InteropServices;
using OpenQpp.Law;
using OpenQpp.Rules;

namespace OpenQpp.YearRun;

/// <summary>Clinicians and allowed charges by final score. There are few scores, so sums are exact, small and without order.</summary>
internal sealed class ChargeSums
{
    private readonly Dictionary<decimal, (long Clinicians, decimal Charges)> byScore = [];
    private SortedDictionary<decimal, (long Clinicians, decimal Charges)>? sorted;

    /// <summary>Clinicians and their charges, by final score from the lowest.</summary>
    public IReadOnlyDictionary<decimal, (long Clinicians, decimal Charges)> ByScore => sorted ??= new(byScore);

    /// <summary>Adds clinicians with a final score.</summary>
    /// <param name="score">The score.</param>
    /// <param name="clinicians">How many.</param>
    /// <param name="charges">Their allowed charges, dollars.</param>
    public void Add(decimal score, long clinicians, decimal charges)
    {
        sorted = null;
        ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(byScore, score, out _);
        sums = (sums.Clinicians + clinicians, sums.Charges + charges);
    }

    public void Add(ChargeSums other)
    {
        foreach (var (score, (clinicians, charges)) in other.byScore)
        {
            Add(score, clinicians, charges);
        }
    }

    /// <summary>The scaling factors that these charges ask for.</summary>
    /// <param name="law">The law of the payment year.</param>
    public BudgetNeutrality Neutrality(PaymentLaw law) =>
        BudgetNeutrality.For(ByScore.Select(pair => new ScoredCharges(pair.Key, pair.Value.Charges)), law);
}
