using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>The sets of a checked case in the form in which the rules take them.</summary>
/// <param name="Quality">Quality measures, and what CMS computed of quality.</param>
/// <param name="Cost">Cost measures that CMS computed.</param>
/// <param name="Activities">Sets of improvement activities.</param>
/// <param name="Interoperability">Promoting Interoperability sets.</param>
internal sealed record SubmittedSets(
    QualitySubmission Quality,
    ComputedCost[] Cost,
    AttestedActivities[] Activities,
    InteroperabilityAnswers[] Interoperability)
{
    /// <summary>Whether cost figures were given at all.</summary>
    public bool HasCost { get; private init; }

    /// <summary>The sets of a case.</summary>
    /// <param name="submission">The case, checked.</param>
    /// <param name="program">The program whose sets are taken; what CMS computed belongs to every program.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="book">The law of all years, for claims measures of other years.</param>
    public static SubmittedSets Of(Submission submission, string program, YearLaw law, LawBook book)
    {
        var (submitted, survey, claims) = (new List<ReportedMeasure>(), new List<ReportedMeasure>(), new List<ReportedMeasure>());
        List<ReportedMeasure>? webInterface = null;
        var cost = new List<ComputedCost>();
        var activities = new List<AttestedActivities>();
        var interoperability = new List<InteroperabilityAnswers>();
        var hasCost = false;
        var group = submission.EntityType == ParticipationOption.Subgroup ? submission.Profile.AffiliatedGroup?.MeasurementSets ?? [] : [];
        MeasurementSet[] all = group.Length == 0 ? submission.MeasurementSets : [.. submission.MeasurementSets, .. group];
        void Add(MeasurementSet set)
        {
            switch (set.Category)
            {
                case PerformanceCategory.Quality:
                    var measures = set.SubmissionMethod switch
                    {
                        SubmissionMethod.CmsWebInterface => webInterface ??= [],
                        SubmissionMethod.CertifiedSurveyVendor => survey,
                        SubmissionMethod.AdministrativeClaims => claims,
                        _ => submitted,
                    };
                    AddMeasures(measures, set, law, book);
                    break;
                case PerformanceCategory.Cost:
                    hasCost = true;
                    cost.EnsureCapacity(cost.Count + set.Measurements.Length);
                    foreach (var measurement in set.Measurements)
                    {
                        cost.Add(new(law.Catalogue.CostMeasures[measurement.MeasureId], measurement.Value.Score!.Value, measurement.Value.CaseCount!.Value));
                    }

                    break;
                case PerformanceCategory.ImprovementActivities:
                    activities.Add(ActivitiesOf(set, law));
                    break;
                default:
                    // A missing period stays missing: a set without one fails its requirements.
                    interoperability.Add(new(set.SubmissionMethod, set.CehrtId, set.PerformanceStart, set.PerformanceEnd, set.Measurements, law.Catalogue.Interoperability));
                    break;
            }
        }

        foreach (var method in SubmissionMethods.All)
        {
            foreach (var set in all)
            {
                if (set.SubmissionMethod == method && (method == SubmissionMethod.AdministrativeClaims || string.Equals(submission.ProgramOf(set), program, StringComparison.Ordinal)))
                {
                    Add(set);
                }
            }
        }

        return new(new([.. submitted], webInterface is null ? null : [.. webInterface], [.. survey], [.. claims]), [.. cost], [.. activities], [.. interoperability]) { HasCost = hasCost };
    }

    private static void AddMeasures(List<ReportedMeasure> to, MeasurementSet set, YearLaw law, LawBook book)
    {
        to.EnsureCapacity(to.Count + set.Measurements.Length);
        foreach (var measurement in set.Measurements)
        {
            var measure = law.Catalogue.QualityMeasures.TryGetValue(measurement.MeasureId, out var known)
                ? known
                : ClaimsMeasures.OfAnyYear(measurement.MeasureId, book)!;
            to.Add(new(measure, set.SubmissionMethod, measurement.Value));
        }
    }

    /// <summary>A missing period is the whole year.</summary>
    private static AttestedActivities ActivitiesOf(MeasurementSet set, YearLaw law) =>
        new(
            set.SubmissionMethod,
            set.PerformanceStart ?? law.Year.FirstDay,
            set.PerformanceEnd ?? law.Year.LastDay,
            Array.ConvertAll(set.Measurements, measurement => (law.Catalogue.Activities[measurement.MeasureId], measurement.Value.Answer ?? false)));
}
