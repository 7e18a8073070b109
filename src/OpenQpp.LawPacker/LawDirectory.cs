using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpenQpp.Files;

namespace OpenQpp.LawPacker;

/// <summary>Reads <c>law/</c> and the scenarios, checks that nothing is missing, and makes the tables that are packed.</summary>
public static class LawDirectory
{
    private static readonly string[] ValueColumns = ["key", "kind", "value", "source", "status"];

    /// <summary>The law and the index of the scenarios, as tables.</summary>
    /// <param name="law">The folder <c>law</c>.</param>
    /// <param name="scenarios">The folder <c>tests/scenarios</c>; it may be missing.</param>
    /// <exception cref="InvalidDataException">The data have faults; the message lists all of them.</exception>
    public static IReadOnlyList<RawTable> Read(string law, string scenarios)
    {
        var faults = new List<string>();
        var years = Directory.GetDirectories(Path.Combine(law, "tables"))
            .Select(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))
            .Order()
            .ToArray();
        var parameters = ParameterFiles.Read(Path.Combine(law, "parameters"));
        var variants = Variants.Read(Path.Combine(law, "variants"));
        var tables = new List<RawTable>
        {
            new("years", ["name", "performance year", "variant"], [.. years.Select(year => new[] { Name(year), Name(year), "no" }), .. variants.Select(variant => new[] { variant.Name, Name(variant.Year), "yes" })]),
            ParameterFiles.Definitions(parameters),
            SettingFiles.Read(Path.Combine(law, "settings")),
            CoverageFile.Read(Path.Combine(law, "coverage.yaml")),
            ScenarioIndex.Read(scenarios),
        };
        var hashes = new List<string[]>();
        foreach (var year in years)
        {
            var own = TablesOf(Path.Combine(law, "tables", Name(year)), Name(year));
            own.Add(new($"{Name(year)}/parameters", ValueColumns, ParameterFiles.Values(parameters, year, null, faults)));
            Add(tables, hashes, Name(year), own);
        }

        foreach (var variant in variants)
        {
            var final = TablesOf(Path.Combine(law, "tables", Name(variant.Year)), variant.Name);
            var replaced = TablesOf(variant.Folder, variant.Name);
            var own = final.Where(table => replaced.TrueForAll(other => !string.Equals(other.Name, table.Name, StringComparison.Ordinal))).Concat(replaced).ToList();
            own.Add(new($"{variant.Name}/parameters", ValueColumns, ParameterFiles.Values(parameters, variant.Year, variant.Name, faults)));
            Add(tables, hashes, variant.Name, own);
        }

        tables.Add(new("hashes", ["name", "sha256"], hashes));
        return faults.Count == 0 ? tables : throw new InvalidDataException(string.Join('\n', faults));
    }

    private static string Name(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static List<RawTable> TablesOf(string folder, string prefix) =>
        [.. Directory.GetFiles(folder, "*.tsv", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.ChangeExtension(Path.GetRelativePath(folder, path), null).Replace('\\', '/')))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => Tsv.Read(file.Path, $"{prefix}/{file.Name}"))];

    private static void Add(List<RawTable> tables, List<string[]> hashes, string name, List<RawTable> own)
    {
        own.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        tables.AddRange(own);
        hashes.Add([name, Hash(own)]);
    }

    private static string Hash(List<RawTable> tables)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in tables)
        {
            foreach (var line in (string[][])[[table.Name], table.Columns, .. table.Rows])
            {
                hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\t', line) + '\n'));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
