using System.Text.Json;
using OpenQpp.Vocabulary;
using OpenQpp.YearRun;

namespace OpenQpp.Store;

/// <summary>A file with a JSON object on each line. What is wrong with a line is a problem, and the line is passed over.</summary>
internal sealed class JsonLines : IDisposable
{
    private const int LongestLine = 1 << 27;

    private readonly FileStream stream;
    private readonly ByteLines lines;

    public JsonLines(string path)
    {
        stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        (lines, Name) = (new(stream, isCsv: false, LongestLine), Path.GetFileName(path));
    }

    /// <summary>The name of the file.</summary>
    public string Name { get; }

    /// <summary>Where the line stands that was read last.</summary>
    public string Place => $"{Name}({lines.Number})";

    /// <summary>How much of the file was read, bytes.</summary>
    public long Position => stream.Position;

    /// <summary>The next line; null at the end.</summary>
    public byte[]? Next() => lines.Next(out var line) ? line.ToArray() : null;

    /// <summary>Takes a line apart; false where it is not what it must be, which is a problem.</summary>
    /// <param name="take">Takes it apart.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public bool Read(Func<bool> take, ProblemList problems)
    {
        try
        {
            if (take())
            {
                return true;
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            // Told below: the line is not JSON, or has another form.
        }

        problems.Add(ProblemCode.NOT_JSON, Place, "The line is not what 'openqpp year run' writes. Run the year again.");
        return false;
    }

    public void Dispose() => stream.Dispose();
}
