using OpenQpp.Files;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary>One of several cases.</summary>
/// <param name="Name">File or line.</param>
/// <param name="Bytes">The document.</param>
internal sealed record NamedCase(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>Where cases come from.</summary>
internal static class CaseSources
{
    private const string StandardInput = "-";

    /// <summary>The bytes of one case.</summary>
    public static byte[] One(string path) => One(path, CaseLimits.Bytes);

    /// <summary>The bytes of one document; of one that is too long, one byte more than the most comes back.</summary>
    public static byte[] One(string path, int most) => Reading(path, () =>
    {
        using var stream = Open(path);
        return ReadAtMost(stream, most + 1);
    });

    /// <summary>The cases of a folder, by name.</summary>
    public static IEnumerable<NamedCase> OfFolder(string folder) =>
        Reading(folder, () => Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories))
            .Select(file => (File: file, Name: Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => new NamedCase(file.Name, One(file.File)));

    /// <summary>The cases of a file with one a line; empty lines are passed over.</summary>
    public static IEnumerable<NamedCase> OfLines(string path)
    {
        using var stream = Reading(path, () => Open(path));
        foreach (var (line, bytes) in Lines.Of(stream, CaseLimits.Bytes))
        {
            yield return new($"line {line}", bytes);
        }
    }

    private static Stream Open(string path) =>
        string.Equals(path, StandardInput, StringComparison.Ordinal) ? Console.OpenStandardInput() : File.OpenRead(path);

    private static byte[] ReadAtMost(Stream stream, int most)
    {
        using var buffer = new MemoryStream();
        var part = new byte[81920];
        int read;
        while (buffer.Length < most && (read = stream.Read(part, 0, (int)Math.Min(part.Length, most - buffer.Length))) > 0)
        {
            buffer.Write(part, 0, read);
        }

        return buffer.ToArray();
    }

    /// <summary>Reads; what cannot be read is refused.</summary>
    public static T Reading<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refused(ProblemCode.NOT_READABLE, "$", $"'{ShownText.Of(path)}' cannot be read. Check that it is there and that you may read it.");
        }
    }
}
