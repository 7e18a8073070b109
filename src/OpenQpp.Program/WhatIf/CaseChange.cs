using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>A change to a case, for asking what if. The case itself is never changed: a change makes another one.</summary>
public abstract record CaseChange
{
    private CaseChange()
    {
    }

    /// <summary>A measure or activity is not sent.</summary>
    /// <param name="MeasureId">The measure or activity.</param>
    /// <param name="Method">The submission method of its set.</param>
    public sealed record Drop(string MeasureId, SubmissionMethod Method) : CaseChange;

    /// <summary>A measure that is reported by counts reaches another performance rate on the same patients.</summary>
    /// <param name="MeasureId">The measure.</param>
    /// <param name="Method">The collection type.</param>
    /// <param name="Percent">The rate, 0 to 100; what the counts cannot express exactly becomes the nearest that is no worse.</param>
    public sealed record Rate(string MeasureId, SubmissionMethod Method, decimal Percent) : CaseChange;

    /// <summary>An activity is attested as well.</summary>
    /// <param name="ActivityId">The activity.</param>
    public sealed record AddActivity(string ActivityId) : CaseChange;

    /// <summary>An exclusion is claimed in the place of its Promoting Interoperability measure.</summary>
    /// <param name="ExclusionId">The exclusion.</param>
    public sealed record Exclude(string ExclusionId) : CaseChange;

    /// <summary>What was sent under one program is sent under another.</summary>
    /// <param name="Program">mips, app1, appPlus or the id of a MIPS Value Pathway.</param>
    public sealed record ReportUnder(string Program) : CaseChange;

    /// <summary>The case with a change.</summary>
    /// <param name="submission">The case.</param>
    /// <param name="law">The law of its year.</param>
    public Submission Apply(Submission submission, YearLaw law) => this switch
    {
        Drop drop => Sets.Changed(submission, set => set.SubmissionMethod == drop.Method ? Sets.Without(set, drop.MeasureId) : set),
        Rate rate => Sets.Changed(submission, set => set.SubmissionMethod == rate.Method && set.Category == PerformanceCategory.Quality
            ? Sets.With(set, rate.MeasureId, value => Counts.AtRate(value, rate.Percent, IsInverse(rate.MeasureId, law)))
            : set),
        AddActivity activity => Sets.WithAnswer(submission, PerformanceCategory.ImprovementActivities, activity.ActivityId, law.Year),
        Exclude exclude => Excluded(submission, exclude.ExclusionId, law),
        ReportUnder under => UnderProgram(submission, under.Program, law),
        _ => submission,
    };

    private static bool IsInverse(string measure, YearLaw law) => law.Catalogue.QualityMeasures.TryGetValue(measure, out var known) && known.IsInverse;

    /// <summary>The exclusion goes where the measures are; the measures that it excludes go out.</summary>
    private static Submission Excluded(Submission submission, string exclusion, YearLaw law)
    {
        var excluded = law.Catalogue.Interoperability.All.Where(measure => measure.Exclusions.Any(one => string.Equals(one.Id, exclusion, StringComparison.Ordinal))).Select(measure => measure.Id).ToArray();
        var without = Sets.Changed(submission, set => set.Category == PerformanceCategory.PromotingInteroperability ? excluded.Aggregate(set, Sets.Without) : set);
        return Sets.WithAnswer(without, PerformanceCategory.PromotingInteroperability, exclusion, law.Year);
    }

    /// <summary>What CMS computed stays where it is; a pathway is registered for.</summary>
    private static Submission UnderProgram(Submission submission, string program, YearLaw law)
    {
        var moved = Sets.Changed(submission, set => set.SubmissionMethod == SubmissionMethod.AdministrativeClaims ? set : Sets.Under(set, program));
        return law.Catalogue.Pathways.ContainsKey(program) ? moved.With(moved.Profile.With(new RegisteredMvp(program, null, null))) : moved;
    }
}
