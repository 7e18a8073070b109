using System.Text.Json;

namespace OpenQpp.Claims;

/// <summary>What a part says of itself.</summary>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Token">The token of the run that made it; of two runs of a part the higher one counts.</param>
/// <param name="MadeOf">What it was made of, by name: program, law, settings, options and the content of every input.</param>
/// <param name="Sums">What it counted; amounts in cents.</param>
/// <param name="Files">Its files, and how many bytes they have.</param>
internal sealed record PartManifest(int Number, long Token, IReadOnlyList<KeyValuePair<string, string>> MadeOf, IReadOnlyDictionary<string, long[]> Sums, IReadOnlyDictionary<string, long> Files)
{
    /// <summary>Name of its file.</summary>
    public const string Name = "part.json";

    /// <summary>Whether two parts were made of the same.</summary>
    /// <param name="madeOf">What another one was made of.</param>
    public bool IsMadeOf(IReadOnlyList<KeyValuePair<string, string>> madeOf) => MadeOf.SequenceEqual(madeOf);

    /// <summary>What it was made of under a name; empty where nothing is.</summary>
    /// <param name="name">The name.</param>
    public string Of(string name) => MadeOf.FirstOrDefault(pair => string.Equals(pair.Key, name, StringComparison.Ordinal)).Value ?? "";

    /// <summary>Writes it, down to the disk.</summary>
    /// <param name="folder">The folder of the part.</param>
    public void Write(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, Name), FileMode.CreateNew, FileAccess.Write);
        using (var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("part", Number);
            json.WriteNumber("token", Token);
            json.WriteStartObject("madeOf");
            foreach (var (name, value) in MadeOf)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WriteStartObject("sums");
            foreach (var (name, sums) in Sums)
            {
                json.WriteStartArray(name);
                foreach (var sum in sums)
                {
                    json.WriteNumberValue(sum);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteStartObject("files");
            foreach (var (name, bytes) in Files)
            {
                json.WriteNumber(name, bytes);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        file.Flush(flushToDisk: true);
    }

    /// <summary>Reads that of a part; null where it is damaged, or a file is missing or has not the length that it must have.</summary>
    /// <param name="folder">The folder of the part.</param>
    public static PartManifest? Read(string folder)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, Name)));
            var root = json.RootElement;
            var manifest = new PartManifest(
                root.GetProperty("part").GetInt32(),
                root.GetProperty("token").GetInt64(),
                [.. root.GetProperty("madeOf").EnumerateObject().Select(pair => KeyValuePair.Create(pair.Name, pair.Value.GetString() ?? ""))],
                root.GetProperty("sums").EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.EnumerateArray().Select(sum => sum.GetInt64()).ToArray(), StringComparer.Ordinal),
                root.GetProperty("files").EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetInt64(), StringComparer.Ordinal));
            return manifest.Files.All(file => new FileInfo(Path.Combine(folder, file.Key)) is { Exists: true } found && found.Length == file.Value) ? manifest : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
