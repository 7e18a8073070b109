using OpenQpp.Files;

namespace OpenQpp.LawPacker;

/// <summary>Reads <c>law/coverage.yaml</c>: every paragraph, and where it stands.</summary>
public static class CoverageFile
{
    private static readonly string[] Statuses = ["implemented", "data", "judgement", "not-modelled"];

    /// <summary>The table of coverage.</summary>
    /// <param name="path">The file.</param>
    public static RawTable Read(string path) =>
        new(
            "coverage",
            ["paragraph", "says", "status", "where", "why"],
            File.Exists(path) ? [.. Yaml.Items(Yaml.Read(path), path).Select(item => Row(item, path))] : []);

    private static string[] Row(YamlDotNet.RepresentationModel.YamlNode item, string path)
    {
        var entries = Yaml.Map(item, path, "paragraph", "says", "status", "where", "why");
        var status = Yaml.Text(entries.Required("status", path), path);
        if (!Statuses.Contains(status, StringComparer.Ordinal))
        {
            throw new InvalidDataException($"{path}({item.Start.Line}): status '{status}' is unknown.");
        }

        return
        [
            Yaml.Text(entries.Required("paragraph", path), path),
            Yaml.Text(entries.Required("says", path), path),
            status,
            entries.TryGetValue("where", out var where) ? string.Join(';', Yaml.Items(where, path).Select(place => Yaml.Text(place, path))) : "-",
            entries.TryGetValue("why", out var why) ? Yaml.Text(why, path) : "-",
        ];
    }
}
