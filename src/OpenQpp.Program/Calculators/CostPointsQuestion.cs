using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>What a cost measure earns at a given amount.</summary>
/// <param name="MeasureId">The measure.</param>
/// <param name="Score">The amount, dollars.</param>
/// <param name="Cases">The cases; null means enough.</param>
public sealed record CostPointsQuestion(string MeasureId, decimal Score, decimal? Cases)
{
    /// <summary>The points for a group, or null where the question has problems.</summary>
    /// <param name="law">The law of the year.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public CostMeasureScore? Answer(YearLaw law, ProblemList problems)
    {
        if (!law.Catalogue.CostMeasures.TryGetValue(MeasureId, out var measure))
        {
            problems.Add(ProblemCode.UNKNOWN_MEASURE, "$.measure", $"There is no cost measure '{ShownText.Of(MeasureId)}' in {law.Year.Year}. Correct the id.");
        }

        if (Score < 0m)
        {
            problems.Add(ProblemCode.IMPOSSIBLE_COUNT, "$.score", "A cost is not negative. Correct it.");
        }

        if (Cases is < 0m)
        {
            problems.Add(ProblemCode.IMPOSSIBLE_COUNT, "$.cases", "A number of cases is not negative. Correct it.");
        }

        return problems.IsEmpty
            ? CostMeasureScore.For(new(measure!, Score, (long)(Cases ?? measure!.CaseMinimum.Number)), ParticipationOption.Group, law)
            : null;
    }
}
