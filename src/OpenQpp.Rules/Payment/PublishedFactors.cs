using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>A final score and the total percent that was published for it.</summary>
/// <param name="FinalScore">Points.</param>
/// <param name="Percent">Total adjustment, percent, rounded half up to the decimals of published percents.</param>
public readonly record struct ScoreAndPercent(decimal FinalScore, decimal Percent);

/// <summary>The values between two bounds.</summary>
/// <param name="Lowest">The lower bound.</param>
/// <param name="Highest">The upper bound.</param>
public readonly record struct FactorInterval(decimal Lowest, decimal Highest);

/// <summary>The line on which both scaling factors lie: scaling factor × base + additional scaling factor × additional = percent.</summary>
/// <param name="Pair">The published pair.</param>
/// <param name="Base">Adjustment of the score before scaling, percent.</param>
/// <param name="Additional">Additional adjustment of the score before scaling, percent; without value where none is due.</param>
public sealed record FactorLine(ScoreAndPercent Pair, Finding Base, Finding Additional);

/// <summary>What published pairs of score and percent say of the scaling factors of a payment year.</summary>
/// <remarks>
/// CMS does not publish the factors. A printed percent p stands for every percent from p less half of its last decimal up to,
/// and without, p plus that half. Scores at or below the threshold are not scaled: their percents are only checked.
/// </remarks>
/// <param name="ScalingFactor">Where the scaling factor lies; null where the pairs contradict each other.</param>
/// <param name="AdditionalScalingFactor">Where the additional scaling factor lies; null where the year has none, or the pairs contradict each other.</param>
/// <param name="Lines">The line of each pair above the threshold.</param>
/// <param name="Contradiction">The place of the pair with which no factor is left; null where there is one.</param>
/// <param name="Mismatches">Pairs at or below the threshold with the percent that they should have.</param>
[Cfr("414.1405(b)(3)")]
public sealed record PublishedFactors(
    FactorInterval? ScalingFactor,
    FactorInterval? AdditionalScalingFactor,
    IReadOnlyList<FactorLine> Lines,
    int? Contradiction,
    IReadOnlyList<(int Place, Finding Percent)> Mismatches)
{
    private const decimal Half = 0.5m;
    private const decimal Ten = 10m;

    private static readonly Label Score = new("final score", Unit.Points, "414.1380(c)", "a final score of {v} points");
    private static readonly Label Rounded = new("payment adjustment, published", Unit.Percent, "414.1405(e)", "{0} %, rounded to {1} decimals");

    /// <summary>What the pairs of one year say.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="law">The law of the payment year.</param>
    public static PublishedFactors For(IReadOnlyList<ScoreAndPercent> pairs, PaymentLaw law)
    {
        var region = new FactorRegion(law.ScalingFactorMaximum.Number, law.AdditionalScalingFactorMaximum?.Number ?? 0m);
        var margin = MarginOf(law);
        var (lines, mismatches, contradiction) = (new List<FactorLine>(), new List<(int, Finding)>(), (int?)null);
        for (var place = 0; place < pairs.Count; place++)
        {
            var (pair, score) = (pairs[place], Finding.Given(Score, pairs[place].FinalScore));
            var before = MipsPaymentAdjustmentFactor.BeforeScaling(score, law);
            if (before.Number <= 0m)
            {
                var expected = Finding.Rounding(Rounded, before, law.PercentDecimals);
                if (expected.Number != pair.Percent)
                {
                    mismatches.Add((place, expected));
                }

                continue;
            }

            var line = new FactorLine(pair, before, AdditionalAdjustmentFactor.BeforeScaling(score, law));
            lines.Add(line);
            region.Cut(line.Base.Number, line.Additional.NumberOrZero, pair.Percent - margin, pair.Percent + margin);
            contradiction ??= region.IsEmpty() ? place : null;
        }

        return contradiction is null
            ? new(region.Factors(), law.AdditionalScalingFactorMaximum is null ? null : region.AdditionalFactors(), lines, null, mismatches)
            : new(null, null, lines, contradiction, mismatches);
    }

    /// <summary>Half of the last decimal of a published percent.</summary>
    private static decimal MarginOf(PaymentLaw law)
    {
        var margin = Half;
        for (var place = 0m; place < law.PercentDecimals.Number; place++)
        {
            margin /= Ten;
        }

        return margin;
    }
}
