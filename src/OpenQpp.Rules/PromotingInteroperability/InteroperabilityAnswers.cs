using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>A Promoting Interoperability set as submitted.</summary>
public sealed class InteroperabilityAnswers
{
    private const string Basis = "414.1375(b)";

    private static readonly Label Answered = new("answer", Unit.YesNo, Basis, "{s}: {v}");
    private static readonly Label Numerator = new("numerator", Unit.Cases, Basis, "the numerator of {s} is {v}");
    private static readonly Label Denominator = new("denominator", Unit.Cases, Basis, "the denominator of {s} is {v}");

    private readonly MeasurementValue?[] values;

    /// <summary>A set as submitted.</summary>
    /// <param name="method">The submission method.</param>
    /// <param name="cehrtId">The CEHRT ID, or null.</param>
    /// <param name="start">First day of the performance period, or null.</param>
    /// <param name="end">Last day of the performance period, or null.</param>
    /// <param name="measurements">What was answered; measures that the year does not know are passed over.</param>
    /// <param name="catalogue">The measures of the year.</param>
    public InteroperabilityAnswers(
        SubmissionMethod method,
        string? cehrtId,
        DateOnly? start,
        DateOnly? end,
        ReadOnlySpan<Measurement> measurements,
        InteroperabilityCatalogue catalogue)
    {
        Method = method;
        CehrtId = cehrtId;
        Days = start is { } first && end is { } last ? last.DayNumber - first.DayNumber + 1 : null;
        values = new MeasurementValue?[catalogue.All.Length];
        foreach (var measurement in measurements)
        {
            if (catalogue.Find(measurement.MeasureId) is { } measure)
            {
                values[measure.Ordinal] ??= measurement.Value;
                HasData = true;
            }
        }
    }

    /// <summary>The submission method.</summary>
    public SubmissionMethod Method { get; }

    /// <summary>The CEHRT ID, or null.</summary>
    public string? CehrtId { get; }

    /// <summary>Days of the performance period, first and last included; null where a date is missing.</summary>
    public int? Days { get; }

    /// <summary>Whether anything was answered.</summary>
    public bool HasData { get; }

    /// <summary>What was answered to a measure, or null.</summary>
    /// <param name="measure">The measure.</param>
    public MeasurementValue? this[InteroperabilityMeasure measure] => values[measure.Ordinal];

    /// <summary>Whether a measure was answered, with yes, no or counts.</summary>
    /// <param name="measure">The measure.</param>
    public bool Has(InteroperabilityMeasure measure) => values[measure.Ordinal] is not null;

    /// <summary>Whether a measure was answered yes; no where the year has no such measure.</summary>
    /// <param name="measure">The measure, or null.</param>
    public bool IsYes(InteroperabilityMeasure? measure) => measure is not null && (values[measure.Ordinal]?.Answer ?? false);

    /// <summary>Whether a measure was reported with at least one case in the numerator.</summary>
    /// <param name="measure">The measure.</param>
    public bool HasNumerator(InteroperabilityMeasure measure) => values[measure.Ordinal] is { Numerator: >= 1m, Denominator: >= 1m };

    /// <summary>Whether an exclusion of a measure is claimed; an exclusion counts only when it is true.</summary>
    /// <param name="measure">The measure.</param>
    public bool IsExcluded(InteroperabilityMeasure measure)
    {
        foreach (var exclusion in measure.Exclusions)
        {
            if (IsYes(exclusion))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a measure is fulfilled as its form asks: at least one case, or yes.</summary>
    /// <param name="measure">The measure.</param>
    public bool IsReported(InteroperabilityMeasure measure) => measure.IsProportion ? HasNumerator(measure) : IsYes(measure);

    /// <summary>Whether a registry measure carries exactly one level of active engagement; a measure without levels always does.</summary>
    /// <param name="measure">The registry measure.</param>
    public bool HasOneLevel(InteroperabilityMeasure measure) =>
        measure.BeforeProduction is null || IsYes(measure.BeforeProduction) != IsYes(measure.InProduction);

    /// <summary>The answer yes or no, as a leaf.</summary>
    /// <param name="measure">The measure.</param>
    public Finding Answer(InteroperabilityMeasure measure) => Finding.Given(Answered, IsYes(measure), measure.Id);

    /// <summary>Numerator and denominator, as leaves.</summary>
    /// <param name="measure">The measure.</param>
    public (Finding Numerator, Finding Denominator) Counts(InteroperabilityMeasure measure) =>
        (Finding.Given(Numerator, values[measure.Ordinal]?.Numerator ?? 0m, measure.Id), Finding.Given(Denominator, values[measure.Ordinal]?.Denominator ?? 0m, measure.Id));
}
