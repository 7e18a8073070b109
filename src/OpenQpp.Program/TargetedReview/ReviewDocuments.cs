using System.Globalization;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>A document that somebody wants to send with a request.</summary>
/// <param name="Name">The file name as sent.</param>
/// <param name="Length">Its length, bytes.</param>
/// <param name="First">Its first bytes: <see cref="ReviewDocuments.FirstBytes"/>, or all where it is shorter.</param>
public sealed record OfferedDocument(string Name, long Length, ReadOnlyMemory<byte> First);

/// <summary>What documents a request for targeted review may carry. They are kept and given back, never opened or run.</summary>
public static class ReviewDocuments
{
    /// <summary>Bytes of a document that are looked at.</summary>
    public const int FirstBytes = 512;

    /// <summary>Most bytes of one document: 10 MiB.</summary>
    public const long MostBytes = 10L * 1024 * 1024;

    /// <summary>Most bytes of all documents of a request: 50 MiB.</summary>
    public const long MostBytesOfRequest = 50L * 1024 * 1024;

    /// <summary>Longest file name, characters.</summary>
    public const int LongestName = 120;

    private const string Types = "PDF, CSV, XML, JSON, PNG or JPEG";
    private const string Forbidden = "/\\:*?\"<>|";

    /// <summary>Every problem with the documents that are offered.</summary>
    /// <param name="offered">The documents.</param>
    /// <param name="alreadyThere">Bytes of the documents that the request has.</param>
    /// <param name="problems">Where problems are told.</param>
    public static void Check(IReadOnlyList<OfferedDocument> offered, long alreadyThere, ProblemList problems)
    {
        var total = alreadyThere;
        for (var place = 0; place < offered.Count; place++)
        {
            var document = offered[place];
            total += document.Length;
            Check(document, string.Create(CultureInfo.InvariantCulture, $"$.documents[{place}]"), problems);
        }

        if (total > MostBytesOfRequest)
        {
            problems.Add(ProblemCode.DOCUMENTS_TOO_LARGE, "$.documents", "The documents of a request may have 50 MiB together. Send fewer or smaller ones.");
        }
    }

    private static void Check(OfferedDocument document, string path, ProblemList problems)
    {
        if (WhyNotName(document.Name) is { } why)
        {
            problems.Add(ProblemCode.DOCUMENT_NAME, path + ".name", why);
        }

        if (document.Length > MostBytes)
        {
            problems.Add(ProblemCode.DOCUMENT_TOO_LARGE, path, "A document may have 10 MiB. Send a smaller one, or parts of it.");
        }

        if (document.Length == 0)
        {
            problems.Add(ProblemCode.DOCUMENT_TYPE, path, "The document is empty.");
        }
        else if (DocumentType.OfName(document.Name) is not { } type)
        {
            problems.Add(ProblemCode.DOCUMENT_TYPE, path + ".name", $"The name must end in the extension of its type: {Types}.");
        }
        else if (!type.Begins(document.First.Span))
        {
            problems.Add(ProblemCode.DOCUMENT_TYPE, path, $"The document is called {type.Name}, but does not begin like one.");
        }
    }

    private static string? WhyNotName(string name) => name switch
    {
        { Length: 0 } => "The document has no name.",
        { Length: > LongestName } => $"The name is longer than {LongestName} characters.",
        _ when name.Any(IsForbidden) => "The name holds characters that are not taken: no path, no control characters, none of : * ? \" < > |.",
        _ when name[0] == '.' || name.Contains("..", StringComparison.Ordinal) || name.Trim().Length != name.Length => "The name begins with a dot or a blank, ends with a blank, or holds two dots in a row.",
        _ => null,
    };

    // Marks that turn the direction of writing make "fdp.exe" read "exe.pdf".
    private static bool IsForbidden(char character) =>
        char.IsControl(character) || char.IsSurrogate(character) || Forbidden.Contains(character, StringComparison.Ordinal)
        || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
