using System.Diagnostics;
using OpenQpp.Explanations;

namespace OpenQpp.CommandLine;

/// <summary>The sources that ./openqpp looks at, copied to a folder of their own, and the first two calls there, at once.</summary>
public sealed class LauncherCopy : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private readonly TemporaryFolder folder = new();

    public LauncherCopy()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var watched in (string[])["src", "law", "eng", "tests/scenarios"])
        {
            folder.Copy(Path.Combine(Root.Folder, watched), $"copy/{watched}");
        }

        foreach (var watched in (string[])["Directory.Build.props", "Directory.Packages.props", ".editorconfig", "global.json", "openqpp"])
        {
            File.Copy(Path.Combine(Root.Folder, watched), At(watched));
        }

        Directory.CreateDirectory(folder.At("elsewhere"));
        File.CreateSymbolicLink(folder.At("elsewhere", "linked"), "../copy/openqpp");
        var (first, second) = (Task.Run(() => Call("copy", "./openqpp")), Task.Run(() => Call("elsewhere", "./linked")));
        FirstCalls = [first.Result, second.Result];
    }

    internal IReadOnlyList<Ran> FirstCalls { get; } = [];

    internal string At(params string[] parts) => folder.At(["copy", .. parts]);

    /// <summary>Asks for the version: the shortest of all commands.</summary>
    internal Ran Call() => Call("copy", "./openqpp");

    public void Dispose() => folder.Dispose();

    private Ran Call(string from, string script)
    {
        var start = new ProcessStartInfo("/bin/sh", [script, "--version"]) { WorkingDirectory = folder.At(from), UseShellExecute = false };
        start.Environment.Remove("OPENQPP_LAW");
        return Ran.ToItsEnd(start, [], Patience);
    }
}
