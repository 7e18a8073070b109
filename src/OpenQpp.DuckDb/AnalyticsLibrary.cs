using System.Runtime.InteropServices;

namespace OpenQpp.DuckDb;

/// <summary>Where DuckDB's library lies. It is no part of the program: what needs it says so where it is missing.</summary>
public static class AnalyticsLibrary
{
    /// <summary>The environment variable that names the library, or the folder that holds it.</summary>
    public const string Variable = "OPENQPP_ANALYTICS";

    /// <summary>What provides the library.</summary>
    public const string Remedy = "Run './openqpp analytics install', or name the library (libduckdb, version 1.5) in " + Variable + ".";

    internal const string Name = "duckdb";

    private const string SourceVariable = "OPENQPP_SOURCE";
    private const string FolderName = "analytics";

    private static readonly string[] PackageFolder = ["node_modules", "@duckdb", "node-bindings-linux-x64"];

    private static readonly string FileName = OperatingSystem.IsWindows() ? "duckdb.dll" : OperatingSystem.IsMacOS() ? "libduckdb.dylib" : "libduckdb.so";

    private static readonly Lazy<nint> Loaded = new(Load);

    /// <summary>The folder into which the library is installed: beside the sources where the program was built from them, otherwise beside the program.</summary>
    public static string Folder =>
        Environment.GetEnvironmentVariable(SourceVariable) is { Length: > 0 } source ? Path.Combine(source, "artifacts", FolderName) : Path.Combine(AppContext.BaseDirectory, FolderName);

    /// <summary>The path of the library, or null where there is none.</summary>
    public static string? Find() => Candidates().FirstOrDefault(File.Exists);

    /// <summary>Whether the library can be loaded.</summary>
    public static bool IsHere => Loaded.Value != 0;

    /// <summary>Where its functions are called from.</summary>
    internal static nint Resolve(string name) => string.Equals(name, Name, StringComparison.Ordinal) ? Loaded.Value : 0;

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            // What is named is taken, and nothing else.
            yield return Directory.Exists(named) ? Path.Combine(named, FileName) : named;
            yield break;
        }

        yield return Path.Combine(AppContext.BaseDirectory, FileName);
        foreach (var folder in new[] { Path.Combine(AppContext.BaseDirectory, FolderName), Folder })
        {
            yield return Path.Combine([folder, .. PackageFolder, FileName]);
        }
    }

    private static nint Load() => Find() is { } path && NativeLibrary.TryLoad(path, out var handle) ? handle : 0;
}
