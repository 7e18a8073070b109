namespace OpenQpp.Vocabulary;

/// <summary>
/// In which form a rule answers: as a <see cref="Finding"/>, a value and why it is that value, or as a <see cref="PlainValue"/>, the value alone.
/// A rule that is written for both stands once. Whoever asks for a flag of a nation gets it without its reasons, and whoever asks why gets them from the same rule.
/// </summary>
/// <typeparam name="TSelf">The form.</typeparam>
public interface IValue<TSelf>
    where TSelf : IValue<TSelf>
{
    /// <summary>Yes or no.</summary>
    bool Flag { get; }

    /// <summary>A parameter of the law, or what else is known as a finding.</summary>
    /// <param name="finding">The finding.</param>
    static abstract TSelf Of(Finding finding);

    /// <summary>A number that stands in the input.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">The number.</param>
    /// <param name="subject">What it is about.</param>
    static abstract TSelf Given(Label label, decimal value, string? subject = null);

    /// <summary>A yes or no that stands in the input.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">Yes or no.</param>
    /// <param name="subject">What it is about.</param>
    static abstract TSelf Given(Label label, bool value, string? subject = null);

    /// <summary>A yes or no about a day that stands in the input.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">Yes or no.</param>
    /// <param name="day">The day that it is about.</param>
    static abstract TSelf Given(Label label, bool value, DateOnly day);

    /// <summary>Whether p1 ≥ p2.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">p1</param>
    /// <param name="bound">p2</param>
    /// <param name="subject">What it is about.</param>
    static abstract TSelf AtLeast(Label label, TSelf value, TSelf bound, string? subject = null);

    /// <summary>Whether p1 &gt; p2.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">p1</param>
    /// <param name="bound">p2</param>
    /// <param name="subject">What it is about.</param>
    static abstract TSelf MoreThan(Label label, TSelf value, TSelf bound, string? subject = null);

    /// <summary>Whether p1 ≤ p2.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">p1</param>
    /// <param name="bound">p2</param>
    /// <param name="subject">What it is about.</param>
    static abstract TSelf AtMost(Label label, TSelf value, TSelf bound, string? subject = null);

    /// <summary>p1 × p2 ÷ 100: a percent of something.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="percent">p1, percent.</param>
    /// <param name="of">p2</param>
    static abstract TSelf Share(Label label, TSelf percent, TSelf of);

    /// <summary>The sum of the parts.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="parts">The parts.</param>
    static abstract TSelf Sum(Label label, params ReadOnlySpan<TSelf> parts);

    /// <summary>The number of parts that all say the same.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="part">What each of them says.</param>
    /// <param name="times">How many there are.</param>
    static abstract TSelf CountOf(Label label, Finding part, int times);

    /// <summary>Whether all parts are true.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="parts">The parts.</param>
    static abstract TSelf AllOf(Label label, params ReadOnlySpan<TSelf> parts);

    /// <summary>Whether all parts are true, about a subject.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="parts">The parts.</param>
    static abstract TSelf AllOfSubject(Label label, string? subject, ReadOnlySpan<TSelf> parts);

    /// <summary>Whether a part is true, about a subject.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="parts">The parts.</param>
    static abstract TSelf AnyOfSubject(Label label, string? subject, ReadOnlySpan<TSelf> parts);
}
