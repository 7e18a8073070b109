using System.Text.Json;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Writes findings as JSON: each node with name, value, sentence, basis, how and parts.</summary>
public static class FindingJson
{
    /// <summary>Writes a finding with all its parts.</summary>
    /// <param name="json">The writer, where a value may stand.</param>
    /// <param name="finding">The finding.</param>
    public static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        WriteNode(json, finding);
        json.WriteEndObject();
    }

    /// <summary>Writes a list of texts.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="name">Name of the property.</param>
    /// <param name="texts">The texts.</param>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a number without zeros at its end, or null where there is none.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="name">Name of the property.</param>
    /// <param name="value">The number.</param>
    public static void WriteNumber(this Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WritePropertyName(name);
            json.WriteDigits(number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Writes a number without zeros at its end, or null where there is none.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="name">Name of the property.</param>
    /// <param name="value">The number.</param>
    public static void WriteNumber(this Utf8JsonWriter json, JsonEncodedText name, decimal? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case { } number when ShownNumber.IsWhole(number, out var whole): json.WriteNumber(name, whole); break;
            case { } number:
                json.WritePropertyName(name);
                json.WriteDigits(number);
                break;
        }
    }

    /// <summary>Writes the value of a finding: null where there is none.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="name">Name of the property.</param>
    /// <param name="finding">The finding.</param>
    public static void WriteValue(this Utf8JsonWriter json, string name, Finding finding)
    {
        switch (finding.Kind)
        {
            case ValueKind.Number: WriteNumber(json, name, finding.Number); break;
            case ValueKind.Flag: json.WriteBoolean(name, finding.Flag); break;
            case ValueKind.Word: json.WriteString(name, finding.Word); break;
            default: json.WriteNull(name); break;
        }
    }

    /// <summary>Writes a number as it stands, with zeros at its end.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="name">Name of the property.</param>
    /// <param name="number">The number.</param>
    internal static void WriteAsItStands(this Utf8JsonWriter json, JsonEncodedText name, decimal number)
    {
        Span<byte> digits = stackalloc byte[NumberDigits.Most];
        json.WritePropertyName(name);
        json.WriteRawValue(digits[..NumberDigits.WriteAsItStands(number, digits)], skipInputValidation: true);
    }

    private static void WriteDigits(this Utf8JsonWriter json, decimal number)
    {
        Span<byte> digits = stackalloc byte[NumberDigits.Most];
        json.WriteRawValue(digits[..NumberDigits.Write(number, digits)], skipInputValidation: true);
    }

    private static void WriteNode(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("name", finding.Label.Name);
        if (finding.Subject is { } subject)
        {
            json.WriteString("subject", subject);
        }

        json.WriteValue("value", finding);
        json.WriteString("unit", finding.Label.Unit.Word());
        json.WriteString("says", Sentence.Of(finding));
        json.WriteString("basis", FullBasis(finding.Label.Basis));
        json.WriteString("how", finding.How.Word());
        json.WriteStartArray("parts");
        foreach (var part in finding.Parts)
        {
            Write(json, part);
        }

        json.WriteEndArray();
        if (!finding.Rejected.IsEmpty || finding.How is How.Choice or How.ChoiceThenSum)
        {
            WriteRejected(json, finding);
        }
    }

    private static void WriteRejected(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("rejected");
        foreach (var rejection in finding.Rejected)
        {
            json.WriteStartObject();
            json.WriteString("why", Sentence.Of(rejection));
            WriteNode(json, rejection.Finding);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A paragraph of part 414 with its title; other sources are named in full already.</summary>
    /// <param name="basis">As the label has it.</param>
    public static string FullBasis(string basis) =>
        basis.StartsWith("414.", StringComparison.Ordinal) ? $"42 CFR {basis}" : basis;
}
