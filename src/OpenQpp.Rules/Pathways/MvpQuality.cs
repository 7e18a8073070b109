using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>The quality score of a MIPS Value Pathway from what was submitted under it and what CMS computed.</summary>
/// <remarks>
/// Of the measures that CMS computes, those of the pathway's foundation compete, and the outcome measure chosen at
/// registration is one of the four; all others leave both sums.
/// </remarks>
[Cfr("414.1365(c)(1)")]
[Cfr("414.1365(d)(3)(i)(A)")]
[Cfr("414.1365(d)(3)(i)(B)")]
public static class MvpQuality
{
    private static readonly Label NothingComputed = new("measure achievement points", Unit.Points, "414.1365(d)(3)(i)(B)", "CMS computed nothing for {s}");

    /// <summary>The score.</summary>
    /// <param name="submission">What was sent under the pathway, and what CMS computed.</param>
    /// <param name="pathway">The pathway.</param>
    /// <param name="registration">What was chosen at registration; null where it is not known.</param>
    /// <param name="participant">The participant.</param>
    /// <param name="law">The law of the year.</param>
    public static QualityCategoryScore For(QualitySubmission submission, Mvp pathway, RegisteredMvp? registration, Participant participant, YearLaw law)
    {
        List<ScoredMeasure> submitted = [.. submission.Submitted.Select(measure => MeasureAchievementPoints.For(measure, participant.SmallPractice, law))];
        if (submission.Survey.Length > 0)
        {
            submitted.Add(CahpsSurvey.For(submission.Survey, participant.SmallPractice, law));
        }

        var computed = submission.AdministrativeClaims.Select(measure => AdministrativeClaimsQuality.For(measure, participant, law)).ToArray();
        var outcome = registration?.OutcomeAdministrativeClaimsMeasureId is { } id
            ? Array.Find(computed, measure => string.Equals(measure.Id, id, StringComparison.Ordinal)) ?? NotComputed(law.Catalogue.QualityMeasures[id])
            : null;
        var others = computed
            .Where(measure => outcome is null || !string.Equals(measure.Id, outcome.Id, StringComparison.Ordinal))
            .Select(measure =>
                !pathway.PopulationHealthMeasures.Contains(measure.Id, StringComparer.Ordinal) ? AdministrativeClaimsQuality.LeaveOut(measure, "notInProgram")
                : IsSelected(measure.Id, registration, law) ? measure
                : AdministrativeClaimsQuality.LeaveOut(measure, "notSelected"))
            .ToArray();
        // The exception of 414.1365(c)(1)(i) is for those who report through claims alone.
        var claimsMeasures = submitted.TrueForAll(measure => measure.Method == SubmissionMethod.Claims) ? ClaimsMeasuresOf(pathway, law) : null;
        return MvpQualityScore.For([.. submitted], others, outcome, participant, law, claimsMeasures);
    }

    /// <summary>Whether a population health measure competes: all of them where the better one is scored, or where the choice is not known.</summary>
    private static bool IsSelected(string id, RegisteredMvp? registration, YearLaw law) =>
        !IsChosenAtRegistration(law)
        || registration?.PopulationHealthMeasureId is not { } selected
        || string.Equals(selected, id, StringComparison.Ordinal);

    /// <summary>Whether one population health measure is chosen at registration and only that one is scored.</summary>
    /// <param name="law">The law of the year.</param>
    public static bool IsChosenAtRegistration(YearLaw law) => law.Quality.MvpPopulationHealth switch
    {
        PopulationHealthMethod.Selected => true,
        PopulationHealthMethod.BySetting => !law.Settings.BestPopulationHealthMeasureIn2024,
        _ => false,
    };

    /// <summary>The measures of the pathway that may be sent through Part B claims, for the exception of (c)(1)(i).</summary>
    private static string[] ClaimsMeasuresOf(Mvp pathway, YearLaw law) =>
        [.. law.Catalogue.QualityMeasures.Values
            .Where(measure => measure.IsOfferedBy(SubmissionMethod.Claims) && (measure.Programs?.Contains(pathway.Id, StringComparer.Ordinal) ?? false))
            .Select(measure => measure.Id)];

    private static ScoredMeasure NotComputed(QualityMeasure measure)
    {
        var subject = measure.Subject(SubmissionMethod.AdministrativeClaims);
        return new()
        {
            Measure = measure,
            Method = SubmissionMethod.AdministrativeClaims,
            Class = MeasureClass.LeftOut,
            Points = Finding.NotScored(NothingComputed, subject),
            Reason = "notComputed",
        };
    }
}
