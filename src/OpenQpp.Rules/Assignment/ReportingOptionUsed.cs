using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>
/// Which result of one participant is its final score when it reported in several ways: the highest. A facility-based result
/// is first held against the others as the year has it.
/// </summary>
/// <param name="FinalScore">The final score that is used, and those that are not.</param>
/// <param name="Used">The place of the result that is used; null where no result has a final score.</param>
/// <param name="Reasons">For each result why it is not used; null for the one that is.</param>
[Cfr("414.1380(e)(6)(vi)")]
public sealed record ReportingOptionUsed(Finding FinalScore, int? Used, IReadOnlyList<string?> Reasons)
{
    private const string Basis = "2024 MIPS Performance Feedback FAQs, final score";

    private static readonly Label Taken = new("final score of the participant", Unit.Points, Basis, "the highest result is used: {v} points");
    private static readonly Label Nothing = new("final score of the participant", Unit.Points, Basis, "no result has a final score");

    /// <summary>The result that is used.</summary>
    /// <param name="scores">The results of one participant.</param>
    /// <param name="law">The law of the year.</param>
    public static ReportingOptionUsed For(IReadOnlyList<CompetingScore> scores, YearLaw law)
    {
        var reasons = new string?[scores.Count];
        var comparisons = new List<Finding>();
        for (var place = 0; place < scores.Count; place++)
        {
            if (scores[place] is { FacilityBased: true, FinalScore: not null })
            {
                CompareFacility(place, scores, reasons, comparisons, law);
            }
        }

        var used = ScoreReasons.ChooseHighest(scores, reasons);
        var rejected = ScoreReasons.Rejected(scores, reasons);
        return new(used is { } best ? Finding.Choice(Taken, null, scores[best].Finding, [.. comparisons], rejected) : Finding.NotScored(Nothing, null), used, reasons);
    }

    /// <summary>414.1380(e)(6)(vi), where quality and cost decide: the facility-based result is out, or all those that it is held against are. Where final scores decide, they compete as all others do.</summary>
    private static void CompareFacility(int facility, IReadOnlyList<CompetingScore> scores, string?[] reasons, List<Finding> comparisons, YearLaw law)
    {
        if (law.FinalScore.FacilityBasedMethod is not FacilityBasedMethod.QualityAndCost)
        {
            reasons[facility] = law.FinalScore.FacilityBasedMethod is FacilityBasedMethod.None ? ScoreReasons.NotOffered : null;
            return;
        }

        var own = scores[facility];
        var others = Enumerable.Range(0, scores.Count).Where(place => scores[place] is { FacilityBased: false, FinalScore: not null, QualityPlusCost: not null } && own.QualityPlusCost is not null).ToArray();
        foreach (var place in others)
        {
            var other = scores[place];
            var isUsed = FacilityBasedComparison.For(own.QualityPlusCost!.Value, other.QualityPlusCost!.Value, own.FinalScore!.Value, other.FinalScore!.Value, law);
            comparisons.Add(isUsed);
            if (!isUsed.Flag)
            {
                reasons[facility] = ScoreReasons.LowerQualityAndCost;
            }
        }

        if (reasons[facility] is null)
        {
            foreach (var place in others)
            {
                reasons[place] = scores[place].QualityPlusCost == own.QualityPlusCost ? ScoreReasons.EqualQualityAndCost : ScoreReasons.LowerQualityAndCost;
            }
        }
    }
}
