using System.Text.Json;
using OpenQpp.Files;
using OpenQpp.Vocabulary;

namespace OpenQpp.Explanations;

/// <summary>Explanations as users get them.</summary>
public static class Explained
{
    /// <summary>What is wrong with the explanation of a finding.</summary>
    /// <param name="finding">The finding.</param>
    public static IReadOnlyList<string> FaultsOf(Finding finding)
    {
        using var document = JsonDocument.Parse(BytesOf(finding), new JsonDocumentOptions { MaxDepth = 512 });
        return Recomputation.FaultsOf(document.RootElement);
    }

    private static byte[] BytesOf(Finding finding)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            FindingJson.Write(json, finding);
        }

        return buffer.ToArray();
    }
}
