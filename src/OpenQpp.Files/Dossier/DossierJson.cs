using System.Text.Json;
using OpenQpp.Program;

namespace OpenQpp.Files;

/// <summary>Writes a dossier.</summary>
public static class DossierJson
{
    /// <summary>Writes a dossier: whether all agrees, the first difference with its explanation, and every number compared.</summary>
    /// <param name="json">The writer, where a value may stand.</param>
    /// <param name="dossier">The dossier.</param>
    /// <param name="result">The result that it is about.</param>
    /// <param name="madeBy">What the result was made from.</param>
    public static void Write(Utf8JsonWriter json, Dossier dossier, ScoredCase result, MadeBy madeBy)
    {
        json.WriteStartObject();
        json.WriteNumber("performanceYear", result.Law.Year.Year);
        json.WriteBoolean("agrees", dossier.First is null);
        json.WritePropertyName("firstDifference");
        if (dossier.First is { } first)
        {
            json.WriteStartObject();
            WriteNumber(json, first);
            json.WriteString("needs", first.Needs);
            json.WriteString("says", Sentence.Of(first.Computed.Finding));
            json.WritePropertyName("explanation");
            FindingJson.Write(json, first.Computed.Finding);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteStartArray("compared");
        foreach (var number in dossier.Compared)
        {
            json.WriteStartObject();
            WriteNumber(json, number);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ResultJson.WriteMadeBy(json, madeBy);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, ComparedNumber number)
    {
        json.WriteString("path", number.Printed.Path);
        if (number.Printed.Value is { } printed)
        {
            // With the decimals that were printed.
            json.WriteNumber("printed", printed);
        }
        else
        {
            json.WriteNull("printed");
        }

        json.WriteNumber("computed", number.Computed.Value);
        json.WriteBoolean("agrees", number.Agrees);
        json.WriteString("basis", FindingJson.FullBasis(number.Basis));
    }
}
