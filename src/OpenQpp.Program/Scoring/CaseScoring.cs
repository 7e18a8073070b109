using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Scores a checked case in every way in which it reported; the result that gives the final score comes first.</summary>
/// <param name="book">The law of all years.</param>
/// <param name="scaling">Scaling factors given by the caller.</param>
[Cfr("414.1380(b)")]
public sealed class CaseScoring(LawBook book, GivenScalingFactors scaling)
{
    /// <summary>The score of a case.</summary>
    /// <param name="submission">The case; <see cref="CaseChecks"/> found no problem in it.</param>
    /// <param name="law">The law of its performance year.</param>
    public ScoredCase For(Submission submission, YearLaw law)
    {
        var results = new List<ScoredCase>();
        foreach (var option in CaseOption.Of(submission, law))
        {
            var scoring = new OptionScoring(submission, option, law, book, scaling);
            results.Add(scoring.Score());
            if (scoring.ScoreFacilityBased() is { } facilityBased)
            {
                results.Add(facilityBased);
            }
        }

        if (results is [var only])
        {
            return only;
        }

        var choice = ReportingOptionUsed.For([.. results.Select(Competing)], law);
        var used = choice.Used ?? 0;
        return results[used] with
        {
            OtherScores = [.. results.Select((result, place) => new OtherScore(result, choice.Reasons[place] ?? "")).Where((_, place) => place != used)],
        };
    }

    private static CompetingScore Competing(ScoredCase result, int ordinal) =>
        new(result.ParticipationOption, result.ReportingOption, result.FinalScore.NumberOrNull)
        {
            FacilityBased = result.Facility is not null,
            MvpId = result.MvpId,
            Program = result.Program,
            Ordinal = ordinal,
            QualityPlusCost = result.ReportingOption == ReportingOption.App ? null : result[PerformanceCategory.Quality].Contribution.NumberOrZero + result[PerformanceCategory.Cost].Contribution.NumberOrZero,
        };
}
