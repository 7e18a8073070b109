namespace OpenQpp.Law;

/// <summary>The value of every setting: its default, or what the caller set otherwise.</summary>
public sealed class SettingValues
{
    private readonly Dictionary<string, string> values;

    /// <summary>The defaults of a list of definitions, changed by overrides.</summary>
    /// <param name="definitions">All settings.</param>
    /// <param name="overrides">Values that differ from the default; names and values must be known.</param>
    /// <exception cref="LawDataException">An override names no setting or no choice of it.</exception>
    public SettingValues(IReadOnlyList<SettingDefinition> definitions, IReadOnlyDictionary<string, string>? overrides = null)
    {
        Definitions = definitions;
        values = definitions.ToDictionary(definition => definition.Name, definition => definition.Default, StringComparer.Ordinal);
        foreach (var (name, value) in overrides ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            var definition = definitions.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.Ordinal))
                ?? throw new LawDataException($"There is no setting '{name}'.");
            if (!definition.Choices.Contains(value, StringComparer.Ordinal))
            {
                throw new LawDataException($"Setting '{name}' can be {string.Join(" or ", definition.Choices)}, not '{value}'.");
            }

            values[name] = value;
        }
    }

    /// <summary>All settings.</summary>
    public IReadOnlyList<SettingDefinition> Definitions { get; }

    /// <summary>The value of a setting.</summary>
    /// <param name="name">Its name.</param>
    public string this[string name] => values[name];

    /// <summary>Whether a setting has a value.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The value.</param>
    public bool Is(string name, string value) => string.Equals(values[name], value, StringComparison.Ordinal);
}
