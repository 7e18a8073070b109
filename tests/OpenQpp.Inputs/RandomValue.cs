using System.Text.Json.Nodes;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Inputs;

/// <summary>Values of quality measures: at bounds, beside them, between them; complete and not; with cases and without.</summary>
public static class RandomValue
{
    public static JsonObject Of(Dice dice, QualityMeasure measure, SubmissionMethod method)
    {
        var benchmark = measure.BenchmarkFor(method);
        var value = new JsonObject { ["isEndToEndReported"] = method != SubmissionMethod.Claims && dice.Chance(40) };
        switch (measure.Metric)
        {
            case MetricType.MultiPerformanceRate or MetricType.RegistryMultiPerformanceRate:
                value["strata"] = new JsonArray([.. StrataOf(measure, method).Select(name => Stratum(dice, measure, method, name, benchmark))]);
                break;
            case MetricType.NonProportion:
                var cases = dice.Of(19, 20, dice.Whole(21, 500));
                value["numerator"] = Near(dice, benchmark, 0m, 100000m);
                value["denominator"] = cases;
                value["observationInstances"] = dice.Chance(80) ? cases : cases / 2;
                break;
            default:
                Count(dice, value, measure, method, benchmark);
                break;
        }

        return value;
    }

    /// <summary>A rate related to a benchmark.</summary>
    public static decimal Near(Dice dice, Benchmark? benchmark, decimal least, decimal most)
    {
        var bounds = benchmark?.Bounds.Where(bound => bound is not null).Select(bound => bound!.Value).ToArray() ?? [];
        var (one, other) = bounds.Length == 0 ? (0m, 100m) : (dice.Of(bounds), dice.Of(bounds));
        var rate = dice.Whole(0, 5) switch
        {
            0 or 1 => one,
            2 => one + dice.Of(-0.01m, 0.01m),
            3 => one * 1.2m,
            _ => one + ((other - one) * dice.Whole(0, 1000) / 1000m),
        };
        return Math.Clamp(Math.Round(rate, dice.Of(2, 2, 4), MidpointRounding.AwayFromZero), least, most);
    }

    private static JsonObject Stratum(Dice dice, QualityMeasure measure, SubmissionMethod method, string name, Benchmark? benchmark)
    {
        var stratum = new JsonObject { ["stratum"] = name };
        Count(dice, stratum, measure, method, benchmark);
        return stratum;
    }

    private static void Count(Dice dice, JsonObject value, QualityMeasure measure, SubmissionMethod method, Benchmark? benchmark)
    {
        var rate = Near(dice, benchmark, 0m, 100m);
        var performed = dice.Of(0, 1, 19, 20, 10000, 10000, 10000, dice.Whole(21, 900), dice.Whole(21, 900), dice.Whole(21, 900));
        var met = (int)(rate * performed / 100m);
        var excluded = method == SubmissionMethod.ElectronicHealthRecord && dice.Chance(40) ? dice.Whole(1, 30) : 0;
        var excepted = dice.Chance(35) ? dice.Whole(1, 40) : 0;
        var reported = performed + excluded + excepted;
        value["eligiblePopulation"] = reported + (dice.Chance(20) ? dice.Whole(1, reported + 1) : 0);
        value["performanceMet"] = met;
        value["performanceNotMet"] = performed - met;
        value["eligiblePopulationExclusion"] = excluded;
        value["eligiblePopulationException"] = excepted;
        if (performed > 0 && measure.Metric is MetricType.RegistrySinglePerformanceRate or MetricType.RegistryMultiPerformanceRate)
        {
            value["performanceRate"] = rate;
        }
    }

    /// <summary>As a CQM, measure 238 has two strata, as an eCQM three.</summary>
    private static IEnumerable<string> StrataOf(QualityMeasure measure, SubmissionMethod method) =>
        measure.Id is "238" && method == SubmissionMethod.Registry ? measure.Strata.Where(name => !name.EndsWith("otalRate", StringComparison.Ordinal)) : measure.Strata;
}
