using System.Security.Cryptography;
using System.Text;
using OpenQpp.Files;
using OpenQpp.Law;

namespace OpenQpp.Claims;

/// <summary>What a part is made of, by name: parts of one result are made of the same.</summary>
internal sealed class MadeOf
{
    /// <summary>Name of the version of the program.</summary>
    public const string Program = "program";

    /// <summary>Name of the law.</summary>
    public const string Law = "law";

    /// <summary>What the names of settings begin with.</summary>
    public const string Setting = "setting ";

    private const string Input = "input ";

    private readonly List<KeyValuePair<string, string>> pairs = [];
    private readonly List<(string Path, long Length, DateTime Written)> files = [];

    /// <summary>All names and values.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs => pairs;

    /// <summary>Adds the program, the law and the settings that differ from their default.</summary>
    /// <param name="laws">The law of each year that is used.</param>
    public MadeOf Under(IEnumerable<YearLaw> laws)
    {
        var all = laws.ToArray();
        Option(Program, MadeBy.Of(all[0], []).Engine);
        Option(Law, Hash(string.Join('\n', all.Select(law => law.Hash))));
        foreach (var (name, value) in all.SelectMany(law => law.Settings.Changed).Distinct().OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Option(Setting + name, value);
        }

        return this;
    }

    /// <summary>Adds an option.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public MadeOf Option(string name, string value)
    {
        pairs.Add(new(name, value));
        return this;
    }

    /// <summary>Adds the content of files, in their order; their names do not matter.</summary>
    /// <param name="name">What they are.</param>
    /// <param name="paths">The files.</param>
    /// <exception cref="IOException">One cannot be read.</exception>
    public MadeOf Files(string name, IEnumerable<string> paths) => Option(Input + name, Hash(string.Join('\n', paths.Select(HashOfFile))));

    /// <summary>Whether the files still have the length and the time that they had when their content was taken.</summary>
    public bool AreFilesAsBefore => files.TrueForAll(file => new FileInfo(file.Path) is { Exists: true } now && now.Length == file.Length && now.LastWriteTimeUtc == file.Written);

    private string HashOfFile(string path)
    {
        var file = new FileInfo(path);
        files.Add((path, file.Length, file.LastWriteTimeUtc));
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
