using System.Diagnostics;
using System.Text.Json.Nodes;
using OpenQpp.Explanations;
using OpenQpp.Files;

namespace OpenQpp.CommandLine;

/// <summary>The programs that were built together with these tests.</summary>
internal static class Built
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>These tests run from artifacts/bin/PROJECT/CONFIGURATION.</summary>
    private static readonly string Configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    /// <summary>A worked case that everybody has.</summary>
    public static string Example { get; } = Path.Combine(Root.Folder, "examples", "2024-group.json");

    /// <summary>The law beside the program.</summary>
    public static string LawPack { get; } = FileOf("OpenQpp.Cli", "law.pack");

    /// <summary>A law that these tests read themselves.</summary>
    public static Law.LawBook Book(string pack) => new(PackedLaw.Open(pack));

    /// <summary>The example as a document that a test may change.</summary>
    public static JsonObject ExampleCase() => JsonNode.Parse(File.ReadAllBytes(Example))!.AsObject();

    public static Ran OpenQpp(params string[] arguments) => OpenQppWith([], [], arguments);

    /// <summary>Runs the program with a document on standard input.</summary>
    public static Ran OpenQppGiven(byte[] input, params string[] arguments) => OpenQppWith([], input, arguments);

    /// <summary>Runs the program with a law of its own.</summary>
    public static Ran OpenQppUnder(string pack, params string[] arguments) => OpenQppWith([("OPENQPP_LAW", pack)], [], arguments);

    public static Ran OpenQppWith((string Name, string Value)[] environment, byte[] input, params string[] arguments) =>
        Run(FileOf("OpenQpp.Cli", "openqpp.dll"), environment, input, arguments);

    public static Ran LawPacker(params string[] arguments) => Run(FileOf("OpenQpp.LawPacker", "OpenQpp.LawPacker.dll"), [], [], arguments);

    private static string FileOf(string project, string file) => Path.Combine(Root.Folder, "artifacts", "bin", project, Configuration, file);

    private static Ran Run(string program, (string Name, string Value)[] environment, byte[] input, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { WorkingDirectory = Path.Combine(Root.Folder, "artifacts"), UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("OPENQPP_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Ran.ToItsEnd(start, input, Patience);
    }
}
