using OpenQpp.Files;

namespace OpenQpp.LawPacker;

/// <summary>Reads <c>law/settings</c>: what the sources leave open.</summary>
public static class SettingFiles
{
    /// <summary>The table of settings.</summary>
    /// <param name="folder">The folder <c>law/settings</c>.</param>
    public static RawTable Read(string folder) =>
        new(
            "settings",
            ["name", "means", "law", "default", "choices", "open"],
            [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(Row)]);

    private static string[] Row(string path)
    {
        var entries = Yaml.Map(Yaml.Read(path), path, "name", "means", "law", "default", "choices", "open");
        string Text(string key) => Yaml.Text(entries.Required(key, path), path);
        var choices = Yaml.Items(entries.Required("choices", path), path).Select(item => Yaml.Text(item, path)).ToArray();
        if (!choices.Contains(Text("default"), StringComparer.Ordinal) || !string.Equals(Text("name"), Path.GetFileNameWithoutExtension(path), StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{path}: the default must be one of the choices, and the file must be named after the setting.");
        }

        return [Text("name"), Text("means"), Text("law"), Text("default"), string.Join(';', choices), Text("open")];
    }
}
