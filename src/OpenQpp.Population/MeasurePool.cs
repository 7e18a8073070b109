using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Population;

/// <summary>A measure that can be sent, with the points that it can be made to earn.</summary>
internal sealed record PooledMeasure(string Id, SubmissionMethod Method, Ladder Ladder, bool IsOutcome, bool IsHighPriority);

/// <summary>A MIPS Value Pathway and the method by which enough of its measures can be sent.</summary>
internal sealed record PooledPathway(string Id, SubmissionMethod Method);

/// <summary>Measures of a year by what units send, each with a benchmark that can be read backwards.</summary>
/// <param name="law">The law of the year.</param>
internal sealed class MeasurePool(YearLaw law)
{
    private const string Mips = "mips";

    private readonly Dictionary<(string Program, SubmissionMethod Method), PooledMeasure[]> sent = [];

    private readonly Dictionary<string, ImprovementActivity[]> activities = new(StringComparer.Ordinal);
    private PooledPathway[]? pathways;

    /// <summary>Quality measures of a program and method, by id.</summary>
    public IReadOnlyList<PooledMeasure> Sent(string program, SubmissionMethod method)
    {
        if (!sent.TryGetValue((program, method), out var found))
        {
            found = [.. law.Catalogue.QualityMeasures.Values
                .Where(measure => measure is { IsQcdr: false, Metric: MetricType.SinglePerformanceRate } && measure.IsOfferedBy(method) && !measure.IsSuppressedFor(method))
                .Where(measure => measure.Programs?.Contains(program, StringComparer.Ordinal) ?? program is Mips)
                .OrderBy(measure => measure.Id, StringComparer.Ordinal)
                .Select(measure => (Measure: measure, Ladder: Ladder.Of(measure.BenchmarkFor(method))))
                .Where(one => one.Ladder is not null)
                .Select(one => new PooledMeasure(one.Measure.Id, method, one.Ladder!, one.Measure.IsOutcome, one.Measure.IsHighPriority))];
            sent.Add((program, method), found);
        }

        return found;
    }

    /// <summary>A named measure of a method; null where its benchmark cannot be read backwards.</summary>
    public PooledMeasure? Named(string id, SubmissionMethod method) =>
        law.Catalogue.QualityMeasures.TryGetValue(id, out var measure) && measure.IsOfferedBy(method) && !measure.IsSuppressedFor(method) && Ladder.Of(measure.BenchmarkFor(method)) is { } ladder
            ? new(id, method, ladder, measure.IsOutcome, measure.IsHighPriority)
            : null;

    /// <summary>Summary measures of the survey, by id.</summary>
    public IReadOnlyList<PooledMeasure> Survey { get; } =
    [
        .. law.Catalogue.QualityMeasures.Values
            .Where(measure => measure.Metric == MetricType.Cahps && measure.IsOfferedBy(SubmissionMethod.CertifiedSurveyVendor))
            .OrderBy(measure => measure.Id, StringComparer.Ordinal)
            .Select(measure => (measure.Id, Ladder: Ladder.Of(measure.BenchmarkFor(SubmissionMethod.CertifiedSurveyVendor))))
            .Where(one => one.Ladder is not null)
            .Select(one => new PooledMeasure(one.Id, SubmissionMethod.CertifiedSurveyVendor, one.Ladder!, false, true)),
    ];

    /// <summary>Cost measures, the broad ones first.</summary>
    public IReadOnlyList<(CostMeasure Measure, Ladder Ladder)> Cost { get; } =
    [
        .. law.Catalogue.CostMeasures.Values
            .Where(measure => !measure.Suppressed && !measure.GroupsOnly)
            .OrderBy(measure => measure.Id.StartsWith("COST_", StringComparison.Ordinal))
            .ThenBy(measure => measure.Id, StringComparer.Ordinal)
            .Select(measure => (measure, Ladder: Ladder.Of(measure.Benchmark)))
            .Where(one => one.Ladder is not null)
            .Select(one => (one.measure, one.Ladder!)),
    ];

    /// <summary>Activities that count under a program, by id.</summary>
    public IReadOnlyList<ImprovementActivity> Activities(string program)
    {
        if (!activities.TryGetValue(program, out var found))
        {
            found = [.. law.Catalogue.Activities.Values
                .Where(activity => activity.Weight != ActivityWeight.High && activity.Id is not ("IA_PCMH" or "IA_MVP") && (activity.Programs?.Contains(program, StringComparer.Ordinal) ?? true))
                .OrderBy(activity => activity.Id, StringComparer.Ordinal)];
            activities.Add(program, found);
        }

        return found;
    }

    /// <summary>MIPS Value Pathways that have enough measures for a report.</summary>
    public IReadOnlyList<PooledPathway> Pathways => pathways ??=
    [
        .. from id in law.Catalogue.Pathways.Keys.Order(StringComparer.Ordinal)
           from method in (SubmissionMethod[])[SubmissionMethod.Registry, SubmissionMethod.ElectronicHealthRecord]
           let measures = Sent(id, method)
           where measures.Count >= law.Quality.MvpRequiredMeasures!.Number && measures.Any(measure => measure.IsHighPriority)
           select new PooledPathway(id, method),
    ];
}
