namespace OpenQpp.Vocabulary;

/// <summary>A number or a flag without its reasons: the same rule, asked for its outcome alone.</summary>
/// <param name="Number">The number; 0 for a flag.</param>
/// <param name="Flag">Yes or no; no for a number.</param>
public readonly record struct PlainValue(decimal Number, bool Flag) : IValue<PlainValue>
{
    /// <inheritdoc/>
    public static PlainValue Of(Finding finding) => finding.Plain;

    /// <inheritdoc/>
    public static PlainValue Given(Label label, decimal value, string? subject = null) => new(value, false);

    /// <inheritdoc/>
    public static PlainValue Given(Label label, bool value, string? subject = null) => Yes(value);

    /// <inheritdoc/>
    public static PlainValue Given(Label label, bool value, DateOnly day) => Yes(value);

    /// <inheritdoc/>
    public static PlainValue AtLeast(Label label, PlainValue value, PlainValue bound, string? subject = null) => Yes(Formulas.AtLeast(value.Number, bound.Number));

    /// <inheritdoc/>
    public static PlainValue MoreThan(Label label, PlainValue value, PlainValue bound, string? subject = null) => Yes(Formulas.MoreThan(value.Number, bound.Number));

    /// <inheritdoc/>
    public static PlainValue AtMost(Label label, PlainValue value, PlainValue bound, string? subject = null) => Yes(Formulas.AtMost(value.Number, bound.Number));

    /// <inheritdoc/>
    public static PlainValue Share(Label label, PlainValue percent, PlainValue of) => new(Formulas.Share(percent.Number, of.Number), false);

    /// <inheritdoc/>
    public static PlainValue Sum(Label label, params ReadOnlySpan<PlainValue> parts)
    {
        var value = 0m;
        foreach (ref readonly var part in parts)
        {
            value += part.Number;
        }

        return new(value, false);
    }

    /// <inheritdoc/>
    public static PlainValue CountOf(Label label, Finding part, int times) => new(times, false);

    /// <inheritdoc/>
    public static PlainValue AllOf(Label label, params ReadOnlySpan<PlainValue> parts) => Yes(!Has(parts, wanted: false));

    /// <inheritdoc/>
    public static PlainValue AllOfSubject(Label label, string? subject, ReadOnlySpan<PlainValue> parts) => Yes(!Has(parts, wanted: false));

    /// <inheritdoc/>
    public static PlainValue AnyOfSubject(Label label, string? subject, ReadOnlySpan<PlainValue> parts) => Yes(Has(parts, wanted: true));

    private static PlainValue Yes(bool flag) => new(0m, flag);

    private static bool Has(ReadOnlySpan<PlainValue> parts, bool wanted)
    {
        foreach (ref readonly var part in parts)
        {
            if (part.Flag == wanted)
            {
                return true;
            }
        }

        return false;
    }
}
