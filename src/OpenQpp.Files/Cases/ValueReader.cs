using System.Text.Json;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Reads the value of a measurement, in any of CMS's forms.</summary>
internal static class ValueReader
{
    private static readonly FieldNames ValueFields = new(
        [
            "isEndToEndReported", "eligiblePopulation", "performanceMet", "performanceNotMet", "eligiblePopulationException", "eligiblePopulationExclusion",
            "numerator", "denominator", "numeratorExclusion", "denominatorException", "observationInstances", "strata",
            "performanceRate", "caseCount", "score", "reliability", "mask", "isBelowMinimum",
        ],
        "reportingRate");

    private static readonly FieldNames StratumFields = new(
        ["stratum", "eligiblePopulation", "performanceMet", "performanceNotMet", "eligiblePopulationException", "eligiblePopulationExclusion", "performanceRate"],
        "isEndToEndReported",
        "reportingRate",
        "numeratorExclusion",
        "caseCount");

    private static readonly MeasurementValue Yes = new() { Answer = true };
    private static readonly MeasurementValue No = new() { Answer = false };

    public static MeasurementValue Read(ref JsonInput input)
    {
        if (input.Token is JsonTokenType.True or JsonTokenType.False)
        {
            return input.Token == JsonTokenType.True ? Yes : No;
        }

        return input.EnterObject("true, false or an object") ? ReadObject(ref input) : MeasurementValue.Unreadable;
    }

    private static MeasurementValue ReadObject(ref JsonInput input)
    {
        var before = input.Problems;
        bool? endToEnd = null, mask = null, isBelowMinimum = null;
        long? eligible = null, met = null, notMet = null, exceptions = null, exclusions = null, caseCount = null;
        decimal? numerator = null, denominator = null, numeratorExclusion = null, denominatorException = null, instances = null, rate = null, score = null;
        string? reliability = null;
        Stratum[]? strata = null;
        var seen = default(FieldsSeen);
        int field;
        while ((field = input.NextField(ValueFields, ref seen)) >= 0)
        {
            switch (field)
            {
                case 0: endToEnd = input.Flag(); break;
                case 1: eligible = input.Whole(); break;
                case 2: met = input.Whole(); break;
                case 3: notMet = input.Whole(); break;
                case 4: exceptions = input.Whole(); break;
                case 5: exclusions = input.Whole(); break;
                case 6: numerator = input.Number(); break;
                case 7: denominator = input.Number(); break;
                case 8: numeratorExclusion = input.Number(); break;
                case 9: denominatorException = input.Number(); break;
                case 10: instances = input.Number(); break;
                case 11: strata = ReadStrata(ref input); break;
                case 12: rate = input.Number(); break;
                case 13: caseCount = input.Whole(); break;
                case 14: score = input.Number(); break;
                case 15: reliability = input.TextOrNumber(); break;
                case 16: mask = input.Flag(); break;
                default: isBelowMinimum = input.Flag(); break;
            }
        }

        return input.Problems > before
            ? MeasurementValue.Unreadable
            : new()
            {
                IsEndToEndReported = endToEnd,
                EligiblePopulation = eligible,
                PerformanceMet = met,
                PerformanceNotMet = notMet,
                EligiblePopulationException = exceptions,
                EligiblePopulationExclusion = exclusions,
                Numerator = numerator,
                Denominator = denominator,
                NumeratorExclusion = numeratorExclusion,
                DenominatorException = denominatorException,
                ObservationInstances = instances,
                Strata = strata,
                PerformanceRate = rate,
                CaseCount = caseCount,
                Score = score,
                Reliability = reliability,
                Mask = mask,
                IsBelowMinimum = isBelowMinimum,
            };
    }

    private static Stratum[] ReadStrata(ref JsonInput input)
    {
        if (!input.EnterList("a list of strata"))
        {
            return [];
        }

        var strata = new List<Stratum>();
        for (var index = 0; input.NextItem(index); index++)
        {
            if (input.EnterObject("a stratum"))
            {
                strata.Add(ReadStratum(ref input));
            }
        }

        return [.. strata];
    }

    private static Stratum ReadStratum(ref JsonInput input)
    {
        string? name = null;
        long? eligible = null, met = null, notMet = null, exceptions = null, exclusions = null;
        decimal? rate = null;
        var seen = default(FieldsSeen);
        int field;
        while ((field = input.NextField(StratumFields, ref seen)) >= 0)
        {
            switch (field)
            {
                case 0: name = input.Text(); break;
                case 1: eligible = input.Whole(); break;
                case 2: met = input.Whole(); break;
                case 3: notMet = input.Whole(); break;
                case 4: exceptions = input.Whole(); break;
                case 5: exclusions = input.Whole(); break;
                default: rate = input.Number(); break;
            }
        }

        if (!seen.Has(0))
        {
            input.Problem(ProblemCode.MISSING_FIELD, $"{input.Place}.stratum", "'stratum' is missing. Give the name of the stratum.");
        }

        return new()
        {
            Name = name ?? "",
            EligiblePopulation = eligible,
            PerformanceMet = met,
            PerformanceNotMet = notMet,
            EligiblePopulationException = exceptions,
            EligiblePopulationExclusion = exclusions,
            PerformanceRate = rate,
        };
    }
}
