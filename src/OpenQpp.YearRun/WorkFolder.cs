using System.Globalization;

namespace OpenQpp.YearRun;

/// <summary>
/// The folder in which a run keeps what it has done so far. A part is done when its file stands there, which gets its name when
/// it is whole, so that a run that is killed goes on with the parts that are not done.
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
        Replace(file, key);
    }

    /// <summary>Steps of an earlier start of the same run may stand there.</summary>
    public bool IsResumed { get; }

    /// <summary>The file of a part under a law.</summary>
    public string OfPart(string law, int part) => Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"{law}-{part:00000}"));

    /// <summary>A file of the run.</summary>
    public string At(string name) => Path.Combine(root, name);

    public void Remove() => Directory.Delete(root, recursive: true);

    /// <summary>Writes a file so that it stands there whole or not at all.</summary>
    private static void Replace(string path, string text)
    {
        var temporary = path + ".tmp";
        File.WriteAllText(temporary, text);
        File.Move(temporary, path, overwrite: true);
    }
}
