using System.Text;
using System.Text.Json;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>
/// Reads JSON value by value and knows at every moment where it stands. What is wrong with a value becomes a problem with
/// its path; the value is passed over and reading goes on, so that one reading finds everything.
/// </summary>
/// <remarks>Every method that reads a value leaves the reader on the last token of that value.</remarks>
internal ref partial struct JsonInput
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
    public readonly int Problems => problems.Count;

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
            var name = json.ValueIsEscaped ? Encoding.UTF8.GetBytes(Decoded()) : json.ValueSpan;
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
            var name = Decoded();
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

    private void PassOver(FieldNames names, ReadOnlySpan<byte> name)
    {
        var isIgnored = names.IsIgnored(name);
        var text = isIgnored ? "" : ShownText.Of(Decoded());
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
