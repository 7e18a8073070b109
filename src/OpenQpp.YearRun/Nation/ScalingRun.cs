using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>The scaling of a nation: factors, dollars on both sides, and the adjustment of every score.</summary>
/// <param name="Neutrality">The factors.</param>
/// <param name="PositiveDollars">Allowed charges times positive factors before rounding, without the additional adjustment.</param>
/// <param name="NegativeDollars">Allowed charges times negative factors before rounding, as a positive amount.</param>
/// <param name="AdditionalDollars">Allowed charges times additional factors before rounding; null where the year has none.</param>
/// <param name="RemainingAfterRounding">Positive less negative dollars when every percent is rounded as published.</param>
/// <param name="ByScore">The adjustment of every final score that there is.</param>
internal sealed record ScalingRun(
    BudgetNeutrality Neutrality,
    decimal PositiveDollars,
    decimal NegativeDollars,
    decimal? AdditionalDollars,
    decimal RemainingAfterRounding,
    IReadOnlyDictionary<decimal, PaymentAdjustment> ByScore)
{
    private Func<decimal, PaymentAdjustment>? ofAnyScore;

    private const decimal Hundred = 100m;

    private static readonly Label Score = new("final score", Unit.Points, "414.1380(c)", "the final score is {v}");

    /// <summary>The scaling factor; null where there is none.</summary>
    public decimal? Factor => Neutrality.ScalingFactor.NumberOrNull;

    /// <summary>The additional scaling factor; null where there is none.</summary>
    public decimal? AdditionalFactor => Neutrality.AdditionalScalingFactor?.NumberOrNull;

    /// <summary>The scaling of a nation.</summary>
    /// <param name="charges">Clinicians and charges by final score.</param>
    /// <param name="law">The law of the payment year.</param>
    public static ScalingRun For(ChargeSums charges, PaymentLaw law)
    {
        var neutrality = charges.Neutrality(law);
        // Where there is no factor nothing is scaled: zero stands in and is never used above the threshold.
        var given = new GivenScalingFactors(neutrality.ScalingFactor.NumberOrNull ?? 0m, neutrality.AdditionalScalingFactor is null ? null : neutrality.AdditionalScalingFactor.NumberOrNull ?? 0m);
        PaymentAdjustment Of(decimal score) => PaymentAdjustment.For(Finding.Given(Score, score), given, law);
        var byScore = charges.ByScore.ToDictionary(pair => pair.Key, pair => Of(pair.Key));
        var (remaining, additional) = (0m, 0m);
        foreach (var (score, (_, dollars)) in charges.ByScore)
        {
            var adjustment = byScore[score];
            remaining += dollars * adjustment.Percent.NumberOrZero / Hundred;
            additional += dollars * adjustment.AdditionalBeforeScaling.NumberOrZero * (given.AdditionalScalingFactor ?? 0m) / Hundred;
        }

        return new(neutrality, neutrality.Gained, neutrality.Lost, law.AdditionalAdjustmentPool is null ? null : additional, remaining, byScore) { ofAnyScore = Of };
    }

    /// <summary>The adjustment of a final score, also of one that counts for nobody.</summary>
    /// <param name="score">Final score, points.</param>
    public PaymentAdjustment Of(decimal score) => ByScore.TryGetValue(score, out var known) ? known : ofAnyScore!(score);
}
