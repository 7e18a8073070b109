namespace OpenQpp.Vocabulary;

public partial class Finding : IValue<Finding>
{
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
