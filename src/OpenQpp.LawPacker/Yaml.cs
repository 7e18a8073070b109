using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OpenQpp.LawPacker;

/// <summary>Reads the law's YAML strictly: unknown and missing keys are faults with file and line.</summary>
public static class Yaml
{
    /// <summary>The document in a file.</summary>
    /// <param name="path">The file.</param>
    public static YamlNode Read(string path)
    {
        using var reader = new StreamReader(path);
        var stream = new YamlStream();
        try
        {
            stream.Load(reader);
        }
        catch (YamlException fault)
        {
            throw new InvalidDataException($"{path}({fault.Start.Line}): {fault.Message}", fault);
        }

        return stream.Documents.Count == 1 ? stream.Documents[0].RootNode : throw new InvalidDataException($"{path}: one document is expected.");
    }

    /// <summary>The entries of a mapping, whose keys must be among the known ones.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="known">The known keys; none means any.</param>
    public static Dictionary<string, YamlNode> Map(YamlNode node, string path, params ReadOnlySpan<string> known)
    {
        if (node is not YamlMappingNode mapping)
        {
            throw new InvalidDataException($"{path}({node.Start.Line}): a mapping is expected.");
        }

        var entries = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Children)
        {
            var name = Text(key, path);
            if (!known.IsEmpty && !known.Contains(name))
            {
                throw new InvalidDataException($"{path}({key.Start.Line}): '{name}' is unknown here; known are {string.Join(", ", known.ToArray())}.");
            }

            entries.Add(name, value);
        }

        return entries;
    }

    /// <summary>The text of a scalar.</summary>
    /// <param name="node">The scalar.</param>
    /// <param name="path">The file, for messages.</param>
    public static string Text(YamlNode node, string path) =>
        node is YamlScalarNode { Value: { } value } ? value : throw new InvalidDataException($"{path}({node.Start.Line}): a text is expected.");

    /// <summary>A required entry.</summary>
    /// <param name="entries">The entries of a mapping.</param>
    /// <param name="key">The key.</param>
    /// <param name="path">The file, for messages.</param>
    public static YamlNode Required(this Dictionary<string, YamlNode> entries, string key, string path) =>
        entries.TryGetValue(key, out var node) ? node : throw new InvalidDataException($"{path}: '{key}' is missing.");

    /// <summary>The items of a sequence.</summary>
    /// <param name="node">The sequence.</param>
    /// <param name="path">The file, for messages.</param>
    public static IEnumerable<YamlNode> Items(YamlNode node, string path) =>
        node is YamlSequenceNode sequence ? sequence.Children : throw new InvalidDataException($"{path}({node.Start.Line}): a list is expected.");

    /// <summary>Kind and canonical text of a scalar: number, flag or word; or of a list of words.</summary>
    /// <param name="node">The value.</param>
    /// <param name="path">The file, for messages.</param>
    public static (string Kind, string Text) Value(YamlNode node, string path)
    {
        if (node is YamlSequenceNode)
        {
            return ("words", string.Join(';', Items(node, path).Select(item => Text(item, path))));
        }

        var text = Text(node, path);
        if (((YamlScalarNode)node).Style != ScalarStyle.Plain)
        {
            return ("word", text);
        }

        return text is "true" or "false"
            ? ("flag", text)
            : decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
                ? ("number", text)
                : throw new InvalidDataException($"{path}({node.Start.Line}): '{text}' is no number, true or false; put words in quotes.");
    }
}
