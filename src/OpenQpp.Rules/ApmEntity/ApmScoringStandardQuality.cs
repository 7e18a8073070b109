using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>
/// Quality under the APM scoring standard (2017 to 2020): the Web Interface and the survey of Shared Savings and Next
/// Generation ACOs; of other MIPS APMs the percent that comes from the model's own measures, 2018 on.
/// </summary>
[Cfr("414.1380(d)")]
[Cfr("414.1370(g)(1)")]
public static class ApmScoringStandardQuality
{
    private const string Basis = "414.1370(g)(1)";

    private static readonly Label OfModel = new("quality performance category score", Unit.Percent, Basis + "(ii)", "the measures of the APM earn {v} %");
    private static readonly Label Unknown = new("quality performance category score", Unit.Percent, Basis + "(ii)", "no quality score of the APM is available");

    /// <summary>The score; without percent where the model gives none.</summary>
    /// <param name="submission">What the entity sent.</param>
    /// <param name="reportsWebInterface">Whether the model reports through the Web Interface.</param>
    /// <param name="qualityPercent">Total quality percent of another model, or null.</param>
    /// <param name="participant">The entity.</param>
    /// <param name="law">The law of the year.</param>
    public static QualityCategoryScore For(
        QualitySubmission submission,
        bool reportsWebInterface,
        decimal? qualityPercent,
        Participant participant,
        YearLaw law)
    {
        if (!reportsWebInterface)
        {
            return QualityCategoryScore.OfPercent(qualityPercent is { } percent ? Finding.Given(OfModel, percent) : Finding.NotScored(Unknown, null));
        }

        var sent = submission.WebInterface ?? [];
        var extra = sent.Where(measure => !law.Catalogue.WebInterfaceMeasures.Contains(measure.Measure.Id, StringComparer.Ordinal));
        return QualityCategoryScore.OfWebInterface(
            WebInterface.For(sent, law),
            [.. extra.Select(measure => WebInterface.For(measure, ReportedRate.For(measure, law), law))],
            submission.Survey.Length == 0 ? null : CahpsSurvey.For(submission.Survey, participant.SmallPractice, law),
            [],
            participant,
            law);
    }
}
