using System.Globalization;
using System.Text.Json;

namespace OpenQpp.Files;

/// <summary>Reads CMS's benchmarks of one year.</summary>
internal sealed class CmsBenchmarks(int year, CmsMeasures measures, BenchmarkDecisions decisions, List<ImportNote> notes)
{
    private readonly HashSet<(string Measure, string Method)> seen = [];

    public RawTable Table(JsonElement list)
    {
        var rows = new List<string[]>();
        foreach (var benchmark in list.EnumerateArray())
        {
            if (Row(benchmark) is { } row)
            {
                rows.Add(row);
            }
        }

        foreach (var (measure, method, decision) in decisions.Unused())
        {
            notes.Add(new(year, true, $"benchmark-decisions.tsv, {measure} {method}", $"'{decision}' fits no row any more; remove the decision"));
        }

        rows.Sort((left, right) => (string.CompareOrdinal(left[0], right[0]), string.CompareOrdinal(left[1], right[1])) switch
        {
            (0, var byMethod) => byMethod,
            (var byMeasure, _) => byMeasure,
        });
        return new(
            "benchmarks",
            ["measure", "method", "benchmark year", "inverse", "topped out", "capped", "provisional", "average", "d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9", "d10"],
            rows);
    }

    private string[]? Row(JsonElement benchmark)
    {
        var (measure, method) = (benchmark.Text("measureId"), benchmark.Text("submissionMethod"));
        var where = $"benchmarks, {measure} {method}";
        if (!seen.Add((measure, method)))
        {
            notes.Add(new(year, true, where, "the row stands twice; measure and method must be unique"));
            return null;
        }

        var decided = decisions.Of(measure, method).ToList();
        foreach (var (decision, reason) in decided)
        {
            notes.Add(new(year, false, where, $"{reason}. Decision: {decision}"));
        }

        if (decided.Exists(one => one.Decision is "ignore"))
        {
            return null;
        }

        if (!measures.ById.TryGetValue(measure, out var known))
        {
            notes.Add(new(year, true, where, "the measure is not in the year's list; add a decision 'ignore' with the reason, or correct the list"));
            return null;
        }

        if (!known.Items("submissionMethods").Contains(method, StringComparer.Ordinal))
        {
            notes.Add(new(year, true, where, "the year's list does not offer the measure by this method; add a decision with the reason"));
            return null;
        }

        var isInverse = string.Equals(known.YesNo("isInverse"), "yes", StringComparison.Ordinal) && !decided.Exists(one => one.Decision is "direct");
        if (Ladder(benchmark, isInverse, decided) is not { } ladder)
        {
            notes.Add(new(year, true, where, "the ladder is neither of the year's ordinary form nor of a decided layout; add a decision 'layout …'"));
            return null;
        }

        if (!BenchmarkLadder.IsMonotonic(ladder, isInverse))
        {
            notes.Add(new(year, true, where, $"the ladder does not go one way from worst to best: {string.Join(' ', ladder.Select(Cell))}; add a decision 'bound …' or 'direct'"));
            return null;
        }

        return
        [
            measure,
            method,
            benchmark.Number("benchmarkYear"),
            isInverse ? "yes" : "no",
            benchmark.YesNo("isToppedOut"),
            benchmark.YesNo("isToppedOutByProgram"),
            decided.Exists(one => one.Decision is "provisional") ? "yes" : "no",
            benchmark.Number("averagePerformanceRate"),
            .. ladder.Select(Cell),
        ];
    }

    private static decimal?[]? Ladder(JsonElement benchmark, bool isInverse, List<(string Decision, string Reason)> decided)
    {
        decimal?[]? ladder;
        if (benchmark.TryGetProperty("percentiles", out var percentiles) && percentiles.ValueKind == JsonValueKind.Object)
        {
            ladder = BenchmarkLadder.OfPercentiles(percentiles, isInverse);
        }
        else if (benchmark.TryGetProperty("deciles", out var deciles) && deciles.ValueKind == JsonValueKind.Array)
        {
            ladder = BenchmarkLadder.OfArray(deciles, decided.Select(one => BenchmarkDecisions.LayoutOf(one.Decision)).FirstOrDefault(layout => layout is not null) ?? BenchmarkLayout.Decile2);
        }
        else
        {
            return null;
        }

        foreach (var (decision, _) in decided)
        {
            if (ladder is not null && BenchmarkDecisions.Bound(decision) is { } bound)
            {
                ladder[bound.Decile - 1] = bound.Value;
            }
        }

        return ladder;
    }

    private static string Cell(decimal? bound) => bound?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
