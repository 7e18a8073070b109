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
        var sets = SetsOf(submission, program);
        var quality = new QualitySubmission(
            MeasuresOf(sets, method => method is not (SubmissionMethod.CmsWebInterface or SubmissionMethod.CertifiedSurveyVendor or SubmissionMethod.AdministrativeClaims), law, book),
            sets.Exists(set => set is { Category: PerformanceCategory.Quality, SubmissionMethod: SubmissionMethod.CmsWebInterface }) ? MeasuresOf(sets, method => method == SubmissionMethod.CmsWebInterface, law, book) : null,
            MeasuresOf(sets, method => method == SubmissionMethod.CertifiedSurveyVendor, law, book),
            MeasuresOf(sets, method => method == SubmissionMethod.AdministrativeClaims, law, book));
        return new(quality, CostOf(sets, law), ActivitiesOf(sets, law), InteroperabilityOf(sets, law)) { HasCost = sets.Exists(set => set.Category == PerformanceCategory.Cost) };
    }

    /// <summary>The sets of the program and what CMS computed, in the order of the submission methods.</summary>
    private static List<MeasurementSet> SetsOf(Submission submission, string program)
    {
        var group = submission.EntityType == ParticipationOption.Subgroup ? submission.Profile.AffiliatedGroup?.MeasurementSets ?? [] : [];
        MeasurementSet[] all = group.Length == 0 ? submission.MeasurementSets : [.. submission.MeasurementSets, .. group];
        var sets = new List<MeasurementSet>(all.Length);
        foreach (var method in SubmissionMethods.All)
        {
            foreach (var set in all)
            {
                if (set.SubmissionMethod == method && (method == SubmissionMethod.AdministrativeClaims || string.Equals(submission.ProgramOf(set), program, StringComparison.Ordinal)))
                {
                    sets.Add(set);
                }
            }
        }

        return sets;
    }

    private static ReportedMeasure[] MeasuresOf(List<MeasurementSet> sets, Predicate<SubmissionMethod> isAskedFor, YearLaw law, LawBook book)
    {
        var count = 0;
        foreach (var set in sets)
        {
            count += set.Category == PerformanceCategory.Quality && isAskedFor(set.SubmissionMethod) ? set.Measurements.Length : 0;
        }

        if (count == 0)
        {
            return [];
        }

        var (measures, place) = (new ReportedMeasure[count], 0);
        foreach (var set in sets)
        {
            if (set.Category == PerformanceCategory.Quality && isAskedFor(set.SubmissionMethod))
            {
                foreach (var measurement in set.Measurements)
                {
                    measures[place++] = new(MeasureOf(measurement, law, book), set.SubmissionMethod, measurement.Value);
                }
            }
        }

        return measures;
    }

    private static QualityMeasure MeasureOf(Measurement measurement, YearLaw law, LawBook book) =>
        law.Catalogue.QualityMeasures.TryGetValue(measurement.MeasureId, out var known) ? known : ClaimsMeasures.OfAnyYear(measurement.MeasureId, book)!;

    private static ComputedCost[] CostOf(List<MeasurementSet> sets, YearLaw law)
    {
        var cost = new List<ComputedCost>();
        foreach (var set in sets)
        {
            if (set.Category == PerformanceCategory.Cost)
            {
                cost.EnsureCapacity(cost.Count + set.Measurements.Length);
                foreach (var measurement in set.Measurements)
                {
                    cost.Add(new(law.Catalogue.CostMeasures[measurement.MeasureId], measurement.Value.Score!.Value, measurement.Value.CaseCount!.Value));
                }
            }
        }

        return [.. cost];
    }

    private static AttestedActivities[] ActivitiesOf(List<MeasurementSet> sets, YearLaw law) =>
        Each(sets, PerformanceCategory.ImprovementActivities, law, ActivitiesOf);

    private static InteroperabilityAnswers[] InteroperabilityOf(List<MeasurementSet> sets, YearLaw law) =>
        Each(sets, PerformanceCategory.PromotingInteroperability, law, AnswersOf);

    /// <summary>What each set of a category holds.</summary>
    private static T[] Each<T>(List<MeasurementSet> sets, PerformanceCategory category, YearLaw law, Func<MeasurementSet, YearLaw, T> of)
    {
        List<T>? found = null;
        foreach (var set in sets)
        {
            if (set.Category == category)
            {
                (found ??= new(1)).Add(of(set, law));
            }
        }

        return found is null ? [] : [.. found];
    }

    /// <summary>A missing period stays missing: a set without one fails its requirements.</summary>
    private static InteroperabilityAnswers AnswersOf(MeasurementSet set, YearLaw law) =>
        new(set.SubmissionMethod, set.CehrtId, set.PerformanceStart, set.PerformanceEnd, set.Measurements, law.Catalogue.Interoperability);

    /// <summary>A missing period is the whole year.</summary>
    private static AttestedActivities ActivitiesOf(MeasurementSet set, YearLaw law)
    {
        var activities = new (ImprovementActivity, bool)[set.Measurements.Length];
        for (var place = 0; place < activities.Length; place++)
        {
            var measurement = set.Measurements[place];
            activities[place] = (law.Catalogue.Activities[measurement.MeasureId], measurement.Value.Answer ?? false);
        }

        return new(set.SubmissionMethod, set.PerformanceStart ?? law.Year.FirstDay, set.PerformanceEnd ?? law.Year.LastDay, activities);
    }
}
