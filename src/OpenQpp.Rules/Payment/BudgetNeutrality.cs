using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>A clinician, for the scaling factor.</summary>
/// <param name="FinalScore">Final score, points.</param>
/// <param name="AllowedCharges">Estimated allowed charges of the payment year, dollars.</param>
public readonly record struct ScoredCharges(decimal FinalScore, decimal AllowedCharges);

/// <summary>The scaling factors that make the adjustments of a payment year budget neutral.</summary>
/// <remarks>
/// The factor lies between 0 and 3. Where nobody scores above the threshold the reductions stand without neutrality and
/// without additional adjustment, section 1848(q)(6)(F) of the Act. The additional adjustment has a pool of its own.
/// </remarks>
/// <param name="ScalingFactor">The scaling factor; without value where there is none.</param>
/// <param name="AdditionalScalingFactor">The additional scaling factor; without value where none is due, null where the year has none.</param>
/// <param name="IsNeutral">Whether gains and losses are equal, unrounded.</param>
/// <param name="Why">Null, noScoreAboveThreshold, noScoreBelowThreshold, factorAtBound or noChargesAboveThreshold.</param>
/// <param name="Lost">Allowed charges times negative factors, dollars.</param>
/// <param name="Gained">Allowed charges times positive factors after scaling, dollars.</param>
[Cfr("414.1405(b)(3)")]
[Cfr("414.1405(d)(1)")]
public sealed record BudgetNeutrality(
    Finding ScalingFactor,
    Finding? AdditionalScalingFactor,
    bool IsNeutral,
    string? Why,
    decimal Lost,
    decimal Gained)
{
    private const string Basis = "414.1405(b)(3)";
    private const string AdditionalBasis = "414.1405(d)(1)";

    private static readonly Label LostDollars = new("dollars lost", Unit.Dollars, Basis, "clinicians below the threshold lose {v} dollars of allowed charges");
    private static readonly Label GainedDollars = new("dollars gained before scaling", Unit.Dollars, Basis, "clinicians above the threshold would gain {v} dollars of allowed charges");
    private static readonly Label Ratio = new("ratio of losses to gains", Unit.Number, Basis, "{0} over {1}: {v}");
    private static readonly Label Factor = new("scaling factor", Unit.Number, Basis, "{0}, at most {1}");
    private static readonly Label AtBound = new("scaling factor", Unit.Number, Basis, "nobody above the threshold has allowed charges: the largest factor, {v}");
    private static readonly Label NobodyAbove = new("scaling factor", Unit.Number, "section 1848(q)(6)(F) of the Act", "no final score lies above the threshold: there is nothing to scale");
    private static readonly Label NothingToShare = new("scaling factor", Unit.Number, Basis, "nobody above the threshold has allowed charges and nobody loses any: there is nothing to scale");
    private static readonly Label AdditionalDollars = new("additional dollars before scaling", Unit.Dollars, AdditionalBasis, "clinicians at or above the additional threshold would gain {v} dollars of allowed charges");
    private static readonly Label AdditionalRatio = new("ratio of the pool to the additional dollars", Unit.Number, AdditionalBasis, "{0} over {1}: {v}");
    private static readonly Label AdditionalFactor = new("additional scaling factor", Unit.Number, AdditionalBasis, "{0}, at most {1}");
    private static readonly Label NoAdditional = new("additional scaling factor", Unit.Number, AdditionalBasis, "no allowed charges lie at or above the additional threshold, or no score lies above the threshold");

    /// <summary>The scaling factors of a payment year.</summary>
    /// <param name="clinicians">Everybody who is adjusted.</param>
    /// <param name="law">The law of the payment year.</param>
    public static BudgetNeutrality For(IEnumerable<ScoredCharges> clinicians, PaymentLaw law)
    {
        var sums = new Sums();
        foreach (var clinician in clinicians)
        {
            sums.Add(clinician, law);
        }

        var (factor, why) = FactorOf(sums, law);
        var gained = sums.Gained * factor.NumberOrZero;
        return new(factor, AdditionalOf(sums, law), sums.Lost == gained || (why is null && factor.HasNumber), why, sums.Lost, gained);
    }

    private static (Finding Factor, string? Why) FactorOf(Sums sums, PaymentLaw law)
    {
        var (lost, gained) = (Finding.Given(LostDollars, sums.Lost), Finding.Given(GainedDollars, sums.Gained));
        if (!sums.HasAbove)
        {
            return (Finding.NotScored(NobodyAbove, null, lost), "noScoreAboveThreshold");
        }

        if (sums.Gained == 0m)
        {
            return (sums.Lost > 0m ? Finding.Taken(AtBound, null, law.ScalingFactorMaximum, lost, gained) : Finding.NotScored(NothingToShare, null, lost, gained), "noChargesAboveThreshold");
        }

        var factor = Finding.Minimum(Factor, null, Finding.Quotient(Ratio, lost, gained), law.ScalingFactorMaximum);
        return (factor, !sums.HasBelow ? "noScoreBelowThreshold" : sums.Lost > sums.Gained * law.ScalingFactorMaximum.Number ? "factorAtBound" : null);
    }

    private static Finding? AdditionalOf(Sums sums, PaymentLaw law)
    {
        if (law is not { AdditionalAdjustmentPool: { } pool, AdditionalScalingFactorMaximum: { } maximum })
        {
            return null;
        }

        return sums.Additional == 0m || !sums.HasAbove
            ? Finding.NotScored(NoAdditional, null)
            : Finding.Minimum(AdditionalFactor, null, Finding.Quotient(AdditionalRatio, pool, Finding.Given(AdditionalDollars, sums.Additional)), maximum);
    }

    /// <summary>Sums over clinicians, of which a nation has too many for a finding each. The arithmetic is that of the factor rules.</summary>
    private sealed class Sums
    {
        public decimal Lost { get; private set; }

        public decimal Gained { get; private set; }

        public decimal Additional { get; private set; }

        public bool HasAbove { get; private set; }

        public bool HasBelow { get; private set; }

        public void Add(ScoredCharges clinician, PaymentLaw law)
        {
            var (threshold, maximum) = (law.PerformanceThreshold.Number, law.MaximumFinalScore.Number);
            var percent = law.ApplicablePercent.Number;
            if (clinician.FinalScore < threshold)
            {
                HasBelow = true;
                var isLowest = clinician.FinalScore <= threshold * law.MaximumNegativeShare.Number;
                Lost += isLowest
                    ? clinician.AllowedCharges * percent / 100m
                    : clinician.AllowedCharges * percent * (threshold - clinician.FinalScore) / (threshold * 100m);
            }
            else if (clinician.FinalScore > threshold)
            {
                HasAbove = true;
                Gained += clinician.AllowedCharges * percent * (clinician.FinalScore - threshold) / ((maximum - threshold) * 100m);
                if (law is { AdditionalPerformanceThreshold: { } additional, AdditionalFactorAtThreshold: { } least, AdditionalFactorAtMaximum: { } most }
                    && clinician.FinalScore >= additional.Number)
                {
                    var slide = (most.Number - least.Number) * (clinician.FinalScore - additional.Number) / (maximum - additional.Number);
                    Additional += clinician.AllowedCharges * (least.Number + slide) / 100m;
                }
            }
        }
    }
}
