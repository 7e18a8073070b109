using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>A Promoting Interoperability measure with its points.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Points">Its points.</param>
/// <param name="MaximumPoints">The points it could earn, after exclusions of others moved theirs to it.</param>
/// <param name="IsBonus">A bonus measure.</param>
public sealed record InteroperabilityMeasureScore(InteroperabilityMeasure Measure, Finding Points, Finding MaximumPoints, bool IsBonus);

/// <summary>The Promoting Interoperability performance category score of one set, before its weight.</summary>
/// <remarks>Older text: advancing care information (2017).</remarks>
/// <param name="Answers">The set.</param>
/// <param name="Measures">The measures with their points; none where the requirements are not met.</param>
/// <param name="Requirements">Whether all requirements are met.</param>
/// <param name="Percent">Category score, percent.</param>
[Cfr("414.1380(a)(1)(iv)")]
[Cfr("414.1380(b)(4)")]
public sealed record InteroperabilityScore(
    InteroperabilityAnswers Answers,
    InteroperabilityMeasureScore[] Measures,
    Finding Requirements,
    Finding Percent)
{
    private const string Basis = "414.1380(b)(4)";

    private static readonly Label Nothing = new("points without the requirements", Unit.Percent, Basis, "a set that misses a requirement scores {v}");
    private static readonly Label Failed = new("Promoting Interoperability performance category score", Unit.Percent, Basis, "not all requirements are met: {v} %");
    private static readonly Label Higher = new("Promoting Interoperability performance category score", Unit.Percent, "414.1325(f)(2)", "{v} %: the highest of the submissions");
    private static readonly Finding Zero = Finding.Parameter(Nothing, 0m);

    /// <summary>The score of the best of several sets; null without any.</summary>
    /// <param name="sets">The sets, at most one of each submission method.</param>
    /// <param name="participant">The participant.</param>
    /// <param name="law">The law of the year.</param>
    public static InteroperabilityScore? For(IReadOnlyList<InteroperabilityAnswers> sets, Participant participant, YearLaw law)
    {
        if (sets.Count == 0)
        {
            return null;
        }

        if (sets.Count == 1)
        {
            return Of(sets[0], participant, law);
        }

        var scores = sets.OrderBy(set => set.Method).Select(set => Of(set, participant, law)).ToArray();

        var best = scores[0];
        foreach (var candidate in scores)
        {
            if (candidate.Percent.Number > best.Percent.Number)
            {
                best = candidate;
            }
        }

        return best with
        {
            Percent = Finding.Choice(
                Higher,
                null,
                best.Percent,
                [],
                [.. scores.Where(score => !ReferenceEquals(score, best)).Select(score => new Rejection(score.Percent, "{v} %: this submission scores no more"))]),
        };
    }

    private static InteroperabilityScore Of(InteroperabilityAnswers set, Participant participant, YearLaw law) =>
        law.PromotingInteroperability.Method == InteroperabilityMethod.BasePerformanceBonus ? BasePerformanceBonus.For(set, participant, law) : PerMeasureScore.For(set, law);

    /// <summary>The score of a set that misses a requirement: all or nothing, bonus included.</summary>
    /// <param name="answers">The set.</param>
    /// <param name="requirements">The failed test.</param>
    internal static InteroperabilityScore WithoutRequirements(InteroperabilityAnswers answers, Finding requirements) =>
        new(answers, [], requirements, Finding.Taken(Failed, null, Zero, requirements));
}
