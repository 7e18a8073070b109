using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>Counts that give a rate.</summary>
internal static class Counts
{
    /// <summary>Whether a value is reported by counts whose rate can be asked for otherwise.</summary>
    public static bool Have(MeasurementValue value) => value is { PerformanceMet: not null, PerformanceNotMet: not null, Strata: null };

    /// <summary>
    /// The same patients with another rate: met of met and not met together. What is no whole number of patients is rounded so that
    /// the rate is no worse than the one asked for: up, or down where lower is better.
    /// </summary>
    public static MeasurementValue AtRate(MeasurementValue value, decimal percent, bool isInverse)
    {
        if (!Have(value))
        {
            return value;
        }

        var all = value.PerformanceMet!.Value + value.PerformanceNotMet!.Value;
        var exact = all * percent / 100m;
        var met = (long)(isInverse ? decimal.Floor(exact) : decimal.Ceiling(exact));
        return new()
        {
            IsEndToEndReported = value.IsEndToEndReported,
            PerformanceMet = met,
            PerformanceNotMet = all - met,
            EligiblePopulation = value.EligiblePopulation,
            EligiblePopulationException = value.EligiblePopulationException,
            EligiblePopulationExclusion = value.EligiblePopulationExclusion,
            PerformanceRate = null,
        };
    }
}
