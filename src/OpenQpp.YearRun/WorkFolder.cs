using System.Globalization;

namespace OpenQpp.YearRun;

/// <summary>
/// The folder in which a run keeps what it has done so far. A step is done when its marker stands there; a marker is
/// written last and in one move, so that a run that is killed goes on with the first step that is not done.
/// </summary>
internal sealed class WorkFolder
{
    private const string KeyFile = "key";

    private readonly string root;

    /// <summary>The work folder within an output folder.</summary>
    /// <param name="output">The output folder.</param>
    /// <param name="key">What the run depends on. What stands there of another run is removed.</param>
    public WorkFolder(string output, string key)
    {
        root = Path.Combine(output, ".work");
        var file = Path.Combine(root, KeyFile);
        if (Directory.Exists(root) && !(File.Exists(file) && string.Equals(File.ReadAllText(file), key, StringComparison.Ordinal)))
        {
            Directory.Delete(root, recursive: true);
        }

        IsResumed = Directory.Exists(root);
        Directory.CreateDirectory(root);
        Replace(file, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(key)));
    }

    /// <summary>Steps of an earlier start of the same run may stand there.</summary>
    public bool IsResumed { get; }

    /// <summary>The lines of a part, or of the nation.</summary>
    public string Input(int? part) => Path.Combine(root, part is { } number ? $"in-{Name(number)}" : "in-nation");

    /// <summary>A file of a part under a law.</summary>
    public string OfPart(string law, string kind, int part) => Path.Combine(root, $"{law}-{kind}-{Name(part)}");

    /// <summary>A file of the run.</summary>
    public string At(string name) => Path.Combine(root, name);

    public bool IsDone(string step) => File.Exists(Path.Combine(root, step + ".done"));

    public string Note(string step) => File.ReadAllText(Path.Combine(root, step + ".done"));

    /// <summary>Marks a step as done.</summary>
    /// <param name="step">The step.</param>
    /// <param name="note">What the next start must know of it.</param>
    public void Done(string step, string note = "") =>
        Replace(Path.Combine(root, step + ".done"), stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(note)));

    public void Remove() => Directory.Delete(root, recursive: true);

    /// <summary>Writes a file so that it stands there whole or not at all.</summary>
    public static void Replace(string path, Action<Stream> write)
    {
        var temporary = path + ".tmp";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private static string Name(int part) => part.ToString("00000", CultureInfo.InvariantCulture);
}
