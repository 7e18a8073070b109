using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>
/// Reads JSON value by value and knows at every moment where it stands. What is wrong with a value becomes a problem with
/// its path; the value is passed over and reading goes on, so that one reading finds everything.
/// </summary>
/// <remarks>Every method that reads a value leaves the reader on the last token of that value.</remarks>
internal ref struct JsonInput
{
    private readonly ProblemList problems;
    private readonly JsonPath path = new();
    private Utf8JsonReader json;

    public JsonInput(ReadOnlySpan<byte> utf8, ProblemList problems)
    {
        this.problems = problems;
        json = new(utf8, new JsonReaderOptions { MaxDepth = CaseLimits.Depth });
    }

    /// <summary>Problems so far.</summary>
    public readonly int Problems => problems.Found.Count;

    /// <summary>Whether the reader stands as deep as it may.</summary>
    public readonly bool IsAtLimit => json.CurrentDepth >= CaseLimits.Depth - 1;

    /// <summary>The path of the value at which the reader stands.</summary>
    public readonly string Place => path.ToString();

    /// <summary>Goes to the first token; false when there is none.</summary>
    public bool Begin() => json.Read();

    /// <summary>Checks that nothing follows.</summary>
    public void End() => json.Read();

    /// <summary>Enters an object. False where there is none, which is a problem.</summary>
    public bool EnterObject(string what)
    {
        if (json.TokenType == JsonTokenType.StartObject)
        {
            path.Enter();
            return true;
        }

        Wrong(what);
        return false;
    }

    /// <summary>Enters a list. False where there is none, which is a problem.</summary>
    public bool EnterList(string what)
    {
        if (json.TokenType == JsonTokenType.StartArray)
        {
            path.Enter();
            return true;
        }

        Wrong(what);
        return false;
    }

    /// <summary>
    /// Goes to the value of the next known field of the object; −1 at its end. Null counts as absent; unknown and repeated
    /// fields are problems.
    /// </summary>
    public int NextField(FieldNames names, ref FieldsSeen seen)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.ValueIsEscaped ? Encoding.UTF8.GetBytes(json.GetString()!) : json.ValueSpan;
            var field = names.Find(name, seen.Likely);
            if (field < 0)
            {
                PassOver(names, name);
                continue;
            }

            path.Field(names[field]);
            json.Read();
            if (!seen.Add(field, isNull: json.TokenType == JsonTokenType.Null))
            {
                problems.Add(ProblemCode.DUPLICATE_FIELD, Place, "The field stands twice in one object. Keep one.");
                Skip();
            }
            else if (json.TokenType != JsonTokenType.Null)
            {
                return field;
            }
        }

        path.Leave();
        return -1;
    }

    /// <summary>Goes to the next entry of an object whose names are data; null at its end.</summary>
    public string? NextEntry()
    {
        if (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            path.Field(name);
            json.Read();
            return name;
        }

        path.Leave();
        return null;
    }

    /// <summary>Goes to the next item of the list; false at its end.</summary>
    public bool NextItem(int index)
    {
        if (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            path.Item(index);
            return true;
        }

        path.Leave();
        return false;
    }

    public string? Text()
    {
        if (json.TokenType == JsonTokenType.String)
        {
            return json.GetString();
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
            problems.Add(ProblemCode.UNKNOWN_WORD, Place, $"'{ShownText.Of(json.GetString()!)}' is not one of the words that may stand here: {words.List()}.");
        }

        return place;
    }

    /// <summary>Tells that the value is of a kind that may not stand here, and passes over it.</summary>
    public void Wrong(string wanted)
    {
        problems.Add(ProblemCode.WRONG_TYPE, Place, $"Here stands {Kind(json.TokenType)}; {wanted} is expected.");
        Skip();
    }

    /// <summary>Passes over a value.</summary>
    public void PassOver() => Skip();

    /// <summary>Tells of a problem at a field of the object in which the reader stands or stood.</summary>
    public readonly void Problem(ProblemCode code, string place, string message) => problems.Add(code, place, message);

    public readonly JsonTokenType Token => json.TokenType;

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

    private void PassOver(FieldNames names, ReadOnlySpan<byte> name)
    {
        var isIgnored = names.IsIgnored(name);
        var text = isIgnored ? "" : ShownText.Of(json.GetString()!);
        path.Field(text);
        json.Read();
        if (!isIgnored && json.TokenType != JsonTokenType.Null)
        {
            problems.Add(ProblemCode.UNKNOWN_FIELD, Place, $"There is no field '{text}' here. Known are {names.List()}. Remove or correct it.");
        }

        Skip();
    }

    private void Skip()
    {
        if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            var depth = json.CurrentDepth;
            while (json.Read() && json.CurrentDepth > depth)
            {
            }
        }
    }

    private static string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "true or false",
    };
}
