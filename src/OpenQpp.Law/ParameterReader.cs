using System.Globalization;
using OpenQpp.Vocabulary;

namespace OpenQpp.Law;

/// <summary>The parameters of one year, each as a leaf of an explanation with its citation.</summary>
public sealed class ParameterReader
{
    private readonly Dictionary<string, (ParameterDefinition Definition, ParameterValue Value)> parameters;
    private readonly string year;

    /// <summary>The parameters of one year.</summary>
    /// <param name="year">What to call the year in messages.</param>
    /// <param name="definitions">The definitions of all parameters.</param>
    /// <param name="values">The values of the year, by key.</param>
    public ParameterReader(string year, IEnumerable<ParameterDefinition> definitions, IReadOnlyDictionary<string, ParameterValue> values)
    {
        this.year = year;
        parameters = new(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            if (values.TryGetValue(definition.Key, out var value))
            {
                parameters.Add(definition.Key, (definition, value));
            }
        }
    }

    /// <summary>A parameter's definition and value.</summary>
    /// <param name="key">The parameter's key.</param>
    /// <exception cref="NoParameterForYear">It is not recorded for the year.</exception>
    public (ParameterDefinition Definition, ParameterValue Value) Of(string key) =>
        parameters.TryGetValue(key, out var found) ? found : throw new NoParameterForYear(key, year);

    /// <summary>A number that the law of every year has.</summary>
    /// <param name="key">The parameter's key.</param>
    public Finding Number(string key) =>
        NumberOrNone(key) ?? throw new LawDataException($"'{key}' must have a value in {year}.");

    /// <summary>A number, or null where the law of the year has no such thing; without value where CMS has not published it.</summary>
    /// <param name="key">The parameter's key.</param>
    public Finding? NumberOrNone(string key)
    {
        var (definition, value) = Of(key);
        return value.Kind switch
        {
            ParameterKind.Number => Finding.Parameter(LabelOf(definition, value), NumberIn(definition, value)),
            ParameterKind.Unknown => Finding.UnknownParameter(LabelOf(definition, value)),
            ParameterKind.None => null,
            _ => throw WrongKind(definition, "a number"),
        };
    }

    /// <summary>A yes or no; no where the law of the year has no such thing.</summary>
    /// <param name="key">The parameter's key.</param>
    public Finding Flag(string key)
    {
        var (definition, value) = Of(key);
        return value.Kind switch
        {
            ParameterKind.Flag => Finding.Parameter(LabelOf(definition, value), string.Equals(value.Text, "true", StringComparison.Ordinal)),
            ParameterKind.None => Finding.Parameter(LabelOf(definition, value), false),
            _ => throw WrongKind(definition, "yes or no"),
        };
    }

    /// <summary>A word, or null where the law of the year has no such thing; without value where CMS has not published it.</summary>
    /// <param name="key">The parameter's key.</param>
    public Finding? Word(string key)
    {
        var (definition, value) = Of(key);
        return value.Kind switch
        {
            ParameterKind.Word => Finding.Parameter(LabelOf(definition, value), value.Text),
            ParameterKind.Unknown => Finding.UnknownParameter(LabelOf(definition, value)),
            ParameterKind.None => null,
            _ => throw WrongKind(definition, "a word"),
        };
    }

    /// <summary>A date, written YYYY-MM-DD.</summary>
    /// <param name="key">The parameter's key.</param>
    public DateOnly Date(string key) =>
        Word(key) is { } word && DateOnly.TryParseExact(word.Word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw WrongKind(Of(key).Definition, "a date");

    /// <summary>A method: a word that names one of the ways in which the law has computed something.</summary>
    /// <typeparam name="T">The methods.</typeparam>
    /// <param name="key">The parameter's key.</param>
    public T Method<T>(string key)
        where T : struct, Enum
    {
        var (definition, value) = Of(key);
        return value.Kind switch
        {
            ParameterKind.Word when Enum.TryParse<T>(value.Text, ignoreCase: true, out var method) => method,
            ParameterKind.None => default,
            _ => throw WrongKind(definition, string.Join(" or ", Enum.GetNames<T>())),
        };
    }

    /// <summary>A list of words.</summary>
    /// <param name="key">The parameter's key.</param>
    public IReadOnlyList<string> Words(string key)
    {
        var (definition, value) = Of(key);
        return value.Kind == ParameterKind.Words
            ? value.Text.Split(';', StringSplitOptions.RemoveEmptyEntries)
            : throw WrongKind(definition, "a list of words");
    }

    private static Label LabelOf(ParameterDefinition definition, ParameterValue value)
    {
        var says = value.Kind is ParameterKind.None or ParameterKind.Unknown ? value.Text : $"{definition.Means}: {{v}}";
        var status = string.Equals(value.Status, "final", StringComparison.Ordinal) ? "" : $" ({value.Status})";
        return new(definition.Name, definition.Unit, value.Source, says + status);
    }

    private decimal NumberIn(ParameterDefinition definition, ParameterValue value) =>
        decimal.TryParse(value.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw WrongKind(definition, "a number");

    private LawDataException WrongKind(ParameterDefinition definition, string wanted) =>
        new($"'{definition.Key}' in {year} must be {wanted}.");
}
