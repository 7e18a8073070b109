namespace OpenQpp.Store;

/// <summary>A file with its bytes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its type.</param>
/// <param name="Sha256">SHA-256 of the bytes, hexadecimal.</param>
/// <param name="Body">The bytes.</param>
public sealed record StoredFile(string Name, string MediaType, string Sha256, byte[] Body)
{
    internal static StoredFile Of(Row row) => new(row.Text("name"), row.Text("media_type"), row.Text("sha256"), row.Bytes("body"));
}
