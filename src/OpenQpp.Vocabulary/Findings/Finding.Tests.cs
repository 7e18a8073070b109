namespace OpenQpp.Vocabulary;

public partial class Finding
{
    /// <summary>Whether p1 ≥ p2.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">p1</param>
    /// <param name="bound">p2</param>
    /// <param name="subject">What it is about.</param>
    public static Finding AtLeast(Label label, Finding value, Finding bound, string? subject = null) =>
        new OfTwo(label, subject, How.AtLeast, ValueKind.Flag, 0m, Formulas.AtLeast(value.Number, bound.Number), value, bound);

    /// <summary>Whether p1 &gt; p2.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">p1</param>
    /// <param name="bound">p2</param>
    /// <param name="subject">What it is about.</param>
    public static Finding MoreThan(Label label, Finding value, Finding bound, string? subject = null) =>
        new OfTwo(label, subject, How.MoreThan, ValueKind.Flag, 0m, Formulas.MoreThan(value.Number, bound.Number), value, bound);

    /// <summary>Whether p1 ≤ p2.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">p1</param>
    /// <param name="bound">p2</param>
    /// <param name="subject">What it is about.</param>
    public static Finding AtMost(Label label, Finding value, Finding bound, string? subject = null) =>
        new OfTwo(label, subject, How.AtMost, ValueKind.Flag, 0m, Formulas.AtMost(value.Number, bound.Number), value, bound);

    /// <summary>Whether all parts are true.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="parts">The parts.</param>
    public static Finding AllOf(Label label, params ReadOnlySpan<Finding> parts) => Of(label, null, How.AllOf, ValueKind.Flag, 0m, !Has(parts, wanted: false), parts);

    /// <summary>Whether all parts are true, about a subject.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="parts">The parts.</param>
    public static Finding AllOfSubject(Label label, string? subject, Finding[] parts) =>
        new OfParts(label, subject, How.AllOf, ValueKind.Flag, 0m, !Has(parts, wanted: false), parts);

    /// <summary>Whether a part is true.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="parts">The parts.</param>
    public static Finding AnyOf(Label label, params ReadOnlySpan<Finding> parts) => Of(label, null, How.AnyOf, ValueKind.Flag, 0m, Has(parts, wanted: true), parts);

    /// <summary>Whether a part is true, about a subject.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="parts">The parts.</param>
    public static Finding AnyOfSubject(Label label, string? subject, Finding[] parts) =>
        new OfParts(label, subject, How.AnyOf, ValueKind.Flag, 0m, Has(parts, wanted: true), parts);

    /// <summary>Whether no part is true.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="parts">The parts.</param>
    public static Finding NoneOf(Label label, params ReadOnlySpan<Finding> parts) => Of(label, null, How.NoneOf, ValueKind.Flag, 0m, !Has(parts, wanted: true), parts);

    /// <summary>Whether no part is true, about a subject.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="parts">The parts.</param>
    public static Finding NoneOfSubject(Label label, string? subject, Finding[] parts) =>
        new OfParts(label, subject, How.NoneOf, ValueKind.Flag, 0m, !Has(parts, wanted: true), parts);

    /// <summary>What the law takes, what decided, and what it did not take.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="taken">p1: what the law takes.</param>
    /// <param name="evidence">What decided.</param>
    /// <param name="rejected">What was not taken, and why.</param>
    public static Finding Choice(Label label, string? subject, Finding taken, ReadOnlySpan<Finding> evidence, Rejection[]? rejected = null) =>
        taken.Kind == ValueKind.Word || rejected is { Length: > 0 }
            ? new Worded(label, subject, How.Choice, taken.Kind, taken.number, taken.flag, [taken, .. evidence], (taken as Worded)?.Text, rejected ?? NoRejections)
            : evidence switch
            {
                [] => new OfParts(label, subject, How.Choice, taken.Kind, taken.number, taken.flag, [taken]),
                [var only] => new OfTwo(label, subject, How.Choice, taken.Kind, taken.number, taken.flag, taken, only),
                _ => new OfParts(label, subject, How.Choice, taken.Kind, taken.number, taken.flag, [taken, .. evidence]),
            };

    /// <summary>What the law takes and what decided.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="taken">p1: what the law takes.</param>
    /// <param name="evidence">What decided.</param>
    public static Finding Taken(Label label, string? subject, Finding taken, params ReadOnlySpan<Finding> evidence) =>
        Choice(label, subject, taken, evidence);

    private static bool Has(ReadOnlySpan<Finding> parts, bool wanted)
    {
        foreach (var part in parts)
        {
            if (part.Flag == wanted)
            {
                return true;
            }
        }

        return false;
    }
}
