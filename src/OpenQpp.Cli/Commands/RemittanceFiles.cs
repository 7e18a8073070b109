using OpenQpp.Remits;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary>The files of a command line, each of which can be read more than once; standard input is put aside for that.</summary>
internal sealed class RemittanceFiles : IDisposable
{
    private const string StandardInput = "-";

    private readonly List<string> aside = [];

    public RemittanceFiles(IEnumerable<string> paths)
    {
        All = [.. paths.Select(path => string.Equals(path, StandardInput, StringComparison.Ordinal) ? Aside() : new(Path.GetFileName(path), () => Open(path)))];
    }

    public IReadOnlyList<RemittanceFile> All { get; }

    /// <summary>Reads; what cannot be read is refused.</summary>
    public static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refused(ProblemCode.NOT_READABLE, "$", $"A file cannot be opened: {ShownText.Of(Path.GetFileName((fault as FileNotFoundException)?.FileName ?? ""))}. Check the path and that you may read it.");
        }
    }

    public void Dispose()
    {
        foreach (var path in aside)
        {
            File.Delete(path);
        }
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refused(ProblemCode.NOT_READABLE, "$", $"The file '{ShownText.Of(path)}' cannot be opened. Check the path and that you may read it.");
        }
    }

    private RemittanceFile Aside()
    {
        var path = Path.GetTempFileName();
        aside.Add(path);
        using (var to = File.Create(path))
        using (var from = Console.OpenStandardInput())
        {
            from.CopyTo(to);
        }

        return new("standard input", () => Open(path));
    }
}
