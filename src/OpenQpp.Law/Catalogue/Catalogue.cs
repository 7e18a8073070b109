using System.Collections.Frozen;
using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>The measures, activities, benchmarks and clusters of one year.</summary>
public sealed class Catalogue
{
    private readonly YearLaw law;
    private readonly Lazy<FrozenDictionary<string, QualityMeasure>> quality;
    private readonly Lazy<FrozenDictionary<string, CostMeasure>> cost;
    private readonly Lazy<FrozenDictionary<string, AdministrativeClaimsMeasure>> administrativeClaims;
    private readonly Lazy<FrozenDictionary<string, ImprovementActivity>> activities;
    private readonly Lazy<InteroperabilityCatalogue> interoperability;
    private readonly Lazy<Dictionary<(string Measure, SubmissionMethod Method), ClinicalCluster[]>> clusters;
    private readonly Lazy<string[]> webInterface;
    private readonly Lazy<FrozenDictionary<string, Mvp>> pathways;
    private readonly Lazy<Dictionary<string, AppMeasure[]>> app;

    internal Catalogue(YearLaw law)
    {
        this.law = law;
        quality = new(() => ReadQuality().ToFrozenDictionary(StringComparer.Ordinal));
        cost = new(() => ReadCost().ToFrozenDictionary(StringComparer.Ordinal));
        administrativeClaims = new(() => ReadAdministrativeClaims().ToFrozenDictionary(StringComparer.Ordinal));
        activities = new(() => ReadActivities().ToFrozenDictionary(StringComparer.Ordinal));
        interoperability = new(() => new(law.Table("cms/promoting-interoperability"), law.Table("promoting-interoperability"), law.Find("promoting-interoperability-redistribution")));
        clusters = new(ReadClusters);
        webInterface = new(ReadWebInterface);
        pathways = new(() => PathwayTables.Mvps(law).ToFrozenDictionary(mvp => mvp.Id, StringComparer.Ordinal));
        app = new(() => PathwayTables.App(law).GroupBy(measure => measure.Program, StringComparer.Ordinal).ToDictionary(measures => measures.Key, measures => measures.ToArray(), StringComparer.Ordinal));
    }

    /// <summary>Quality measures by id.</summary>
    public FrozenDictionary<string, QualityMeasure> QualityMeasures => quality.Value;

    /// <summary>Cost measures by id.</summary>
    public FrozenDictionary<string, CostMeasure> CostMeasures => cost.Value;

    /// <summary>What the law says of administrative claims quality measures, by id.</summary>
    public FrozenDictionary<string, AdministrativeClaimsMeasure> AdministrativeClaims => administrativeClaims.Value;

    /// <summary>Improvement activities by id.</summary>
    public FrozenDictionary<string, ImprovementActivity> Activities => activities.Value;

    /// <summary>Promoting Interoperability measures.</summary>
    public InteroperabilityCatalogue Interoperability => interoperability.Value;

    /// <summary>The Web Interface measures that are scored; empty where there are none.</summary>
    public IReadOnlyList<string> WebInterfaceMeasures => webInterface.Value;

    /// <summary>MIPS Value Pathways by id; empty in years without.</summary>
    public FrozenDictionary<string, Mvp> Pathways => pathways.Value;

    /// <summary>The measures of the APM Performance Pathway; empty where the year has no such program.</summary>
    /// <param name="program">app1 or appPlus.</param>
    public AppMeasure[] AppMeasures(string program) => app.Value.TryGetValue(program, out var measures) ? measures : [];

    /// <summary>The clusters and sets that CMS names for a measure; empty where there are none.</summary>
    /// <param name="measureId">The measure.</param>
    /// <param name="method">Part B claims or registry.</param>
    public IReadOnlyList<ClinicalCluster> ClustersOf(string measureId, SubmissionMethod method) =>
        clusters.Value.TryGetValue((measureId, method), out var found) ? found : [];

    private Dictionary<string, QualityMeasure> ReadQuality()
    {
        var table = law.Table("cms/quality-measures");
        var columns = new QualityColumns(table);
        var outcomeTypes = law.Quality.OutcomeMeasureTypes;
        var measures = new Dictionary<string, QualityMeasure>(table.Rows, StringComparer.Ordinal);
        for (var row = 0; row < table.Rows; row++)
        {
            var measure = new QualityMeasure(table, row, columns, outcomeTypes);
            measures.Add(measure.Id, measure);
        }

        foreach (var (id, method, row) in BenchmarkRows())
        {
            if (measures.TryGetValue(id, out var measure))
            {
                measure.Add(method, Benchmark(row, measure.Subject(method), measure.IsCappedByCatalogue, isInDollars: false));
            }
        }

        return measures;
    }

    private Dictionary<string, CostMeasure> ReadCost()
    {
        var own = law.Table("cost-measures");
        var published = law.Table("cms/cost-measures");
        var listed = Enumerable.Range(0, published.Rows).ToDictionary(row => published.Text(row, published.Column("measure")), StringComparer.Ordinal);
        var rows = BenchmarkRows().Where(row => row.Method == SubmissionMethod.AdministrativeClaims).ToDictionary(row => row.Id, row => row.Row, StringComparer.Ordinal);
        var averages = Averages();
        var measures = new Dictionary<string, CostMeasure>(StringComparer.Ordinal);
        for (var row = 0; row < own.Rows; row++)
        {
            var id = own.Text(row, own.Column("measure"));
            var minimum = Finding.Published(new("case minimum", Unit.Cases, own.Text(row, own.Column("source")), "at least {v} cases are needed for {s}"), own.Number(row, own.Column("case minimum")), id);
            var suppressed = own.IsYes(row, own.Column("suppressed"));
            var entry = listed.TryGetValue(id, out var found) ? found : throw new LawDataException($"Cost measure {id} of {law.Name} is not in CMS's list.");
            measures.Add(id, new(
                id,
                published.Text(entry, published.Column("title")),
                minimum,
                own.IsYes(row, own.Column("groups only")),
                suppressed,
                rows.TryGetValue(id, out var benchmark) ? Benchmark(benchmark, id, cappedByCatalogue: false, isInDollars: true) : null,
                published.IsNothing(entry, published.Column("programs")) ? null : published.List(entry, published.Column("programs")))
            {
                AverageOfGroups = averages.GetValueOrDefault(id).Groups,
                AverageOfIndividuals = averages.GetValueOrDefault(id).Individuals,
            });
        }

        return measures;
    }

    /// <summary>What CMS published as national averages beside the benchmarks; nothing scores by them.</summary>
    private Dictionary<string, (decimal? Groups, decimal? Individuals)> Averages()
    {
        var averages = new Dictionary<string, (decimal? Groups, decimal? Individuals)>(StringComparer.Ordinal);
        if (law.Find("cms/cost-averages") is { } table)
        {
            decimal? Number(int row, string column) => table.IsNothing(row, table.Column(column)) ? null : table.Number(row, table.Column(column));
            for (var row = 0; row < table.Rows; row++)
            {
                averages.Add(table.Text(row, table.Column("measure")), (Number(row, "group"), Number(row, "individual")));
            }
        }

        return averages;
    }

    private IEnumerable<(string Id, SubmissionMethod Method, int Row)> BenchmarkRows()
    {
        var table = law.Table("cms/benchmarks");
        var (measure, method) = (table.Column("measure"), table.Column("method"));
        for (var row = 0; row < table.Rows; row++)
        {
            yield return (table.Text(row, measure), SubmissionMethods.Of(table.Text(row, method)) ?? throw new LawDataException($"'{table.Name}', row {row + 1}: unknown method."), row);
        }
    }

    private Benchmark Benchmark(int row, string subject, bool cappedByCatalogue, bool isInDollars)
    {
        var table = law.Table("cms/benchmarks");
        var first = table.Column("d1");
        var bounds = new decimal?[10];
        for (var decile = 0; decile < 10; decile++)
        {
            bounds[decile] = table.NumberOrNull(row, first + decile);
        }

        return new(
            subject,
            bounds,
            table.IsYes(row, table.Column("inverse")),
            cappedByCatalogue || table.IsYes(row, table.Column("capped")),
            table.IsYes(row, table.Column("topped out")),
            (int)table.Number(row, table.Column("benchmark year")),
            table.IsYes(row, table.Column("provisional")),
            isInDollars);
    }

    private Dictionary<string, AdministrativeClaimsMeasure> ReadAdministrativeClaims()
    {
        var table = law.Table("administrative-claims-quality");
        var measures = new Dictionary<string, AdministrativeClaimsMeasure>(StringComparer.Ordinal);
        for (var row = 0; row < table.Rows; row++)
        {
            var id = table.Text(row, table.Column("measure"));
            var source = table.Text(row, table.Column("source"));
            measures.Add(id, new(
                id,
                Finding.Published(new("case minimum", Unit.Cases, source, "at least {v} cases are needed for {s}"), table.Number(row, table.Column("case minimum")), id),
                Finding.Published(new("fewest eligible clinicians", Unit.Clinicians, source, "at least {v} eligible clinicians are needed for {s}"), table.Number(row, table.Column("clinicians")), id),
                table.IsYes(row, table.Column("individuals")),
                table.IsYes(row, table.Column("groups"))));
        }

        return measures;
    }

    private Dictionary<string, ImprovementActivity> ReadActivities()
    {
        var table = law.Table("cms/improvement-activities");
        var (id, title, weight, programs) = (table.Column("activity"), table.Column("title"), table.Column("weight"), table.Column("programs"));
        var found = new Dictionary<string, ImprovementActivity>(table.Rows, StringComparer.Ordinal);
        for (var row = 0; row < table.Rows; row++)
        {
            found.Add(table.Text(row, id), new(
                table.Text(row, id),
                table.Text(row, title),
                table.IsNothing(row, weight) ? ActivityWeight.None : Enum.Parse<ActivityWeight>(table.Text(row, weight), ignoreCase: true),
                table.IsNothing(row, programs) ? null : table.List(row, programs)));
        }

        return found;
    }

    private Dictionary<(string Measure, SubmissionMethod Method), ClinicalCluster[]> ReadClusters()
    {
        var table = law.Table("cms/clinical-clusters");
        var (measure, method, kind, name, members) =
            (table.Column("measure"), table.Column("method"), table.Column("kind"), table.Column("name"), table.Column("members"));

        // CMS repeats a cluster for each of its measures: it is one object here, so that it can be told from others.
        var known = new Dictionary<(string Kind, string Name, string Members), ClinicalCluster>();
        ClinicalCluster ClusterIn(int row)
        {
            var key = (table.Text(row, kind), table.Text(row, name), table.Text(row, members));
            if (!known.TryGetValue(key, out var cluster))
            {
                known.Add(key, cluster = new(key.Item2, string.Equals(key.Item1, "specialty set", StringComparison.Ordinal), table.List(row, members)));
            }

            return cluster;
        }

        return Enumerable.Range(0, table.Rows)
            .GroupBy(row => (table.Text(row, measure), SubmissionMethods.Of(table.Text(row, method)) ?? throw new LawDataException($"'{table.Name}', row {row + 1}: unknown method.")))
            .ToDictionary(
                rows => rows.Key,
                rows => rows.Select(ClusterIn).ToArray());
    }

    private string[] ReadWebInterface() =>
        law.Find("web-interface-measures") is { } table
            ? [.. Enumerable.Range(0, table.Rows).Where(row => table.IsYes(row, table.Column("scored"))).Select(row => table.Text(row, table.Column("measure")))]
            : [];
}
