using System.Globalization;
using OpenQpp.Files;
using YamlDotNet.RepresentationModel;

namespace OpenQpp.LawPacker;

/// <summary>One parameter file.</summary>
/// <param name="Key">File under <c>law/parameters</c> without ending.</param>
/// <param name="Path">The file, for messages.</param>
/// <param name="Entries">Its entries.</param>
/// <param name="ByPaymentYear">Keyed by payment year.</param>
/// <param name="Values">Values by the year in the file.</param>
/// <param name="Variants">Values by variant.</param>
public sealed record ParameterFile(
    string Key,
    string Path,
    Dictionary<string, YamlNode> Entries,
    bool ByPaymentYear,
    Dictionary<string, YamlNode> Values,
    Dictionary<string, YamlNode> Variants);

/// <summary>Reads <c>law/parameters</c>.</summary>
public static class ParameterFiles
{
    /// <summary>All parameter files.</summary>
    /// <param name="folder">The folder <c>law/parameters</c>.</param>
    public static IReadOnlyList<ParameterFile> Read(string folder) =>
        [.. Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(path => ReadOne(path, Path.ChangeExtension(Path.GetRelativePath(folder, path), null).Replace('\\', '/')))
            .OrderBy(file => file.Key, StringComparer.Ordinal)];

    /// <summary>The table of definitions.</summary>
    /// <param name="files">All parameter files.</param>
    public static RawTable Definitions(IEnumerable<ParameterFile> files) =>
        new(
            "parameters",
            ["key", "name", "means", "law", "unit", "keyed by", "open"],
            [.. files.Select(file => (string[])
            [
                file.Key,
                Yaml.Text(file.Entries.Required("name", file.Path), file.Path),
                Yaml.Text(file.Entries.Required("means", file.Path), file.Path),
                Yaml.Text(file.Entries.Required("law", file.Path), file.Path),
                Yaml.Text(file.Entries.Required("unit", file.Path), file.Path),
                file.ByPaymentYear ? "payment year" : "performance year",
                file.Entries.TryGetValue("open", out var open) ? Yaml.Text(open, file.Path) : "-",
            ])]);

    /// <summary>The values of one performance year or variant, as rows.</summary>
    /// <param name="files">All parameter files.</param>
    /// <param name="performanceYear">The performance year.</param>
    /// <param name="variant">The variant, or null for final law.</param>
    /// <param name="faults">Takes what is missing or out of range.</param>
    public static List<string[]> Values(IEnumerable<ParameterFile> files, int performanceYear, string? variant, List<string> faults)
    {
        var rows = new List<string[]>();
        foreach (var file in files)
        {
            var year = (file.ByPaymentYear ? performanceYear + 2 : performanceYear).ToString(CultureInfo.InvariantCulture);
            var proposed = variant is not null && file.Variants.ContainsKey(variant);
            if (!(proposed ? file.Variants : file.Values).TryGetValue(proposed ? variant! : year, out var node))
            {
                faults.Add($"{file.Path}: no value for {(file.ByPaymentYear ? "payment" : "performance")} year {year}.");
                continue;
            }

            var row = Row(file, node, faults);
            if (variant is not null && !proposed)
            {
                row[4] = string.Equals(row[4], "final", StringComparison.Ordinal) ? "from final law" : $"{row[4]}, from final law";
            }

            rows.Add(row);
        }

        return rows;
    }

    private static ParameterFile ReadOne(string path, string key)
    {
        var entries = Yaml.Map(Yaml.Read(path), path, "name", "means", "law", "unit", "range", "keyed by", "values", "variants", "open");
        var keyedBy = Yaml.Text(entries.Required("keyed by", path), path);
        return new(
            key,
            path,
            entries,
            keyedBy switch { "payment year" => true, "performance year" => false, _ => throw new InvalidDataException($"{path}: keyed by '{keyedBy}' is unknown.") },
            Yaml.Map(entries.Required("values", path), path),
            entries.TryGetValue("variants", out var variants) ? Yaml.Map(variants, path) : []);
    }

    private static string[] Row(ParameterFile file, YamlNode node, List<string> faults)
    {
        var value = Yaml.Map(node, file.Path, "value", "none", "unknown", "source", "status");
        var source = Yaml.Text(value.Required("source", file.Path), file.Path);
        var status = value.TryGetValue("status", out var given) ? Yaml.Text(given, file.Path) : "final";
        if (source.Length == 0)
        {
            faults.Add($"{file.Path}({node.Start.Line}): a value without a source.");
        }

        if (value.TryGetValue("none", out var none))
        {
            return [file.Key, "none", Yaml.Text(none, file.Path), source, status];
        }

        if (value.TryGetValue("unknown", out var unknown))
        {
            return [file.Key, "unknown", Yaml.Text(unknown, file.Path), source, status];
        }

        var (kind, text) = Yaml.Value(value.Required("value", file.Path), file.Path);
        if (string.Equals(kind, "number", StringComparison.Ordinal) && !InRange(file, text))
        {
            faults.Add($"{file.Path}({node.Start.Line}): {text} is outside the range of the parameter.");
        }

        return [file.Key, kind, text, source, status];
    }

    private static bool InRange(ParameterFile file, string text)
    {
        var bounds = Yaml.Items(file.Entries.Required("range", file.Path), file.Path)
            .Select(item => decimal.Parse(Yaml.Text(item, file.Path), CultureInfo.InvariantCulture))
            .ToArray();
        var value = decimal.Parse(text, CultureInfo.InvariantCulture);
        return bounds.Length == 2 && bounds[0] <= value && value <= bounds[1];
    }
}
