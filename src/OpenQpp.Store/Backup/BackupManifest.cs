using System.Text.Json;

namespace OpenQpp.Store;

/// <summary>A table in a backup.</summary>
/// <param name="Name">Its name; its rows stand in the entry NAME.ndjson, each an array of values in the order of the columns, bytes as base64.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Sha256">SHA-256 of the entry.</param>
internal sealed record BackupTable(string Name, IReadOnlyList<string> Columns, long Rows, string Sha256);

/// <summary>What a backup holds: the entry <c>manifest.json</c>.</summary>
/// <param name="Format">The form of the file.</param>
/// <param name="Schema">The number of the schema.</param>
/// <param name="MadeAt">When it was made, RFC 3339.</param>
/// <param name="Tables">The tables, those first to which others refer.</param>
internal sealed record BackupManifest(int Format, long Schema, string MadeAt, IReadOnlyList<BackupTable> Tables)
{
    public const string Entry = "manifest.json";

    /// <summary>The form that this program writes and reads.</summary>
    public const int ThisFormat = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>Reads it; null where it is none.</summary>
    /// <param name="stream">The entry.</param>
    public static BackupManifest? Read(Stream stream)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(stream, Options) is { Format: ThisFormat, Tables: not null } manifest ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
