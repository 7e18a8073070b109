using System.Text.Json;
using OpenQpp.Files;
using OpenQpp.Program;

namespace OpenQpp.Explanations;

/// <summary>Results as users get them.</summary>
public static class Results
{
    /// <summary>A result with its explanation, as JSON.</summary>
    /// <param name="result">The scored case.</param>
    /// <param name="input">The bytes of the case.</param>
    public static byte[] BytesOf(ScoredCase result, ReadOnlySpan<byte> input)
    {
        var madeBy = MadeBy.Of(result.Law, input);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            ResultJson.Write(json, result, madeBy, withExplanation: true);
        }

        return buffer.ToArray();
    }
}
