using System.Text.RegularExpressions;
using OpenQpp.Explanations;
using YamlDotNet.RepresentationModel;

namespace OpenQpp.House;

/// <summary>The project's own files, as the tests of the house read them.</summary>
internal static class Sources
{
    /// <summary>Every C# file below a folder of the project: its path from the root, with forward slashes, and its lines.</summary>
    public static IReadOnlyList<(string Path, string[] Lines)> CSharp(string folder) =>
        [.. Directory.GetFiles(Path.Combine(Root.Folder, folder), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => (Relative(path), File.ReadAllLines(path)))];

    /// <summary>The path from the root, with forward slashes.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root.Folder, path).Replace('\\', '/');

    /// <summary>The text of a document of the project.</summary>
    public static string Text(string path) => File.ReadAllText(Path.Combine(Root.Folder, path));

    /// <summary>A line without its string literals and its comment.</summary>
    public static string CodeOf(string line)
    {
        var code = Regex.Replace(line, "\"(\\\\.|[^\"\\\\])*\"", "\"\"", RegexOptions.None, TimeSpan.FromSeconds(1));
        var comment = code.IndexOf("//", StringComparison.Ordinal);
        return comment < 0 ? code : code[..comment];
    }

    /// <summary>The root of a YAML file.</summary>
    public static YamlNode Yaml(string path)
    {
        using var reader = new StreamReader(Path.Combine(Root.Folder, path));
        var stream = new YamlStream();
        stream.Load(reader);
        return stream.Documents[0].RootNode;
    }

    /// <summary>The text of an entry, or null.</summary>
    public static string? Entry(this YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;

    /// <summary>The texts of an entry that is one text or a list of them; none where it is missing.</summary>
    public static IReadOnlyList<string> Entries(this YamlNode node, string key) =>
        !((YamlMappingNode)node).Children.TryGetValue(key, out var value) ? []
        : value is YamlSequenceNode list ? [.. list.Children.Select(item => ((YamlScalarNode)item).Value!)]
        : [((YamlScalarNode)value).Value!];
}
