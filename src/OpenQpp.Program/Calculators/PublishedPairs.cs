using System.Globalization;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>A published pair of final score and total percent, and where it stands.</summary>
/// <param name="PerformanceYear">The performance year.</param>
/// <param name="FinalScore">Points.</param>
/// <param name="TotalPercent">Percent.</param>
/// <param name="Place">File and line.</param>
public sealed record PublishedPair(int PerformanceYear, decimal FinalScore, decimal TotalPercent, string Place);

/// <summary>What published pairs say of the scaling factors, year by year.</summary>
/// <param name="Pairs">The pairs of any years.</param>
public sealed record PublishedPairs(IReadOnlyList<PublishedPair> Pairs)
{
    /// <summary>The factors of each year that has pairs, the first year first; null where there are problems.</summary>
    /// <param name="lawOf">The law of a year; null where it is not recorded.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public IReadOnlyList<(YearLaw Law, PublishedFactors Factors)>? Answer(Func<int, YearLaw?> lawOf, ProblemList problems)
    {
        var answers = new List<(YearLaw, PublishedFactors)>();
        foreach (var year in Pairs.GroupBy(pair => pair.PerformanceYear).OrderBy(year => year.Key))
        {
            PublishedPair[] pairs = [.. year];
            if (lawOf(year.Key) is not { } law)
            {
                problems.Add(ProblemCode.UNSUPPORTED_YEAR, pairs[0].Place, $"The law of performance year {year.Key} is not recorded. Ask for one of the years that 'openqpp years' lists.");
                continue;
            }

            var factors = PublishedFactors.For([.. pairs.Select(pair => new ScoreAndPercent(pair.FinalScore, pair.TotalPercent))], law.Payment);
            foreach (var (place, percent) in factors.Mismatches)
            {
                problems.Add(ProblemCode.PAIR_MISMATCH, pairs[place].Place, string.Create(CultureInfo.InvariantCulture, $"A final score of {pairs[place].FinalScore} is not scaled and earns {percent.Number} %. Correct the pair."));
            }

            if (factors.Contradiction is { } contradicting)
            {
                problems.Add(ProblemCode.PAIRS_CONTRADICT, pairs[contradicting].Place, $"No scaling factors within their bounds give this percent together with those before it for {year.Key}. Correct one of them.");
            }

            answers.Add((law, factors));
        }

        return problems.IsEmpty ? answers : null;
    }
}
