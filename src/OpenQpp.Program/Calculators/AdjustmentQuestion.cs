using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>What payment adjustment a final score earns.</summary>
/// <param name="Score">The final score, 0 to 100.</param>
/// <param name="Scaling">Scaling factors given by the caller.</param>
public sealed record AdjustmentQuestion(decimal Score, GivenScalingFactors Scaling)
{
    private static readonly Label Given = new("final score given", Unit.Points, "414.1380(c)", "a final score of {v} was given");
    private static readonly Label Rounded = new("final score", Unit.Points, "414.1380(c)", "rounded to {1} decimals, the final score is {v}");

    /// <summary>The adjustment, or null where the question has problems.</summary>
    /// <param name="law">The law of the year.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public PaymentAdjustment? Answer(YearLaw law, ProblemList problems)
    {
        if (Score < 0m || Score > law.FinalScore.Maximum.Number)
        {
            problems.Add(ProblemCode.NUMBER_OUT_OF_RANGE, "$.score", "A final score lies between 0 and 100. Correct it.");
        }

        ScalingChecks.Check(Scaling, law, problems);
        var score = Finding.Given(Given, Score);
        return problems.IsEmpty
            ? PaymentAdjustment.For(law.Settings.FactorFromUnroundedScore ? score : Finding.Rounding(Rounded, score, law.FinalScore.Decimals), Scaling, law.Payment)
            : null;
    }
}
