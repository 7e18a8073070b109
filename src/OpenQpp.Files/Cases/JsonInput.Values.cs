using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <content>The values: texts, numbers, dates, words.</content>
internal ref partial struct JsonInput
{
    public string? Text()
    {
        if (json.TokenType == JsonTokenType.String)
        {
            return Decoded();
        }

        Wrong("a text");
        return null;
    }

    /// <summary>A text, or a number as it is written: a year or a figure that some write with and some without quotes.</summary>
    public string? TextOrNumber() =>
        json.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(json.ValueSpan) : Text();

    public bool? Flag()
    {
        if (json.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return json.TokenType == JsonTokenType.True;
        }

        Wrong("true or false");
        return null;
    }

    public decimal? Number()
    {
        if (json.TokenType != JsonTokenType.Number)
        {
            Wrong("a number");
            return null;
        }

        if (json.TryGetDecimal(out var number) && number is >= -CaseLimits.Number and <= CaseLimits.Number && number.Scale <= CaseLimits.Decimals)
        {
            return number;
        }

        // Zeros at the end of a number say nothing.
        if (number is >= -CaseLimits.Number and <= CaseLimits.Number && Math.Round(number, CaseLimits.Decimals) == number && number != 0m)
        {
            return Math.Round(number, CaseLimits.Decimals);
        }

        problems.Add(ProblemCode.NUMBER_OUT_OF_RANGE, Place, "Numbers lie between −1000000000000 and 1000000000000 and have at most 20 digits after the point. Correct the number.");
        return null;
    }

    public long? Whole()
    {
        if (json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var whole) && whole is >= -(long)CaseLimits.Number and <= (long)CaseLimits.Number)
        {
            return whole;
        }

        if (Number() is not { } number)
        {
            return null;
        }

        if (decimal.Truncate(number) == number)
        {
            return (long)number;
        }

        problems.Add(ProblemCode.NOT_A_WHOLE_NUMBER, Place, "A count is a whole number. Correct it.");
        return null;
    }

    public DateOnly? Date()
    {
        if (json.TokenType != JsonTokenType.String)
        {
            Wrong("a date");
            return null;
        }

        if (DateIn(json.ValueSpan) is { } date)
        {
            return date;
        }

        problems.Add(ProblemCode.NOT_A_DATE, Place, "A date has the form YYYY-MM-DD and exists. Correct it.");
        return null;
    }

    /// <summary>A word of a list; null where the word is not in it, which is a problem.</summary>
    public T? Word<T>(Func<string, T?> find, string known)
        where T : struct
    {
        if (Text() is not { } text)
        {
            return null;
        }

        if (find(text) is { } found)
        {
            return found;
        }

        problems.Add(ProblemCode.UNKNOWN_WORD, Place, $"'{ShownText.Of(text)}' is not one of the words that may stand here: {known}.");
        return null;
    }

    /// <summary>The place of a word in a list; −1 where the word is not in it, which is a problem.</summary>
    public int WordOf(FieldNames words)
    {
        if (json.TokenType != JsonTokenType.String)
        {
            Wrong("a text");
            return -1;
        }

        var place = words.Find(json.ValueSpan, 0);
        if (place < 0)
        {
            problems.Add(ProblemCode.UNKNOWN_WORD, Place, $"'{ShownText.Of(Decoded())}' is not one of the words that may stand here: {words.List()}.");
        }

        return place;
    }

    /// <summary>A value as a cell of a table has it: yes and no as Y and N, a list of plain values joined by semicolons.</summary>
    public string? Cell()
    {
        switch (json.TokenType)
        {
            case JsonTokenType.True: return "Y";
            case JsonTokenType.False: return "N";
            case JsonTokenType.String or JsonTokenType.Number: return TextOrNumber();
            case JsonTokenType.StartArray:
                path.Enter();
                var items = new List<string?>();
                while (NextItem(items.Count))
                {
                    items.Add(json.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject ? TextOrNumber() : Cell());
                }

                return string.Join(';', items);
            default:
                Wrong("a text, a number, true or false");
                return null;
        }
    }

    /// <summary>The date of ten bytes YYYY-MM-DD, or null where they are none.</summary>
    private static DateOnly? DateIn(ReadOnlySpan<byte> text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-'
            || !Utf8Parser.TryParse(text[..4], out int year, out var inYear) || inYear != 4
            || !Utf8Parser.TryParse(text[5..7], out int month, out var inMonth) || inMonth != 2
            || !Utf8Parser.TryParse(text[8..], out int day, out var inDay) || inDay != 2
            || year < 1 || month is < 1 or > 12)
        {
            return null;
        }

        return day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>The text on which the reader stands. Half of a character pair (\ud800 alone) is a problem; it is then left as it is written.</summary>
    private readonly string Decoded()
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            problems.Add(ProblemCode.NOT_UTF8, Place, "A text holds half of a character pair, such as \\ud800 alone. Correct the text.");
            return Encoding.UTF8.GetString(json.ValueSpan);
        }
    }
}
