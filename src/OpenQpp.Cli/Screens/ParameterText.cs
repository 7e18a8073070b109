using System.Globalization;
using System.Text.Json;
using OpenQpp.Files;
using OpenQpp.Law;

namespace OpenQpp.Cli;

/// <summary>A parameter's value for people.</summary>
internal static class ParameterText
{
    public static string Of(ParameterValue value) => value.Kind switch
    {
        ParameterKind.None => $"none: {value.Text}",
        ParameterKind.Unknown => $"not known: {value.Text}",
        ParameterKind.Flag => value.Text is "true" ? "yes" : "no",
        ParameterKind.Words => value.Text.Length == 0 ? "none" : value.Text.Replace(";", ", ", StringComparison.Ordinal),
        _ => value.Text,
    };

    /// <summary>The value alone, for a cell of a table.</summary>
    public static string Cell(ParameterValue value) => value.Kind switch
    {
        ParameterKind.None => "-",
        ParameterKind.Unknown => "?",
        _ => Of(value),
    };
}

/// <summary>Writes a parameter's value of one law as JSON.</summary>
internal static class ParameterJson
{
    public static void Write(Utf8JsonWriter json, YearLaw law, string key)
    {
        var value = law.Parameter(key).Value;
        json.WriteStartObject();
        json.WriteString("law", law.Name);
        WriteValue(json, "value", value);
        if (value.Kind is ParameterKind.None or ParameterKind.Unknown)
        {
            json.WriteString("why", value.Text);
        }

        json.WriteString("source", value.Source);
        json.WriteString("status", value.Kind == ParameterKind.Unknown ? "unknown" : value.Status);
        json.WriteEndObject();
    }

    public static void WriteValue(Utf8JsonWriter json, string name, ParameterValue value)
    {
        switch (value.Kind)
        {
            case ParameterKind.Number: json.WriteNumber(name, decimal.Parse(value.Text, CultureInfo.InvariantCulture)); break;
            case ParameterKind.Flag: json.WriteBoolean(name, value.Text is "true"); break;
            case ParameterKind.Word: json.WriteString(name, value.Text); break;
            case ParameterKind.Words:
                json.WriteTexts(name, value.Text.Split(';', StringSplitOptions.RemoveEmptyEntries));
                break;
            default: json.WriteNull(name); break;
        }
    }
}
