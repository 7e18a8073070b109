using System.Text;

namespace OpenQpp.Vocabulary;

/// <summary>Text of an input as it is shown in a message: short, on one line, harmless to a terminal, and never a TIN or an NPI.</summary>
public static class ShownText
{
    private const int Longest = 40;
    private const int DigitsOfTin = 9;
    private const char Hidden = '\u2026';
    private const char Unprintable = '\uFFFD';

    /// <summary>The text, shortened; characters that do not print are replaced, and so are nine or more digits in a row.</summary>
    /// <param name="text">The text as it stands in the input.</param>
    public static string Of(string text)
    {
        var shown = new StringBuilder();
        var place = 0;
        while (place < text.Length && shown.Length < Longest)
        {
            var digits = DigitsAt(text, place);
            if (digits >= DigitsOfTin)
            {
                shown.Append(Hidden);
                place += digits;
            }
            else
            {
                shown.Append(IsUnprintable(text[place]) ? Unprintable : text[place]);
                place++;
            }
        }

        return place < text.Length ? shown.Append(Hidden).ToString() : shown.ToString();
    }

    private static int DigitsAt(string text, int place)
    {
        var length = 0;
        while (place + length < text.Length && char.IsAsciiDigit(text[place + length]))
        {
            length++;
        }

        return length;
    }

    private static bool IsUnprintable(char character) =>
        char.IsControl(character) || char.IsSurrogate(character) || character is (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';
}
