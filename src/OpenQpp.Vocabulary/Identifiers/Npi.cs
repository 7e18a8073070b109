namespace OpenQpp.Vocabulary;

/// <summary>National Provider Identifier: ten digits, the first 1 or 2, the last a check digit.</summary>
/// <remarks>Never written to a log or a message; <see cref="ToString"/> is masked.</remarks>
public readonly record struct Npi
{
    private readonly string digits;

    private Npi(string digits) => this.digits = digits;

    /// <summary>The ten digits.</summary>
    public string Digits => digits ?? "";

    /// <summary>Whether the text has the form of an NPI: ten digits.</summary>
    /// <param name="text">The text as submitted.</param>
    public static bool HasForm(string text) => text.Length == 10 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>
    /// Whether the number can exist: it begins with 1 or 2 and the Luhn sum over the prefix 80840 and the ten digits
    /// ends in zero (69 FR 3434).
    /// </summary>
    /// <param name="text">Text for which <see cref="HasForm"/> is true.</param>
    public static bool IsSound(string text)
    {
        // The prefix 80840 always adds 24 to the Luhn sum.
        var sum = 24;
        for (var position = 0; position < 10; position++)
        {
            var digit = text[9 - position] - '0';
            if (position % 2 == 1)
            {
                digit *= 2;
                if (digit > 9)
                {
                    digit -= 9;
                }
            }

            sum += digit;
        }

        return text[0] is '1' or '2' && sum % 10 == 0;
    }

    /// <summary>Takes a text that has the form of an NPI.</summary>
    /// <param name="text">Ten digits.</param>
    /// <exception cref="ArgumentException">The text is not ten digits.</exception>
    public static Npi Of(string text) =>
        HasForm(text) ? new(text) : throw new ArgumentException("An NPI has ten digits.", nameof(text));

    /// <summary>The masked form: only the last two digits.</summary>
    public override string ToString() => digits is null ? "" : $"********{digits[8..]}";
}
