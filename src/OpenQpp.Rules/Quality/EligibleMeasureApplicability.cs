using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>
/// Eligible Measure Applicability: whether a participant who reported fewer measures than required, or no outcome or high
/// priority measure, reported all that apply.
/// </summary>
/// <remarks>
/// Only where all measures are Part B claims measures, or all are MIPS CQMs. Passed when every reported measure that CMS
/// relates to others belongs to a clinical topic or a specialty set of which all measures were reported. A measure
/// reported as 0 of 0 counts as reported, but not towards the number of measures then required. The minimum threshold test
/// on Medicare claims (2017) is not made: its input is not part of a submission.
/// </remarks>
[Cfr("414.1335")]
public static class EligibleMeasureApplicability
{
    private const string Basis = "414.1335(a)(1)";

    private static readonly Label Applicable = new("measure with eligible cases", Unit.Measures, Basis, "{s} has eligible cases");
    private static readonly Label Required = new("measures that apply", Unit.Measures, Basis, "{v} of the measures that apply have eligible cases");
    private static readonly Label AtLeastOne = new("measures that apply, at least one", Unit.Measures, Basis, "{v}: at least {1} measure is required");
    private static readonly Finding One = Finding.Parameter(new("fewest required measures", Unit.Measures, Basis, "at least {v} measure is required"), 1m);
    private static readonly Label AtMostRequired = new("measures that apply, at most the usual number", Unit.Measures, Basis, "{0} measures apply, at most {1} are required");
    private static readonly Label AllReported = new("required quality measures", Unit.Measures, Basis, "{v} measures are required, because no more apply");
    private static readonly Label NotAllReported = new("required quality measures", Unit.Measures, Basis, "{v} measures are required: of those that apply, some were not reported");
    private static readonly Label Reported = new("measure was reported", Unit.YesNo, Basis, "{s} was reported: {v}");
    private static readonly Label Satisfied = new("all measures of the topic or set were reported", Unit.YesNo, Basis, "all {n} measures of {s} were reported: {v}");
    private static readonly Label Unsatisfied = new("all measures of the topic or set were reported", Unit.YesNo, Basis, "{n} measures of {s} were not reported");
    private static readonly Label Unrelated = new("measure belongs to a completely reported topic or set", Unit.YesNo, Basis, "CMS relates {s} to no other measure, so it neither passes nor fails the test");
    private static readonly Label Belongs = new("measure belongs to a completely reported topic or set", Unit.YesNo, Basis, "{s} belongs to a completely reported topic or set: {v}");
    private static readonly Label AnyTopic = new("a topic or set was completely reported", Unit.YesNo, Basis, "a topic or set was completely reported: {v}");
    private static readonly Label AllRelated = new("every related measure belongs to a completely reported topic or set", Unit.YesNo, Basis, "every related measure belongs to a completely reported topic or set: {v}");
    private static readonly Label Passed = new("all measures that apply were reported", Unit.YesNo, Basis, "the test of Eligible Measure Applicability is passed: {v}");
    private static readonly Label NotMade = new("all measures that apply were reported", Unit.YesNo, Basis, "the test of Eligible Measure Applicability is not made for this submission");
    private static readonly Finding TestNotMade = Finding.Parameter(NotMade, false);

    /// <summary>Whether the test is made at all, and its outcome.</summary>
    /// <param name="measures">All measures submitted under the mechanisms that are scored together, the survey excepted.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding For(ScoredMeasure[] measures, YearLaw law)
    {
        return MethodOf(measures) is { } method && !IsAsRequired(measures, law) ? TestOf(measures, method, law) : TestNotMade;
    }

    private static Finding TestOf(ScoredMeasure[] measures, SubmissionMethod method, YearLaw law)
    {
        var submitted = measures.Select(measure => measure.Id).Distinct(StringComparer.Ordinal).ToArray();
        // A measure may stand in topics that CMS names only for its companions: every topic of any measure is a candidate.
        var related = Array.ConvertAll(submitted, id => law.Catalogue.ClustersOf(id, method));
        var topics = new Topics(related, submitted);
        return Finding.AllOf(
            Passed,
            Finding.AnyOf(AnyTopic, topics.Deciding(null)),
            Finding.AllOf(AllRelated, [.. submitted.Select((id, index) => related[index].Count > 0
                ? Finding.AnyOfSubject(Belongs, id, topics.Deciding(id))
                : Finding.AllOfSubject(Unrelated, id, []))]));
    }

    /// <summary>
    /// The number of measures required. When the test is passed: those with eligible cases, at least one, at most the usual
    /// number; else the usual number.
    /// </summary>
    /// <param name="measures">The submitted measures.</param>
    /// <param name="passed">The outcome of the test.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding RequiredMeasures(ScoredMeasure[] measures, Finding passed, YearLaw law)
    {
        var usual = law.Quality.RequiredMeasures;
        if (!passed.Flag)
        {
            return passed.How == How.AllOf ? Finding.Taken(NotAllReported, null, usual, passed) : usual;
        }

        var applicable = Finding.Count(Required, [.. WithCases(measures).ConvertAll(id => Finding.Given(Applicable, 1m, id))]);
        return Finding.Taken(AllReported, null, Finding.Minimum(AtMostRequired, null, Finding.Maximum(AtLeastOne, null, applicable, One), usual), passed);
    }

    /// <summary>The one method of all measures, when it is one to which the test applies.</summary>
    private static SubmissionMethod? MethodOf(ScoredMeasure[] measures)
    {
        var method = measures is [] ? SubmissionMethod.AdministrativeClaims : measures[0].Method;
        if (method is not (SubmissionMethod.Claims or SubmissionMethod.Registry))
        {
            return null;
        }

        foreach (var measure in measures)
        {
            if (measure.Method != method || measure.Measure.IsQcdr)
            {
                return null;
            }
        }

        return method;
    }

    /// <summary>Whether the submission needs no test: as many measures as required, one of them high priority.</summary>
    private static bool IsAsRequired(ScoredMeasure[] measures, YearLaw law) =>
        Array.Exists(measures, measure => measure.HasCases && measure.Measure.IsHighPriority) && WithCases(measures).Count >= law.Quality.RequiredMeasures.Number;

    private static List<string> WithCases(ScoredMeasure[] measures)
    {
        var ids = new List<string>(measures.Length);
        foreach (var measure in measures)
        {
            if (measure.HasCases && !ids.Contains(measure.Id))
            {
                ids.Add(measure.Id);
            }
        }

        return ids;
    }

    /// <summary>The topics and sets of the submitted measures. Of each, and among several, only what decides is made a finding.</summary>
    private sealed class Topics(IReadOnlyList<ClinicalCluster>[] related, string[] submitted)
    {
        private readonly ClinicalCluster[] all = [.. related.SelectMany(clusters => clusters).Distinct()];
        private readonly Dictionary<ClinicalCluster, Finding> made = [];

        /// <summary>Of the topics that hold a measure, or of all: the completely reported ones; where there is none, all of them.</summary>
        /// <param name="measureId">The measure, or null.</param>
        public Finding[] Deciding(string? measureId)
        {
            var candidates = measureId is null ? all : Array.FindAll(all, cluster => cluster.Measures.Contains(measureId, StringComparer.Ordinal));
            return Array.ConvertAll(Array.Exists(candidates, IsComplete) ? Array.FindAll(candidates, IsComplete) : candidates, FindingOf);
        }

        private bool IsComplete(ClinicalCluster cluster)
        {
            foreach (var id in cluster.Measures)
            {
                if (Array.IndexOf(submitted, id) < 0)
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>Where measures of the topic are missing, they decide.</summary>
        private Finding FindingOf(ClinicalCluster cluster)
        {
            if (!made.TryGetValue(cluster, out var finding))
            {
                var isComplete = IsComplete(cluster);
                var deciding = cluster.Measures.Where(id => isComplete || Array.IndexOf(submitted, id) < 0);
                made.Add(cluster, finding = Finding.AllOfSubject(isComplete ? Satisfied : Unsatisfied, cluster.Name, [.. deciding.Select(id => Finding.Given(Reported, isComplete, id))]));
            }

            return finding;
        }
    }
}
