using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Which of the submitted sets are scored together, and which of the results is taken: the higher.</summary>
/// <remarks>
/// In 2017 and 2018 each mechanism is scored on its own; from 2019 eCQMs, MIPS CQMs, QCDR and Part B claims measures are
/// scored together, and the Web Interface on its own. The survey is scored with each. Equal results: eCQM, MIPS CQM,
/// Part B claims, Web Interface.
/// </remarks>
[Cfr("414.1325(d)")]
public static class QualityMechanisms
{
    private const string Basis = "414.1325(d)";

    private static readonly Label Higher = new("quality performance category score", Unit.Percent, Basis, "{0} %: the highest of the sets that are not scored together");

    /// <summary>The quality score of a participant of traditional MIPS.</summary>
    /// <param name="submission">What was sent, and what CMS computed.</param>
    /// <param name="participant">The participant.</param>
    /// <param name="law">The law of the year.</param>
    public static QualityCategoryScore For(QualitySubmission submission, Participant participant, YearLaw law)
    {
        var claims = ClaimsOf(submission, participant, law);
        var survey = submission.Survey.Length == 0 ? null : CahpsSurvey.For(submission.Survey, participant.SmallPractice, law);
        var candidates = new List<QualityCategoryScore>(1);
        foreach (var measures in Mechanisms(submission, law))
        {
            candidates.Add(QualityCategoryScore.OfChosenMeasures(PointsOf(measures, participant, law), survey, claims, participant, law));
        }

        if (submission.WebInterface is { Length: > 0 } webInterface)
        {
            candidates.Add(QualityCategoryScore.OfWebInterface(WebInterface.For(webInterface, law), NotRequired(webInterface, law), survey, claims, participant, law));
        }

        return candidates.Count == 0
            ? QualityCategoryScore.OfChosenMeasures([], survey, claims, participant, law)
            : HighestOf(candidates, Higher);
    }

    private static ScoredMeasure[] ClaimsOf(QualitySubmission submission, Participant participant, YearLaw law)
    {
        var claims = new ScoredMeasure[submission.AdministrativeClaims.Length];
        for (var place = 0; place < claims.Length; place++)
        {
            claims[place] = AdministrativeClaimsQuality.For(submission.AdministrativeClaims[place], participant, law);
        }

        return claims;
    }

    private static ScoredMeasure[] PointsOf(ReportedMeasure[] measures, Participant participant, YearLaw law)
    {
        var scored = new ScoredMeasure[measures.Length];
        for (var place = 0; place < scored.Length; place++)
        {
            scored[place] = MeasureAchievementPoints.For(measures[place], participant.SmallPractice, law);
        }

        return scored;
    }

    /// <summary>Measures that were sent through the Web Interface and that the year does not score there.</summary>
    private static ScoredMeasure[] NotRequired(ReportedMeasure[] webInterface, YearLaw law) =>
        [.. webInterface
            .Where(measure => !law.Catalogue.WebInterfaceMeasures.Contains(measure.Measure.Id, StringComparer.Ordinal))
            .Select(measure => WebInterface.For(measure, ReportedRate.For(measure, law), law))];

    private static ReportedMeasure[][] Mechanisms(QualitySubmission submission, YearLaw law) =>
        law.Quality.CollectionTypes == CollectionTypesMethod.OneMechanism
            ? [.. submission.Submitted.GroupBy(measure => measure.Method).OrderBy(mechanism => mechanism.Key).Select(mechanism => mechanism.ToArray())]
            : submission.Submitted.Length > 0 ? [submission.Submitted] : [];

    /// <summary>The highest of several ways of scoring; the measures of the others are listed as not taken.</summary>
    /// <param name="candidates">The scores, at least one, in order of preference.</param>
    /// <param name="label">What the choice says.</param>
    internal static QualityCategoryScore HighestOf(List<QualityCategoryScore> candidates, Label label)
    {
        var best = candidates[0];
        if (candidates.Count == 1)
        {
            return best;
        }

        foreach (var candidate in candidates)
        {
            if ((candidate.Percent.NumberOrNull ?? -1m) > (best.Percent.NumberOrNull ?? -1m))
            {
                best = candidate;
            }
        }

        var others = candidates.Where(candidate => !ReferenceEquals(candidate, best)).ToArray();
        var notTaken = others
            .SelectMany(candidate => candidate.Measures)
            .Where(result => result.Measure.Method is not (SubmissionMethod.AdministrativeClaims or SubmissionMethod.CertifiedSurveyVendor) && result.Status != MeasureStatus.Missing)
            .Select(result => result.Measure.IsSuppressed ? result : new MeasureResult(result.Measure, MeasureStatus.NotCounted, "setNotTaken"));
        return best with
        {
            Measures = [.. best.Measures, .. notTaken],
            Percent = Finding.Choice(
                label,
                null,
                best.Percent,
                [],
                [.. others.Select(other => new Rejection(other.Percent, "{v} %: this set scores less"))]),
        };
    }
}
