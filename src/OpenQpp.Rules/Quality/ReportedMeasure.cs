using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>A quality measure as it was reported through one collection type.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Method">The collection type.</param>
/// <param name="Value">What was reported; its form has been checked against the measure.</param>
public sealed record ReportedMeasure(QualityMeasure Measure, SubmissionMethod Method, MeasurementValue Value)
{
    /// <summary>Measure and collection type in a sentence.</summary>
    public string Subject => Measure.Subject(Method);
}
