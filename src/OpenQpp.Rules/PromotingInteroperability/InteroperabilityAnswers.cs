using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>A Promoting Interoperability set as submitted.</summary>
/// <param name="Method">The submission method.</param>
/// <param name="CehrtId">The CEHRT ID, or null.</param>
/// <param name="Start">First day of the performance period, or null.</param>
/// <param name="End">Last day of the performance period, or null.</param>
/// <param name="Values">What was answered, by measure id.</param>
public sealed record InteroperabilityAnswers(
    SubmissionMethod Method,
    string? CehrtId,
    DateOnly? Start,
    DateOnly? End,
    IReadOnlyDictionary<string, MeasurementValue> Values)
{
    private const string Basis = "414.1375(b)";

    private static readonly Label Answered = new("answer", Unit.YesNo, Basis, "{s}: {v}");
    private static readonly Label Numerator = new("numerator", Unit.Cases, Basis, "the numerator of {s} is {v}");
    private static readonly Label Denominator = new("denominator", Unit.Cases, Basis, "the denominator of {s} is {v}");

    /// <summary>Days of the performance period, first and last included; null where a date is missing.</summary>
    public int? Days => Start is { } start && End is { } end ? end.DayNumber - start.DayNumber + 1 : null;

    /// <summary>Whether a measure was answered, with yes, no or counts.</summary>
    /// <param name="id">The measure.</param>
    public bool Has(string id) => Values.ContainsKey(id);

    /// <summary>Whether a measure was answered yes.</summary>
    /// <param name="id">The measure.</param>
    public bool IsYes(string id) => Values.TryGetValue(id, out var value) && (value.Answer ?? false);

    /// <summary>Whether a measure was reported with at least one case in the numerator.</summary>
    /// <param name="id">The measure.</param>
    public bool HasNumerator(string id) => Values.TryGetValue(id, out var value) && value.Numerator >= 1m && value.Denominator >= 1m;

    /// <summary>Whether an exclusion of a measure is claimed; an exclusion counts only when it is true.</summary>
    /// <param name="measure">The measure.</param>
    public bool IsExcluded(InteroperabilityMeasure measure) => measure.Exclusions.Any(IsYes);

    /// <summary>Whether a measure is fulfilled as its form asks: at least one case, or yes.</summary>
    /// <param name="measure">The measure.</param>
    public bool IsReported(InteroperabilityMeasure measure) => measure.IsProportion ? HasNumerator(measure.Id) : IsYes(measure.Id);

    /// <summary>The answer yes or no, as a leaf.</summary>
    /// <param name="id">The measure.</param>
    public Finding Answer(string id) => Finding.Given(Answered, IsYes(id), id);

    /// <summary>Numerator and denominator, as leaves.</summary>
    /// <param name="id">The measure.</param>
    public (Finding Numerator, Finding Denominator) Counts(string id) =>
        (Finding.Given(InteroperabilityAnswers.Numerator, Values[id].Numerator ?? 0m, id), Finding.Given(InteroperabilityAnswers.Denominator, Values[id].Denominator ?? 0m, id));
}
