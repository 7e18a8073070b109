using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OpenQpp.Scenarios;

/// <summary>One case of a scenario file: input, expected values, legal basis.</summary>
internal sealed class Scenario
{
    private static readonly string[] Keys = ["case", "example", "year", "law", "settings", "given", "expect", "basis", "by hand"];

    public required string File { get; init; }

    public required string Rule { get; init; }

    public required string Case { get; init; }

    public required IReadOnlyList<string> Examples { get; init; }

    public required int Year { get; init; }

    public required string? Variant { get; init; }

    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    public required Given Given { get; init; }

    public required YamlMappingNode Expect { get; init; }

    public required string Basis { get; init; }

    /// <summary>Every scenario of every file under the folder.</summary>
    public static IReadOnlyList<Scenario> ReadAll(string folder) =>
        [.. Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(path => Read(path, Path.GetRelativePath(folder, path).Replace('\\', '/')))];

    private static IEnumerable<Scenario> Read(string path, string name)
    {
        using var reader = new StreamReader(path);
        var stream = new YamlStream();
        stream.Load(reader);
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        foreach (var key in root.Children.Keys.Select(Text).Where(key => key is not ("paragraph" or "rule" or "about" or "cases")))
        {
            throw new InvalidDataException($"{name}: unknown key '{key}'.");
        }

        var rule = Text(root.Children["rule"]);
        return [.. ((YamlSequenceNode)root.Children["cases"]).Children.Cast<YamlMappingNode>().Select(node => Of(node, name, rule))];
    }

    private static Scenario Of(YamlMappingNode node, string file, string rule)
    {
        foreach (var key in node.Children.Keys.Where(key => !Keys.Contains(Text(key), StringComparer.Ordinal)))
        {
            throw new InvalidDataException($"{file}({key.Start.Line}): unknown key '{Text(key)}'.");
        }

        YamlNode? Optional(string key) => node.Children.TryGetValue(key, out var value) ? value : null;
        YamlNode Required(string key) => Optional(key) ?? throw new InvalidDataException($"{file}({node.Start.Line}): '{key}' is missing.");
        return new()
        {
            File = file,
            Rule = rule,
            Case = Text(Required("case")),
            Examples = Optional("example") switch
            {
                null => [],
                YamlSequenceNode list => [.. list.Children.Select(Text)],
                var one => [Text(one)],
            },
            Year = int.Parse(Text(Required("year"))),
            Variant = Optional("law") is { } law ? Text(law) : null,
            Settings = Optional("settings") is YamlMappingNode settings ? settings.Children.ToDictionary(pair => Text(pair.Key), pair => Text(pair.Value), StringComparer.Ordinal) : new Dictionary<string, string>(StringComparer.Ordinal),
            Given = new((YamlMappingNode)Required("given"), file),
            Expect = (YamlMappingNode)Required("expect"),
            Basis = Text(Required("basis")),
        };
    }

    public static string Text(YamlNode node) => node is YamlScalarNode { Value: { } value } ? value : throw new InvalidDataException($"Line {node.Start.Line}: a text is expected.");

    public static bool IsPlain(YamlNode node) => node is YamlScalarNode { Style: ScalarStyle.Plain or ScalarStyle.Any };

    public override string ToString() => $"{File}: {Case}";
}
