using System.Text;

namespace OpenQpp.CommandLine;

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("openqpp-tests-").FullName;

    public string At(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a file, with the folders above it.</summary>
    public string Write(string text, params string[] parts) => Write(Encoding.UTF8.GetBytes(text), parts);

    public string Write(byte[] bytes, params string[] parts)
    {
        var path = At(parts);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Copies a folder, or the files of it that are chosen by their path within it.</summary>
    public void Copy(string from, string to, Func<string, bool>? isChosen = null)
    {
        foreach (var file in Files(from).Where(file => isChosen is null || isChosen(file)))
        {
            var target = At(to, file);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(System.IO.Path.Combine(from, file), target);
        }
    }

    /// <summary>Every file below a folder, by its path within it, with forward slashes.</summary>
    public static IReadOnlyList<string> Files(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
