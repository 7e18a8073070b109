using System.Globalization;
using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>Parameters and category weights taken otherwise than they are recorded, to see what another law would do.</summary>
public sealed class LawOverrides
{
    /// <summary>What stands as the source of a value that was overridden.</summary>
    public const string Source = "overridden, not law";

    private const string Weights = "weights/";

    private readonly SortedDictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>The values by key, in the order of the keys.</summary>
    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>
    /// Takes an override. The key is that of a parameter whose value is a number, or <c>weights/OPTION</c>, or
    /// <c>weights/OPTION/ZEROED</c> with four weights (quality, cost, ia, pi) joined by commas.
    /// </summary>
    /// <param name="key">For example <c>payment/performance-threshold</c> or <c>weights/traditional/cost</c>.</param>
    /// <param name="value">For example <c>80</c> or <c>40,20,15,25</c>.</param>
    /// <param name="law">The law that is overridden.</param>
    /// <returns>What is wrong and what to do; null where nothing is.</returns>
    public string? Add(string key, string value, YearLaw law)
    {
        var wrong = key.StartsWith(Weights, StringComparison.Ordinal) ? WrongWeights(key, value, law) : WrongParameter(key, value, law);
        if (wrong is null && !values.TryAdd(key, value))
        {
            wrong = $"'{ShownText.Of(key)}' is overridden twice. Keep one.";
        }

        return wrong;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join('&', values.Select(pair => $"{pair.Key}={pair.Value}"));

    internal Dictionary<string, ParameterValue> Applied(Dictionary<string, ParameterValue> recorded)
    {
        foreach (var (key, value) in values.Where(pair => recorded.ContainsKey(pair.Key)))
        {
            // The same number is the same law: nothing about it changes.
            if (NumberOf(recorded[key].Text) != NumberOf(value))
            {
                recorded[key] = new(ParameterKind.Number, value, Source, "overridden");
            }
        }

        return recorded;
    }

    internal decimal[]? WeightsOf(string option, string zeroed)
    {
        var key = string.Equals(zeroed, LawTable.Nothing, StringComparison.Ordinal) ? Weights + option : $"{Weights}{option}/{zeroed}";
        return values.TryGetValue(key, out var value) ? Four(value) : null;
    }

    private static string? WrongParameter(string key, string value, YearLaw law)
    {
        try
        {
            var (definition, recorded) = law.Parameter(key);
            return recorded.Kind != ParameterKind.Number ? $"'{definition.Key}' is no number in {law.Name}; only numbers can be overridden. Settings change with --set, whole years with --law."
                : NumberOf(value) is null ? $"'{ShownText.Of(value)}' is no number that may stand here. Write it with a point, for example {definition.Key}={recorded.Text}."
                : null;
        }
        catch (NoParameterForYear)
        {
            return $"There is no parameter '{ShownText.Of(key)}'. 'openqpp years' and 'openqpp law' name them, for example payment/performance-threshold.";
        }
    }

    private static string? WrongWeights(string key, string value, YearLaw law)
    {
        var parts = key[Weights.Length..].Split('/', 2);
        var zeroed = CategorySets.Of(parts.Length > 1 ? parts[1] : LawTable.Nothing);
        if (!law.Weights.Rows.Any(row => row.Zeroed == zeroed && string.Equals(row.Option, parts[0], StringComparison.Ordinal)))
        {
            return $"The law of {law.Name} has no weights '{ShownText.Of(key)}'. Options are {string.Join(", ", law.Weights.Rows.Select(row => row.Option).Distinct(StringComparer.Ordinal))}; the categories that weigh nothing follow a slash, for example weights/traditional/cost+pi.";
        }

        return Four(value) is { } four && four.Sum() == 100m ? null : "Weights are four numbers joined by commas (quality, cost, ia, pi) that make 100 together, for example 40,20,15,25.";
    }

    private static decimal[]? Four(string value)
    {
        var numbers = Array.ConvertAll(value.Split(','), NumberOf);
        return numbers.Length == PerformanceCategories.All.Length && Array.TrueForAll(numbers, number => number is not null) ? Array.ConvertAll(numbers, number => number!.Value) : null;
    }

    private static decimal? NumberOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 1_000_000_000_000m ? number : null;
}
