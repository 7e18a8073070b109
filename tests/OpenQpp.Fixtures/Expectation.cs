using OpenQpp.Explanations;
using YamlDotNet.RepresentationModel;

namespace OpenQpp.Fixtures;

/// <summary>What is expected of one sample submission in one mode: values by place, or problems.</summary>
internal sealed record Expectation(IReadOnlyList<(string Place, YamlScalarNode Value)>? Values, IReadOnlyList<string> Warnings, IReadOnlyList<string>? Problems)
{
    public const string AllowSynthetic = "allow-synthetic";

    public const string Strict = "strict";

    /// <summary>The table: what is expected of each file in each mode.</summary>
    public static IReadOnlyDictionary<(string File, string Mode), Expectation> ReadAll(string path)
    {
        using var reader = new StreamReader(path);
        var stream = new YamlStream();
        stream.Load(reader);
        var all = new Dictionary<(string, string), Expectation>();
        foreach (var entry in ((YamlSequenceNode)stream.Documents[0].RootNode["outcomes"]).Children.Cast<YamlMappingNode>())
        {
            Require(entry, "file", "why", AllowSynthetic, Strict);
            var file = Text(entry["file"]);
            all.Add((file, AllowSynthetic), Of((YamlMappingNode)entry[AllowSynthetic]));
            all.Add((file, Strict), entry[Strict] switch
            {
                YamlScalarNode { Value: "as with allow-synthetic" } => all[(file, AllowSynthetic)],
                var node => Of((YamlMappingNode)node),
            });
        }

        return all;
    }

    /// <summary>Whether a value is the expected one; numbers at the decimals written.</summary>
    public static bool IsSame(YamlScalarNode expected, object? actual) => (expected.Value!, actual) switch
    {
        ("null", _) => actual is null,
        (_, null) => false,
        (var text, bool flag) => string.Equals(text, flag ? "true" : "false", StringComparison.Ordinal),
        (var text, decimal number) => ExpectedNumber.IsSame(text, number),
        (var text, string word) => string.Equals(text, word, StringComparison.Ordinal),
        _ => false,
    };

    private static Expectation Of(YamlMappingNode node)
    {
        if (node.Children.ContainsKey("problems"))
        {
            Require(node, "problems");
            return new(null, [], Texts(node, "problems"));
        }

        Require(node, "expect", "by hand");
        return new([.. ((YamlMappingNode)node["expect"]).Children.Select(pair => (Text(pair.Key), (YamlScalarNode)pair.Value))], Texts(node, "warnings"), null);
    }

    private static IReadOnlyList<string> Texts(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var list) ? [.. ((YamlSequenceNode)list).Children.Select(Text)] : [];

    private static void Require(YamlMappingNode node, params string[] keys)
    {
        var missing = keys.Where(key => !node.Children.ContainsKey(key)).ToArray();
        if (missing.Length > 0)
        {
            throw new InvalidDataException($"outcomes.yaml({node.Start.Line}): {string.Join(", ", missing)} missing.");
        }
    }

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}
