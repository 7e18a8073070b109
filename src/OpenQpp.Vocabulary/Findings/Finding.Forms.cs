namespace OpenQpp.Vocabulary;

public partial class Finding : IValue<Finding>
{
    /// <summary>The number or the flag without its reasons.</summary>
    /// <exception cref="InvalidOperationException">The finding has neither: a fault in the engine.</exception>
    internal PlainValue Plain => Kind is ValueKind.Number or ValueKind.Flag ? new(number, flag) : throw NoSuchValue("number, yes or no");

    static Finding IValue<Finding>.Of(Finding finding) => finding;

    static Finding IValue<Finding>.Given(Label label, bool value, DateOnly day) => Given(label, value, day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    static Finding IValue<Finding>.CountOf(Label label, Finding part, int times)
    {
        var parts = new Finding[times];
        Array.Fill(parts, part);
        return Count(label, parts);
    }

    static Finding IValue<Finding>.AllOfSubject(Label label, string? subject, ReadOnlySpan<Finding> parts) => AllOfSubject(label, subject, parts.ToArray());

    static Finding IValue<Finding>.AnyOfSubject(Label label, string? subject, ReadOnlySpan<Finding> parts) => AnyOfSubject(label, subject, parts.ToArray());
}
