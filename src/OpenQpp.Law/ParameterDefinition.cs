using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>What a parameter is: everything but its values.</summary>
/// <param name="Key">File under <c>law/parameters</c> without ending, for example <c>payment/performance-threshold</c>.</param>
/// <param name="Name">The field's term.</param>
/// <param name="Means">One sentence.</param>
/// <param name="Paragraph">The paragraph that calls for it.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="KeyedByPaymentYear">Whether the file speaks in payment years.</param>
/// <param name="Open">What the sources leave open, or null.</param>
public sealed record ParameterDefinition(
    string Key,
    string Name,
    string Means,
    string Paragraph,
    Unit Unit,
    bool KeyedByPaymentYear,
    string? Open);
