namespace OpenQpp.Program;

/// <summary>A type of document that may accompany a request for targeted review: its extension, and how such a file begins.</summary>
/// <param name="Name">The name for people.</param>
/// <param name="Extensions">The extensions, small letters, with the dot.</param>
/// <param name="MediaType">The media type with which it is given back.</param>
/// <param name="Magic">The bytes with which every such file begins; empty for a text.</param>
/// <param name="FirstCharacters">The characters with which such a text can begin after blanks; empty for any.</param>
public sealed record DocumentType(string Name, IReadOnlyList<string> Extensions, string MediaType, byte[] Magic, string FirstCharacters = "")
{
    /// <summary>Every type.</summary>
    public static IReadOnlyList<DocumentType> All { get; } =
    [
        new("PDF", [".pdf"], "application/pdf", "%PDF-"u8.ToArray()),
        new("CSV", [".csv"], "text/csv", []),
        new("XML", [".xml"], "application/xml", [], "<"),
        new("JSON", [".json"], "application/json", [], "{["),
        new("PNG", [".png"], "image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        new("JPEG", [".jpg", ".jpeg"], "image/jpeg", [0xFF, 0xD8, 0xFF]),
    ];

    /// <summary>The type of a file name, or null.</summary>
    /// <param name="name">The file name.</param>
    public static DocumentType? OfName(string name) =>
        All.FirstOrDefault(type => type.Extensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether a file begins as one of this type does.</summary>
    /// <param name="first">The first bytes, <see cref="ReviewDocuments.FirstBytes"/> of them or the whole file.</param>
    public bool Begins(ReadOnlySpan<byte> first)
    {
        if (Magic.Length > 0)
        {
            return first.StartsWith(Magic);
        }

        var text = first.StartsWith("\uFEFF"u8) ? first[3..] : first;
        return !text.ContainsAnyInRange((byte)0, (byte)8) && !text.ContainsAnyInRange((byte)14, (byte)31) && !IsOther(text)
            && (FirstCharacters.Length == 0 || (text.TrimStart(" \t\r\n"u8) is [var character, ..] && FirstCharacters.Contains((char)character, StringComparison.Ordinal)));
    }

    // A text that begins like a file of another type is that file: a PDF renamed to .csv.
    private static bool IsOther(ReadOnlySpan<byte> text)
    {
        foreach (var type in All)
        {
            if (type.Magic.Length > 0 && text.StartsWith(type.Magic))
            {
                return true;
            }
        }

        return false;
    }
}
