using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Checks that a value has the form of its measure, and that its counts can be.</summary>
internal static class ValueForms
{
    /// <summary>The fields of a value, for the question which of them are there.</summary>
    [Flags]
    private enum Fields
    {
        None = 0,
        Answer = 1,
        Counts = 2,
        Strata = 4,
        Fraction = 8,
        Observation = 16,
        Score = 32,
        Claims = 64,
        Rate = 128,
        EndToEnd = 256,
        NumeratorExclusion = 512,
        Survey = 1024,
    }

    public static void YesNo(MeasurementValue value, Place path, ProblemList problems)
    {
        if (HasForm(value, Fields.Answer, path, "true or false", problems) && value.Answer is null)
        {
            problems.Add(ProblemCode.WRONG_VALUE_FORM, path.ToString(), "The value of this measure is true or false. Send one of them.");
        }
    }

    public static void Proportion(MeasurementValue value, Place path, ProblemList problems)
    {
        if (!HasForm(value, Fields.Fraction, path, "numerator and denominator", problems)
            || !(Required(value.Numerator, "numerator", path, problems) & Required(value.Denominator, "denominator", path, problems)))
        {
            return;
        }

        var (numerator, denominator) = (value.Numerator!.Value, value.Denominator!.Value);
        if (numerator < 0m || denominator < 0m || numerator > denominator)
        {
            problems.Add(ProblemCode.IMPOSSIBLE_COUNT, path.ToString(), "A numerator lies between 0 and its denominator. Correct the counts.");
        }

        if (decimal.Truncate(numerator) != numerator || decimal.Truncate(denominator) != denominator)
        {
            problems.Add(ProblemCode.NOT_A_WHOLE_NUMBER, path.ToString(), "Numerator and denominator count patients: send whole numbers.");
        }
    }

    public static void Cost(MeasurementValue value, Place path, ProblemList problems)
    {
        if (HasForm(value, Fields.Score | Fields.Claims, path, "score and caseCount", problems)
            && (Required(value.Score, "score", path, problems) & Required(value.CaseCount, "caseCount", path, problems)))
        {
            NotNegative(value.Score, path, "score", problems);
            NotNegative(value.CaseCount, path, "caseCount", problems);
        }
    }

    public static void AdministrativeClaims(MeasurementValue value, Place path, ProblemList problems)
    {
        if (HasForm(value, Fields.Rate | Fields.Claims, path, "performanceRate and caseCount", problems)
            && (Required(value.PerformanceRate, "performanceRate", path, problems) & Required(value.CaseCount, "caseCount", path, problems)))
        {
            NotNegative(value.CaseCount, path, "caseCount", problems);
        }
    }

    public static void Quality(MeasurementValue value, QualityMeasure measure, SubmissionMethod method, Place path, QualityLaw law, ProblemList problems)
    {
        switch (measure.Metric)
        {
            case MetricType.SinglePerformanceRate:
                Single(value, measure, method, path, law, problems);
                break;
            case MetricType.RegistrySinglePerformanceRate:
                if (Single(value, measure, method, path, law, problems))
                {
                    SuppliedRate(value, path, problems);
                }

                break;
            case MetricType.MultiPerformanceRate or MetricType.RegistryMultiPerformanceRate:
                StrataOf(value, measure, method, path, law, problems);
                break;
            case MetricType.NonProportion:
                Observation(value, path, problems);
                break;
            default:
                Survey(value, path, problems);
                break;
        }
    }

    private static bool Single(MeasurementValue value, QualityMeasure measure, SubmissionMethod method, Place path, QualityLaw law, ProblemList problems)
    {
        if (!HasForm(value, Fields.Counts | Fields.Rate | Fields.EndToEnd | Fields.NumeratorExclusion, path, "performanceMet and eligiblePopulation", problems)
            || !(Required(value.PerformanceMet, "performanceMet", path, problems) & Required(value.EligiblePopulation, "eligiblePopulation", path, problems)))
        {
            return false;
        }

        Counts(value.PerformanceMet, value.PerformanceNotMet, value.EligiblePopulation, value.EligiblePopulationExclusion, value.EligiblePopulationException, path, problems);
        Exclusions(value.EligiblePopulationExclusion, measure, method, path, law, problems);
        return true;
    }

    /// <summary>A registry supplies the rate of a QCDR measure; where no case counts for performance there is none.</summary>
    private static void SuppliedRate(MeasurementValue value, Place path, ProblemList problems)
    {
        if (value.PerformanceMet + (value.PerformanceNotMet ?? 0) is > 0)
        {
            Required(value.PerformanceRate, "performanceRate", path, problems);
        }

        IsPercent(value.PerformanceRate, path, "performanceRate", problems);
    }

    private static void StrataOf(MeasurementValue value, QualityMeasure measure, SubmissionMethod method, Place path, QualityLaw law, ProblemList problems)
    {
        if (!HasForm(value, Fields.Strata | Fields.Rate | Fields.EndToEnd, path, "strata", problems))
        {
            return;
        }

        if (value.Strata is not { Length: > 0 } strata)
        {
            problems.Add(ProblemCode.MISSING_FIELD, path.At("strata"), $"{measure.Id} has several rates. Send the strata {string.Join(", ", measure.Strata)}.");
            return;
        }

        var (seen, allKnown) = (new SeenTexts(), true);
        for (var index = 0; index < strata.Length; index++)
        {
            var (stratum, place) = (strata[index], path.OfStratum(index));
            if (!measure.Strata.Contains(stratum.Name, StringComparer.Ordinal))
            {
                allKnown = false;
                problems.Add(ProblemCode.UNKNOWN_STRATUM, place.At("stratum"), $"{measure.Id} has no stratum '{ShownText.Of(stratum.Name)}' in this year. It has {string.Join(", ", measure.Strata)}.");
            }
            else if (!seen.Add(stratum.Name))
            {
                problems.Add(ProblemCode.DUPLICATE_STRATUM, place.At("stratum"), $"Stratum '{stratum.Name}' stands twice. Keep one.");
            }
            else if (Required(stratum.PerformanceMet, "performanceMet", place, problems) & Required(stratum.EligiblePopulation, "eligiblePopulation", place, problems))
            {
                Counts(stratum.PerformanceMet, stratum.PerformanceNotMet, stratum.EligiblePopulation, stratum.EligiblePopulationExclusion, stratum.EligiblePopulationException, place, problems);
                Exclusions(stratum.EligiblePopulationExclusion, measure, method, place, law, problems);
                if (measure.Metric == MetricType.RegistryMultiPerformanceRate)
                {
                    IsPercent(stratum.PerformanceRate, place, "performanceRate", problems);
                }
            }
        }

        if (allKnown && Missing(measure, method, seen) is { Length: > 0 } missing)
        {
            problems.Add(ProblemCode.MISSING_STRATUM, path.At("strata"), $"{measure.Id} lacks the strata {string.Join(", ", missing)}. Send all of them.");
        }
    }

    /// <summary>Strata that were not sent. Measure 238 has one rate less as a MIPS CQM than as an eCQM.</summary>
    private static string[] Missing(QualityMeasure measure, SubmissionMethod method, SeenTexts seen) =>
        [.. measure.Strata.Where(name => !seen.Contains(name) && !(method == SubmissionMethod.Registry && name is "totalRate" or "eCQMTotalRate"))];

    private static void Observation(MeasurementValue value, Place path, ProblemList problems)
    {
        if (!HasForm(value, Fields.Fraction | Fields.Observation | Fields.EndToEnd | Fields.NumeratorExclusion | Fields.Rate, path, "numerator, denominator and observationInstances", problems)
            || !(Required(value.Numerator, "numerator", path, problems) & Required(value.Denominator, "denominator", path, problems)))
        {
            return;
        }

        NotNegative(value.Denominator, path, "denominator", problems);
        NotNegative(value.ObservationInstances, path, "observationInstances", problems);
        NotNegative(value.DenominatorException, path, "denominatorException", problems);
        NotNegative(value.NumeratorExclusion, path, "numeratorExclusion", problems);
        if ((value.ObservationInstances ?? 0m) + (value.DenominatorException ?? 0m) + (value.NumeratorExclusion ?? 0m) > value.Denominator)
        {
            problems.Add(ProblemCode.IMPOSSIBLE_COUNT, path.ToString(), "More instances were observed, excepted and excluded than were eligible. Correct the counts.");
        }
    }

    private static void Survey(MeasurementValue value, Place path, ProblemList problems)
    {
        if (!HasForm(value, Fields.Score | Fields.Survey, path, "score, reliability, mask and isBelowMinimum", problems))
        {
            return;
        }

        if (!(value.IsBelowMinimum ?? false))
        {
            Required(value.Score, "score", path, problems);
        }

        IsPercent(value.Score, path, "score", problems);
    }

    private static void Counts(long? met, long? notMet, long? eligible, long? exclusions, long? exceptions, Place path, ProblemList problems)
    {
        if (met < 0 || notMet < 0 || eligible < 0 || exclusions < 0 || exceptions < 0)
        {
            problems.Add(ProblemCode.IMPOSSIBLE_COUNT, path.ToString(), "Counts of patients are not negative. Correct them.");
        }
        else if ((met ?? 0) + (notMet ?? 0) + (exclusions ?? 0) + (exceptions ?? 0) > (eligible ?? 0))
        {
            problems.Add(
                ProblemCode.IMPOSSIBLE_COUNT,
                path.ToString(),
                "performanceMet, performanceNotMet, eligiblePopulationExclusion and eligiblePopulationException add to more than eligiblePopulation. Correct the counts.");
        }
    }

    private static void Exclusions(long? exclusions, QualityMeasure measure, SubmissionMethod method, Place path, QualityLaw law, ProblemList problems)
    {
        if (exclusions is > 0 && method == SubmissionMethod.Registry && !measure.IsQcdr && law.CqmExclusionsRefused.Flag)
        {
            problems.Add(
                ProblemCode.EXCLUSION_NOT_ALLOWED,
                path.At("eligiblePopulationExclusion"),
                "The eligible population of a MIPS CQM is already without exclusions. Send 0, and take excluded cases out of eligiblePopulation.");
        }
    }

    private static bool HasForm(MeasurementValue value, Fields allowed, Place path, string expected, ProblemList problems)
    {
        if (ReferenceEquals(value, MeasurementValue.Unreadable))
        {
            return false;
        }

        var extra = Present(value) & ~allowed;
        if (extra == Fields.None)
        {
            return true;
        }

        problems.Add(ProblemCode.WRONG_VALUE_FORM, path.ToString(), $"The value is not of the form of this measure. Send {expected}.");
        return false;
    }

    private static Fields Present(MeasurementValue value)
    {
        static Fields If(bool isThere, Fields field) => isThere ? field : Fields.None;
        return If(value.Answer is not null, Fields.Answer)
            | If((value.PerformanceMet ?? value.PerformanceNotMet ?? value.EligiblePopulation ?? value.EligiblePopulationExclusion ?? value.EligiblePopulationException) is not null, Fields.Counts)
            | If(value.Strata is not null, Fields.Strata)
            | If((value.Numerator ?? value.Denominator) is not null, Fields.Fraction)
            | If((value.ObservationInstances ?? value.DenominatorException) is not null, Fields.Observation)
            | If(value.NumeratorExclusion is not null, Fields.NumeratorExclusion)
            | If(value.Score is not null, Fields.Score)
            | If(value.CaseCount is not null, Fields.Claims)
            | If(value.PerformanceRate is not null, Fields.Rate)
            | If(value.IsEndToEndReported is not null, Fields.EndToEnd)
            | If(value.Reliability is not null || (value.Mask ?? value.IsBelowMinimum) is not null, Fields.Survey);
    }

    private static bool Required<T>(T? value, string field, Place path, ProblemList problems)
        where T : struct
    {
        if (value is null)
        {
            problems.Add(ProblemCode.MISSING_FIELD, path.At(field), $"'{field}' is missing. Add it.");
        }

        return value is not null;
    }

    private static void NotNegative(decimal? value, Place path, string field, ProblemList problems)
    {
        if (value is < 0m)
        {
            problems.Add(ProblemCode.IMPOSSIBLE_COUNT, path.At(field), "The number is negative. Correct it.");
        }
    }

    private static void IsPercent(decimal? value, Place path, string field, ProblemList problems)
    {
        if (value is < 0m or > 100m)
        {
            problems.Add(ProblemCode.PERCENT_OUT_OF_RANGE, path.At(field), "The rate lies between 0 and 100 percent. Send 76.92 for 76.92 percent.");
        }
    }
}
