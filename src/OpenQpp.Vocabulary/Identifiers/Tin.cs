namespace OpenQpp.Vocabulary;

/// <summary>Taxpayer Identification Number of a practice: nine digits, leading zeros kept.</summary>
/// <remarks>May be a Social Security Number, so it is never written to a log or a message; <see cref="ToString"/> is masked.</remarks>
public readonly record struct Tin
{
    private readonly string digits;

    private Tin(string digits) => this.digits = digits;

    /// <summary>The nine digits.</summary>
    public string Digits => digits ?? "";

    /// <summary>Whether the text has the form of a TIN: nine digits.</summary>
    /// <param name="text">The text as submitted.</param>
    public static bool HasForm(string text) => text.Length == 9 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>Takes a text that has the form of a TIN.</summary>
    /// <param name="text">Nine digits.</param>
    /// <exception cref="ArgumentException">The text is not nine digits.</exception>
    public static Tin Of(string text) =>
        HasForm(text) ? new(text) : throw new ArgumentException("A TIN has nine digits.", nameof(text));

    /// <summary>The masked form: only the last two digits.</summary>
    public override string ToString() => digits is null ? "" : $"*******{digits[7..]}";
}
