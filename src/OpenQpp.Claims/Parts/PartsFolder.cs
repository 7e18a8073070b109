using System.Globalization;

namespace OpenQpp.Claims;

/// <summary>
/// The folder in which runs of parts lay down what they made. Every run of a part takes a token, higher than all before it; what it makes
/// becomes visible whole, by one renaming, under a name that holds the token. So a run that was thought dead and goes on can never
/// replace what a later one made: at most it lays its own beside it, and the highest token counts.
/// </summary>
/// <param name="folder">The folder that is written in the end.</param>
/// <param name="kind">What is made, for example <c>adjust</c>.</param>
internal sealed class PartsFolder(string folder, string kind)
{
    private const string Begun = ".begun";
    private const string NoToken = "";

    // What the operating system says where a file is there that must not be: EEXIST, ERROR_FILE_EXISTS.
    private const int ThereOnUnix = 17;
    private const int ThereOnWindows = unchecked((int)0x80070050);

    private readonly string path = System.IO.Path.Combine(folder, "parts");

    /// <summary>Where the parts lie.</summary>
    public string Path => path;

    /// <summary>Name of the folder in which a run of a part works.</summary>
    /// <param name="part">The part.</param>
    /// <param name="token">The token of the run.</param>
    public string WorkName(BeneficiaryPart part, long token) => $".{NameOf(part, token)}";

    /// <summary>Takes the next token of a part: a file that did not exist, which only one of several runs can make.</summary>
    /// <param name="part">The part.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public long Begin(BeneficiaryPart part)
    {
        Directory.CreateDirectory(path);
        while (true)
        {
            var token = Tokens(part).DefaultIfEmpty().Max() + 1;
            var file = System.IO.Path.Combine(path, NameOf(part, token) + Begun);
            try
            {
                File.Open(file, FileMode.CreateNew, FileAccess.Write).Dispose();
                return token;
            }
            catch (IOException fault) when (fault.HResult is ThereOnUnix or ThereOnWindows)
            {
                // Another run of the part took it at the same moment. It may be gone again already, as a later run was published.
            }
        }
    }

    /// <summary>Makes what a run made visible, whole; false, and nothing is, where a later run of the part has begun.</summary>
    /// <param name="made">The folder with what was made.</param>
    /// <param name="part">The part.</param>
    /// <param name="token">The token of the run.</param>
    public bool TryPublish(string made, BeneficiaryPart part, long token)
    {
        if (Tokens(part).Any(other => other > token))
        {
            return false;
        }

        Directory.Move(made, PathOf(part, token));
        foreach (var before in Tokens(part).Where(other => other < token).Distinct().ToArray())
        {
            File.Delete(PathOf(part, before) + Begun);
            WorkFolder.Remove(PathOf(part, before));
            WorkFolder.Remove(System.IO.Path.Combine(path, WorkName(part, before)));
        }

        return true;
    }

    /// <summary>The folder of the highest token of a part that is there; null where none is.</summary>
    /// <param name="part">The part.</param>
    public string? Published(BeneficiaryPart part)
    {
        var published = Tokens(part).Where(token => Directory.Exists(PathOf(part, token))).DefaultIfEmpty().Max();
        return published == 0 ? null : PathOf(part, published);
    }

    private string PathOf(BeneficiaryPart part, long token) => System.IO.Path.Combine(path, NameOf(part, token));

    private string NameOf(BeneficiaryPart part, long token) => string.Create(CultureInfo.InvariantCulture, $"{NameOf(part)}{token}");

    private string NameOf(BeneficiaryPart part) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{part.Number}-of-{part.Parts}.");

    /// <summary>The tokens that were taken for a part, from 1.</summary>
    private IEnumerable<long> Tokens(BeneficiaryPart part)
    {
        var name = NameOf(part);
        return from entry in Directory.Exists(path) ? Directory.EnumerateFileSystemEntries(path, name + "*") : []
               let rest = System.IO.Path.GetFileName(entry)[name.Length..].Replace(Begun, NoToken, StringComparison.Ordinal)
               where long.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out _)
               select long.Parse(rest, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
