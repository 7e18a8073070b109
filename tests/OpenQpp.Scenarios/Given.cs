using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace OpenQpp.Scenarios;

/// <summary>What a scenario gives. Whatever no rule asks for is a mistake in the scenario.</summary>
internal sealed class Given(YamlMappingNode node, string file)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public bool Has(string key)
    {
        asked.Add(key);
        return node.Children.ContainsKey(key);
    }

    public string Text(string key) => Scenario.Text(Node(key));

    public string? TextOrNull(string key) => Has(key) ? Text(key) : null;

    public string TextOr(string key, string otherwise) => Has(key) ? Text(key) : otherwise;

    public decimal Number(string key) => Parse(Text(key));

    public decimal? NumberOrNull(string key) => Has(key) ? Number(key) : null;

    public bool Flag(string key) => Has(key) && bool.Parse(Text(key));

    public IReadOnlyList<string> Texts(string key) => Has(key) ? [.. Items(key).Select(Scenario.Text)] : [];

    public IReadOnlyList<decimal> Numbers(string key) => [.. Items(key).Select(item => Parse(Scenario.Text(item)))];

    public IReadOnlyList<Given> Lists(string key) => Has(key) ? [.. Items(key).Select(item => Child((YamlMappingNode)item))] : [];

    public Given? MapOrNull(string key) => Has(key) ? Child((YamlMappingNode)Node(key)) : null;

    public IEnumerable<(string Key, YamlNode Value)> Entries(string key) =>
        Has(key) ? ((YamlMappingNode)Node(key)).Children.Select(pair => (Scenario.Text(pair.Key), pair.Value)) : [];

    /// <summary>The whole of what is given, or one part of it, as JSON.</summary>
    public JsonNode Json(string key) => ToJson(Node(key))!;

    public JsonNode AllAsJson()
    {
        asked.UnionWith(node.Children.Keys.Select(Scenario.Text));
        return ToJson(node)!;
    }

    private readonly List<Given> children = [];

    public IEnumerable<string> NotAsked() =>
        node.Children.Keys.Select(Scenario.Text).Where(key => !asked.Contains(key)).Concat(children.SelectMany(child => child.NotAsked()));

    public static decimal Parse(string text) => decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private Given Child(YamlMappingNode child)
    {
        var given = new Given(child, file);
        children.Add(given);
        return given;
    }

    private YamlNode Node(string key) => Has(key) ? node.Children[key] : throw new InvalidDataException($"{file}({node.Start.Line}): '{key}' is missing.");

    private IEnumerable<YamlNode> Items(string key) => ((YamlSequenceNode)Node(key)).Children;

    private static JsonNode? ToJson(YamlNode yaml) => yaml switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(Scenario.Text(pair.Key), ToJson(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
        _ => OfScalar(Scenario.Text(yaml), Scenario.IsPlain(yaml)),
    };

    private static JsonNode? OfScalar(string text, bool isPlain) => (isPlain, text) switch
    {
        (true, "true") => JsonValue.Create(true),
        (true, "false") => JsonValue.Create(false),
        (true, "null" or "~") => null,
        (true, _) when decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
