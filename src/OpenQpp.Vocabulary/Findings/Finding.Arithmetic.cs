namespace OpenQpp.Vocabulary;

public partial class Finding
{
    /// <summary>The sum of the parts; parts without a number add nothing.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="parts">The parts.</param>
    public static Finding Sum(Label label, params ReadOnlySpan<Finding> parts) => Of(label, null, How.Sum, ValueKind.Number, Total(parts), false, parts);

    /// <summary>The sum of parts kept in an array that the caller will not change.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="parts">The parts.</param>
    public static Finding SumOf(Label label, Finding[] parts) => new OfParts(label, null, How.Sum, ValueKind.Number, Total(parts), false, parts);

    /// <summary>The sum of the parts that the law chose.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="chosen">The parts chosen.</param>
    /// <param name="rejected">What was not chosen, and why.</param>
    public static Finding ChosenSum(Label label, Finding[] chosen, Rejection[] rejected) =>
        rejected.Length > 0
            ? new Worded(label, null, How.ChoiceThenSum, ValueKind.Number, Total(chosen), false, chosen, null, rejected)
            : new OfParts(label, null, How.ChoiceThenSum, ValueKind.Number, Total(chosen), false, chosen);

    /// <summary>p1 − p2 − …</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="from">What is reduced.</param>
    /// <param name="reductions">The reductions.</param>
    public static Finding Difference(Label label, Finding from, params ReadOnlySpan<Finding> reductions)
    {
        var value = from.Number;
        foreach (var reduction in reductions)
        {
            value -= reduction.Number;
        }

        return Computed(label, null, How.Difference, value, [from, .. reductions]);
    }

    /// <summary>p1 × p2 × …</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="factors">The factors.</param>
    public static Finding Product(Label label, params ReadOnlySpan<Finding> factors) => ProductOf(label, null, factors);

    /// <summary>p1 × p2 × …, about a subject.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="factors">The factors.</param>
    public static Finding ProductOf(Label label, string? subject, params ReadOnlySpan<Finding> factors)
    {
        var value = 1m;
        foreach (var factor in factors)
        {
            value *= factor.Number;
        }

        return Computed(label, subject, How.Product, value, factors);
    }

    /// <summary>p1 ÷ p2</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="dividend">p1</param>
    /// <param name="divisor">p2, not 0.</param>
    public static Finding Quotient(Label label, Finding dividend, Finding divisor) => QuotientOf(label, null, dividend, divisor);

    /// <summary>p1 ÷ p2, about a subject.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="dividend">p1</param>
    /// <param name="divisor">p2, not 0.</param>
    public static Finding QuotientOf(Label label, string? subject, Finding dividend, Finding divisor) =>
        Computed(label, subject, How.Quotient, dividend.Number / divisor.Number, [dividend, divisor]);

    /// <summary>100 × p1 ÷ p2: multiplied before it is divided.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="part">p1</param>
    /// <param name="whole">p2, not 0.</param>
    /// <param name="subject">What it is about.</param>
    public static Finding Percentage(Label label, Finding part, Finding whole, string? subject = null) =>
        Computed(label, subject, How.Percentage, 100m * part.Number / whole.Number, [part, whole]);

    /// <summary>p1 × p2 ÷ 100: a percent of something.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="percent">p1, percent.</param>
    /// <param name="of">p2</param>
    public static Finding Share(Label label, Finding percent, Finding of) =>
        Computed(label, null, How.Share, Formulas.Share(percent.Number, of.Number), [percent, of]);

    /// <summary>p1 × p2 ÷ p3: multiplied before it is divided.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="first">p1</param>
    /// <param name="second">p2</param>
    /// <param name="divisor">p3, not 0.</param>
    /// <param name="subject">What it is about.</param>
    public static Finding Proportion(Label label, Finding first, Finding second, Finding divisor, string? subject = null) =>
        Computed(label, subject, How.Proportion, first.Number * second.Number / divisor.Number, [first, second, divisor]);

    /// <summary>p1 × (p2 − p3) ÷ p4</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="full">p1: the value at the end of the scale.</param>
    /// <param name="position">p2: where on the scale.</param>
    /// <param name="start">p3: where the scale starts.</param>
    /// <param name="length">p4: its length, not 0.</param>
    public static Finding SlidingScale(Label label, Finding full, Finding position, Finding start, Finding length) =>
        Computed(
            label,
            null,
            How.SlidingScale,
            full.Number * (position.Number - start.Number) / length.Number,
            [full, position, start, length]);

    /// <summary>(p1 − p2) ÷ p3</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">p1</param>
    /// <param name="mean">p2</param>
    /// <param name="deviation">p3, not 0.</param>
    public static Finding StandardScore(Label label, Finding value, Finding mean, Finding deviation) =>
        Computed(label, null, How.StandardScore, (value.Number - mean.Number) / deviation.Number, [value, mean, deviation]);

    /// <summary>p2 + (p1 − p3) ÷ (p4 − p3)</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="rate">p1: the rate or amount.</param>
    /// <param name="decile">p2: its decile.</param>
    /// <param name="bound">p3: the bound of the decile.</param>
    /// <param name="next">p4: the bound of the next decile, other than p3.</param>
    /// <param name="subject">What it is about.</param>
    public static Finding Interpolation(Label label, Finding rate, Finding decile, Finding bound, Finding next, string? subject) =>
        Computed(
            label,
            subject,
            How.Interpolation,
            decile.Number + ((rate.Number - bound.Number) / (next.Number - bound.Number)),
            [rate, decile, bound, next]);

    /// <summary>The mean of the parts.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="parts">The parts, at least one.</param>
    /// <param name="subject">What it is about.</param>
    public static Finding Mean(Label label, Finding[] parts, string? subject = null)
    {
        var sum = 0m;
        foreach (var part in parts)
        {
            sum += part.Number;
        }

        return new OfParts(label, subject, How.Mean, ValueKind.Number, sum / parts.Length, false, parts);
    }

    /// <summary>The number of parts.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="parts">The parts.</param>
    public static Finding Count(Label label, Finding[] parts) => new OfParts(label, null, How.Count, ValueKind.Number, parts.Length, false, parts);

    /// <summary>The smallest part.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="parts">The parts, at least one.</param>
    /// <param name="subject">What it is about.</param>
    public static Finding Minimum(Label label, string? subject, params ReadOnlySpan<Finding> parts)
    {
        var value = parts[0].Number;
        foreach (var part in parts)
        {
            value = Math.Min(value, part.Number);
        }

        return Computed(label, subject, How.Minimum, value, parts);
    }

    /// <summary>The largest part.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="parts">The parts, at least one.</param>
    /// <param name="subject">What it is about.</param>
    public static Finding Maximum(Label label, string? subject, params ReadOnlySpan<Finding> parts)
    {
        var value = parts[0].Number;
        foreach (var part in parts)
        {
            value = Math.Max(value, part.Number);
        }

        return Computed(label, subject, How.Maximum, value, parts);
    }

    /// <summary>p1 rounded to p2 decimals, half away from zero: the only rounding there is.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">p1</param>
    /// <param name="decimals">p2, 0 to 28.</param>
    /// <param name="subject">What it is about.</param>
    public static Finding Rounding(Label label, Finding value, Finding decimals, string? subject = null) =>
        Computed(
            label,
            subject,
            How.Rounding,
            Math.Round(value.Number, (int)decimals.Number, MidpointRounding.AwayFromZero),
            [value, decimals]);

    /// <summary>p1 rounded up to a whole number.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">p1</param>
    public static Finding Ceiling(Label label, Finding value) =>
        Computed(label, null, How.Ceiling, Math.Ceiling(value.Number), [value]);

    /// <summary>p1 without what stands beyond p2 decimals.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">p1</param>
    /// <param name="decimals">p2, 0 to 28.</param>
    public static Finding CutOff(Label label, Finding value, Finding decimals) =>
        Computed(label, null, How.CutOff, Math.Round(value.Number, (int)decimals.Number, MidpointRounding.ToZero), [value, decimals]);

    private static decimal Total(ReadOnlySpan<Finding> parts)
    {
        var value = 0m;
        foreach (var part in parts)
        {
            value += part.NumberOrZero;
        }

        return value;
    }

    private static Finding Computed(Label label, string? subject, How how, decimal value, params ReadOnlySpan<Finding> parts) =>
        Of(label, subject, how, ValueKind.Number, value, false, parts);
}
