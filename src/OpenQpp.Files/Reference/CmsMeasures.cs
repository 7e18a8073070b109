using System.Text.Json;

namespace OpenQpp.Files;

/// <summary>Reads CMS's list of measures and activities of one year.</summary>
internal sealed class CmsMeasures
{
    private static readonly string[] PopulationFields =
    [
        "initialPopulationUuid", "denominatorUuid", "denominatorExclusionUuid", "denominatorExceptionUuid", "numeratorUuid", "numeratorExclusionUuid",
    ];

    private readonly int year;
    private readonly List<JsonElement> measures;

    public CmsMeasures(int year, JsonElement list, List<ImportNote> notes)
    {
        this.year = year;
        measures = [.. list.EnumerateArray()];
        foreach (var twice in measures.GroupBy(measure => measure.Text("measureId"), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            notes.Add(new(year, true, $"measures-data.json, {twice.Key}", "the id stands twice; ids must be unique"));
        }

        ById = measures.GroupBy(measure => measure.Text("measureId"), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    public IReadOnlyDictionary<string, JsonElement> ById { get; }

    public IReadOnlyList<RawTable> Tables()
    {
        var tables = new List<RawTable> { Quality(), Cost(), Activities(), Interoperability() };
        if (PopulationIds() is { Rows.Count: > 0 } ids)
        {
            tables.Add(ids);
        }

        return tables;
    }

    private IEnumerable<JsonElement> Of(params string[] categories) =>
        measures
            .Where(measure => categories.Contains(measure.Text("category"), StringComparer.Ordinal))
            .OrderBy(measure => measure.Text("measureId"), StringComparer.Ordinal);

    private RawTable Quality() =>
        new(
            "quality-measures",
            ["measure", "title", "type", "high priority", "inverse", "qcdr", "metric", "algorithm", "strata", "first year", "methods", "programs", "suppressed", "truncated", "historical benchmark", "cap removed", "capped", "ecqm"],
            [.. Of("quality").Select(measure => (string[])
            [
                measure.Text("measureId"),
                measure.Text("title"),
                measure.Text("measureType"),
                measure.YesNo("isHighPriority"),
                measure.YesNo("isInverse"),
                measure.YesNo("isRegistryMeasure"),
                measure.Text("metricType"),
                HasStrata(measure) ? measure.Text("overallAlgorithm") : "-",
                HasStrata(measure) ? CmsJson.Join([.. Strata(measure).Select(stratum => stratum.Text("name"))], '|') : "-",
                measure.Number("firstPerformanceYear"),
                measure.List("submissionMethods"),
                Programs(measure),
                Methods(measure, "clinicalGuidelineChanged", "isClinicalGuidelineChanged"),
                Methods(measure, "icdImpacted", "isIcdImpacted"),
                RemovedBenchmarks(measure),
                measure.List("sevenPointCapRemoved"),
                measure.YesNo("isToppedOutByProgram"),
                measure.Text("eMeasureId"),
            ])]);

    private static bool HasStrata(JsonElement measure) => measure.Text("metricType") is "multiPerformanceRate" or "registryMultiPerformanceRate";

    private static IEnumerable<JsonElement> Strata(JsonElement measure) =>
        measure.TryGetProperty("strata", out var strata) && strata.ValueKind == JsonValueKind.Array ? strata.EnumerateArray() : [];

    private static string Programs(JsonElement measure) =>
        measure.TryGetProperty("allowedPrograms", out var programs) && programs.ValueKind == JsonValueKind.Array && programs.GetArrayLength() == 0
            ? "none"
            : measure.List("allowedPrograms");

    /// <summary>The methods of a list, or all methods of the measure where the year has only a flag.</summary>
    private static string Methods(JsonElement measure, string list, string flag) =>
        measure.TryGetProperty(list, out _)
            ? measure.List(list)
            : string.Equals(measure.YesNo(flag), "yes", StringComparison.Ordinal) ? measure.List("submissionMethods") : "-";

    private static string RemovedBenchmarks(JsonElement measure)
    {
        foreach (var field in (string[])["benchmarks", "historic_benchmarks"])
        {
            if (measure.TryGetProperty(field, out var removed) && removed.ValueKind == JsonValueKind.Object)
            {
                return CmsJson.Join([.. removed.EnumerateObject().Select(method => $"{method.Name}={method.Value.GetString()}")]);
            }
        }

        return "-";
    }

    private RawTable Cost() =>
        new(
            "cost-measures",
            ["measure", "title", "programs", "first year"],
            [.. Of("cost").Select(measure => (string[])[measure.Text("measureId"), measure.Text("title"), Programs(measure), measure.Number("firstPerformanceYear")])]);

    private RawTable Activities() =>
        new(
            "improvement-activities",
            ["activity", "title", "weight", "subcategory", "cehrt eligible", "first year", "programs"],
            [.. Of("ia").Select(activity => (string[])
            [
                activity.Text("measureId"),
                activity.Text("title"),
                activity.Text("weight"),
                activity.Text("subcategoryId"),
                activity.TryGetProperty("cehrtEligible", out _) ? activity.YesNo("cehrtEligible") : "-",
                activity.Number("firstPerformanceYear"),
                Programs(activity),
            ])]);

    private RawTable Interoperability() =>
        new(
            "promoting-interoperability",
            ["measure", "title", "metric", "objective", "reporting category", "required", "bonus", "published weight", "exclusions", "substitutes", "programs"],
            [.. Of("pi", "aci").Select(measure => (string[])
            [
                measure.Text("measureId"),
                measure.Text("title"),
                measure.Text("metricType"),
                measure.Text("objective"),
                measure.Text("reportingCategory"),
                measure.YesNo("isRequired"),
                measure.YesNo("isBonus"),
                measure.Number("weight"),
                measure.List("exclusion"),
                measure.List("substitutes"),
                Programs(measure),
            ])]);

    /// <summary>Population ids of eCQMs; a year for which CMS published none has no such table.</summary>
    private RawTable PopulationIds()
    {
        var rows = new List<string[]>();
        foreach (var measure in Of("quality"))
        {
            foreach (var stratum in Strata(measure))
            {
                if (stratum.TryGetProperty("eMeasureUuids", out var ids))
                {
                    rows.Add(
                    [
                        measure.Text("measureId"),
                        measure.Text("eMeasureUuid"),
                        stratum.Text("name"),
                        .. PopulationFields.Select(field => ids.Text(field)),
                        ids.List("strata"),
                    ]);
                }
            }
        }

        return new(
            "population-ids",
            ["measure", "ecqm version", "stratum", "initial population", "denominator", "denominator exclusion", "denominator exception", "numerator", "numerator exclusion", "reporting strata"],
            rows);
    }

    public override string ToString() => $"measures of {year}";
}
