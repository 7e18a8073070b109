using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>The payment adjustment of a final score. A nation is scored before its scaling factors are known, and asks only whether one is due.</summary>
/// <param name="score">The final score.</param>
/// <param name="scaling">The scaling factors given.</param>
/// <param name="law">The payment law of the year.</param>
public sealed class DueAdjustment(Finding score, GivenScalingFactors scaling, PaymentLaw law)
{
    private static readonly Label ScoreLabel = new("final score", Unit.Points, "414.1380(c)", "the final score is {v}, as explained under its own name");

    private PaymentAdjustment? value;

    /// <summary>The adjustment.</summary>
    public PaymentAdjustment Value => value ??= PaymentAdjustment.For(Finding.Given(ScoreLabel, score.Number), scaling, law);
}
