using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>The law of all years that are recorded.</summary>
/// <param name="text">The law as text.</param>
public sealed class LawBook(LawText text)
{
    private readonly Lazy<ParameterDefinition[]> definitions = new(() => ReadDefinitions(text));
    private readonly Lazy<SettingDefinition[]> settings = new(() => ReadSettings(text));
    private readonly Dictionary<string, YearLaw> made = new(StringComparer.Ordinal);
    private readonly Lock making = new();

    /// <summary>The law as text.</summary>
    public LawText Text => text;

    /// <summary>The performance years that are recorded, ascending.</summary>
    public IReadOnlyList<PerformanceYear> Years => text.Years;

    /// <summary>The definitions of all parameters.</summary>
    public IReadOnlyList<ParameterDefinition> Definitions => definitions.Value;

    /// <summary>The definitions of all settings.</summary>
    public IReadOnlyList<SettingDefinition> Settings => settings.Value;

    /// <summary>Whether the law of a performance year is recorded.</summary>
    /// <param name="year">The performance year.</param>
    public bool Has(int year) => text.Years.Any(known => known.Year == year);

    /// <summary>The final law of a performance year.</summary>
    /// <param name="year">The performance year.</param>
    /// <param name="overrides">Settings that differ from their default.</param>
    /// <param name="what">Parameters and weights taken otherwise than recorded, or null.</param>
    /// <exception cref="NoLawForYear">It is not recorded.</exception>
    public YearLaw Of(PerformanceYear year, IReadOnlyDictionary<string, string>? overrides = null, LawOverrides? what = null) =>
        Has(year.Year)
            ? Make(year.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), year, null, overrides, what)
            : throw new NoLawForYear($"performance year {year.Year}", Recorded());

    /// <summary>A variant of the law.</summary>
    /// <param name="variant">Its name, for example <c>2019-proposed</c>.</param>
    /// <param name="overrides">Settings that differ from their default.</param>
    /// <param name="what">Parameters and weights taken otherwise than recorded, or null.</param>
    /// <exception cref="NoLawForYear">It is not recorded.</exception>
    public YearLaw Variant(string variant, IReadOnlyDictionary<string, string>? overrides = null, LawOverrides? what = null) =>
        text.Variants.TryGetValue(variant, out var year)
            ? Make(variant, year, variant, overrides, what)
            : throw new NoLawForYear($"variant '{variant}'", string.Join(", ", text.Variants.Keys));

    private string Recorded() => text.Years is [] ? "nothing" : $"{text.Years[0].Year} to {text.Years[^1].Year}";

    private YearLaw Make(string name, PerformanceYear year, string? variant, IReadOnlyDictionary<string, string>? overrides, LawOverrides? what)
    {
        var key = overrides is null or { Count: 0 }
            ? name
            : $"{name}?{string.Join('&', overrides.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))}";
        if (what is not null)
        {
            // What differs from the record is made anew each time: a run asks for it once.
            return new(text, year, variant, new(name, Definitions, what.Applied(Values(name))), new(new(Settings, overrides)), $"{HashOf(name)}+{what}", what);
        }

        lock (making)
        {
            if (!made.TryGetValue(key, out var law))
            {
                law = new(text, year, variant, new(name, Definitions, Values(name)), new(new(Settings, overrides)), HashOf(name));
                made.Add(key, law);
            }

            return law;
        }
    }

    private Dictionary<string, ParameterValue> Values(string name)
    {
        var table = text.Table($"{name}/parameters");
        var (key, kind, value, source, status) =
            (table.Column("key"), table.Column("kind"), table.Column("value"), table.Column("source"), table.Column("status"));
        var values = new Dictionary<string, ParameterValue>(table.Rows, StringComparer.Ordinal);
        for (var row = 0; row < table.Rows; row++)
        {
            values.Add(
                table.Text(row, key),
                new(Kind(table.Text(row, kind)), table.Text(row, value), table.Text(row, source), table.Text(row, status)));
        }

        return values;
    }

    private string HashOf(string name)
    {
        var table = text.Table("hashes");
        for (var row = 0; row < table.Rows; row++)
        {
            if (string.Equals(table.Text(row, 0), name, StringComparison.Ordinal))
            {
                return table.Text(row, 1);
            }
        }

        throw new LawDataException($"The law of {name} has no hash.");
    }

    private static ParameterKind Kind(string word) => word switch
    {
        "number" => ParameterKind.Number,
        "flag" => ParameterKind.Flag,
        "word" => ParameterKind.Word,
        "words" => ParameterKind.Words,
        "none" => ParameterKind.None,
        "unknown" => ParameterKind.Unknown,
        _ => throw new LawDataException($"'{word}' is no kind of parameter."),
    };

    private static ParameterDefinition[] ReadDefinitions(LawText text)
    {
        var table = text.Table("parameters");
        return [.. Enumerable.Range(0, table.Rows).Select(row => new ParameterDefinition(
            table.Text(row, table.Column("key")),
            table.Text(row, table.Column("name")),
            table.Text(row, table.Column("means")),
            table.Text(row, table.Column("law")),
            Units.Of(table.Text(row, table.Column("unit"))) ?? throw new LawDataException($"Unknown unit '{table.Text(row, table.Column("unit"))}'."),
            string.Equals(table.Text(row, table.Column("keyed by")), "payment year", StringComparison.Ordinal),
            table.IsNothing(row, table.Column("open")) ? null : table.Text(row, table.Column("open"))))];
    }

    private static SettingDefinition[] ReadSettings(LawText text)
    {
        var table = text.Table("settings");
        return [.. Enumerable.Range(0, table.Rows).Select(row => new SettingDefinition(
            table.Text(row, table.Column("name")),
            table.Text(row, table.Column("means")),
            table.Text(row, table.Column("law")),
            table.Text(row, table.Column("default")),
            table.List(row, table.Column("choices")),
            table.Text(row, table.Column("open"))))];
    }
}
