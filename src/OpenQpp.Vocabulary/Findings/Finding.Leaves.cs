namespace OpenQpp.Vocabulary;

public partial class Finding
{
    /// <summary>A number that stands in the input.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">The number.</param>
    /// <param name="subject">What it is about.</param>
    public static Finding Given(Label label, decimal value, string? subject = null) => Leaf(label, How.Given, value, subject);

    /// <summary>A yes or no that stands in the input.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">Yes or no.</param>
    /// <param name="subject">What it is about.</param>
    public static Finding Given(Label label, bool value, string? subject = null) => Leaf(label, How.Given, value, subject);

    /// <summary>A word that stands in the input.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">The word.</param>
    /// <param name="subject">What it is about.</param>
    public static Finding Given(Label label, string value, string? subject = null) => Leaf(label, How.Given, value, subject);

    /// <summary>A number taken because the input has none.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">The number.</param>
    public static Finding Assumed(Label label, decimal value) => Leaf(label, How.Assumed, value, null);

    /// <summary>A yes or no taken because the input has none.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">Yes or no.</param>
    public static Finding Assumed(Label label, bool value) => Leaf(label, How.Assumed, value, null);

    /// <summary>A number of the law of the year.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">The number.</param>
    public static Finding Parameter(Label label, decimal value) => Leaf(label, How.Parameter, value, null);

    /// <summary>A yes or no of the law of the year.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">Yes or no.</param>
    public static Finding Parameter(Label label, bool value) => Leaf(label, How.Parameter, value, null);

    /// <summary>A word of the law of the year.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">The word.</param>
    public static Finding Parameter(Label label, string value) => Leaf(label, How.Parameter, value, null);

    /// <summary>A parameter that CMS has not published.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    public static Finding UnknownParameter(Label label) =>
        new(label, null, How.NotKnown, ValueKind.NotKnown, 0m, false);

    /// <summary>A number of a published table.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">The number.</param>
    /// <param name="subject">What it is about.</param>
    public static Finding Published(Label label, decimal value, string? subject = null) => Leaf(label, How.Published, value, subject);

    /// <summary>A yes or no of a published table.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="value">Yes or no.</param>
    /// <param name="subject">What it is about.</param>
    public static Finding Published(Label label, bool value, string? subject = null) => Leaf(label, How.Published, value, subject);

    /// <summary>Taken out of scoring by the law.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="evidence">What decided.</param>
    public static Finding NotScored(Label label, string? subject, params ReadOnlySpan<Finding> evidence) =>
        Of(label, subject, How.NotScored, ValueKind.NotScored, 0m, false, evidence);

    /// <summary>Not known: an input that only CMS has is missing.</summary>
    /// <param name="label">Name, unit, basis and sentence.</param>
    /// <param name="evidence">What is known.</param>
    public static Finding NotKnown(Label label, params ReadOnlySpan<Finding> evidence) =>
        Of(label, null, How.NotKnown, ValueKind.NotKnown, 0m, false, evidence);

    private static Finding Leaf(Label label, How how, decimal value, string? subject) =>
        new(label, subject, how, ValueKind.Number, value, false);

    private static Finding Leaf(Label label, How how, bool value, string? subject) =>
        new(label, subject, how, ValueKind.Flag, 0m, value);

    private static Finding Leaf(Label label, How how, string value, string? subject) =>
        new Worded(label, subject, how, ValueKind.Word, 0m, false, [], value, NoRejections);
}
