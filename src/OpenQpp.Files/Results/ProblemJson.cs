using System.Text.Json;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Writes problems as JSON.</summary>
public static class ProblemJson
{
    /// <summary>Writes one problem.</summary>
    /// <param name="json">The writer, where a value may stand.</param>
    /// <param name="problem">The problem.</param>
    public static void Write(Utf8JsonWriter json, Problem problem)
    {
        json.WriteStartObject();
        json.WriteString(ResultNames.Code, problem.Code.ToString());
        json.WriteString(ResultNames.Message, problem.Message);
        json.WriteString(ResultNames.Path, problem.Path);
        json.WriteEndObject();
    }

    /// <summary>Writes the object that refused input gives.</summary>
    /// <param name="json">The writer, where a value may stand.</param>
    /// <param name="problems">The problems.</param>
    /// <param name="name">What the input is called among several, or null.</param>
    public static void WriteRefusal(Utf8JsonWriter json, IReadOnlyList<Problem> problems, string? name = null)
    {
        json.WriteStartObject();
        if (name is not null)
        {
            json.WriteString(ResultNames.Case, name);
        }

        json.WriteStartArray(ResultNames.Problems);
        foreach (var problem in problems)
        {
            Write(json, problem);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
