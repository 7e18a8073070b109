using System.Globalization;

namespace OpenQpp.LawPacker;

/// <summary>A variant of the law: a proposed rule.</summary>
/// <param name="Name">Its name, also the name of its folder.</param>
/// <param name="Year">The performance year.</param>
/// <param name="Folder">The folder with the tables that it replaces.</param>
public sealed record Variant(string Name, int Year, string Folder);

/// <summary>Reads <c>law/variants</c>.</summary>
public static class Variants
{
    /// <summary>All variants.</summary>
    /// <param name="folder">The folder <c>law/variants</c>.</param>
    public static IReadOnlyList<Variant> Read(string folder) =>
        [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(path =>
        {
            var file = Path.Combine(path, "variant.yaml");
            var entries = Yaml.Map(Yaml.Read(file), file, "name", "means", "performance year", "source", "status");
            var year = int.Parse(Yaml.Text(entries.Required("performance year", file), file), CultureInfo.InvariantCulture);
            return new Variant(Yaml.Text(entries.Required("name", file), file), year, path);
        })];
}
