using System.Buffers.Text;
using System.Security.Cryptography;

namespace OpenQpp.Store;

/// <summary>Ids that may stand in an address: 16 random bytes in 22 characters of base64url. They say nothing of whom they name.</summary>
public static class OpaqueId
{
    /// <summary>Characters of an id.</summary>
    public const int Length = 22;

    private const int Bytes = 16;

    /// <summary>A new id that nobody can guess.</summary>
    public static string New()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        RandomNumberGenerator.Fill(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Whether a text has the form of an id; nothing else needs to be looked for.</summary>
    /// <param name="text">The text.</param>
    public static bool HasForm(string? text) => text is { Length: Length } && Base64Url.IsValid(text);
}
