using OpenQpp.Files;

namespace OpenQpp.LawPacker;

/// <summary>Reads which scenarios pin which paragraph, so that <c>openqpp law</c> can name them.</summary>
public static class ScenarioIndex
{
    /// <summary>The table of scenarios.</summary>
    /// <param name="folder">The folder <c>tests/scenarios</c>; it may be missing.</param>
    public static RawTable Read(string folder)
    {
        var rows = new List<string[]>();
        if (Directory.Exists(folder))
        {
            foreach (var path in Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var entries = Yaml.Map(Yaml.Read(path), path);
                if (!entries.TryGetValue("cases", out var cases))
                {
                    continue;
                }

                var file = "tests/scenarios/" + Path.GetRelativePath(folder, path).Replace('\\', '/');
                foreach (var item in Yaml.Items(cases, path))
                {
                    var given = Yaml.Map(item, path);
                    rows.Add([Yaml.Text(given.Required("basis", path), path), Yaml.Text(given.Required("case", path), path), file]);
                }
            }
        }

        return new("scenarios", ["paragraph", "case", "file"], rows);
    }
}
