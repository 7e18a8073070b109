using System.Globalization;
using OpenQpp.Explanations;
using OpenQpp.Vocabulary;
using YamlDotNet.RepresentationModel;

namespace OpenQpp.Scenarios;

/// <summary>What the rules answered: named values, and the findings whose trees must hold the expected basis.</summary>
internal sealed class Answer
{
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);

    public List<Finding> Findings { get; } = [];

    /// <summary>Names a finding; its tree is searched for the basis.</summary>
    public Answer With(string name, Finding? finding)
    {
        values[name] = finding is null ? null : finding.Kind switch
        {
            ValueKind.Number => finding.Number,
            ValueKind.Flag => finding.Flag,
            ValueKind.Word => finding.Word,
            ValueKind.NotScored => "not scored",
            _ => "not known",
        };
        if (finding is not null)
        {
            Findings.Add(finding);
        }

        return this;
    }

    /// <summary>Names a plain value: a number, a yes or no, a word or a list of words.</summary>
    public Answer With(string name, object? value)
    {
        values[name] = value;
        return this;
    }

    /// <summary>What differs from what is expected.</summary>
    public IEnumerable<string> DifferencesTo(YamlMappingNode expected, string basis)
    {
        foreach (var (key, value) in expected.Children)
        {
            var name = Scenario.Text(key);
            if (!values.TryGetValue(name, out var actual))
            {
                yield return $"'{name}' is none of {string.Join(", ", values.Keys)}";
            }
            else if (!IsSame(value, actual))
            {
                yield return $"{name}: {Show(value)} expected, not {Show(actual)}";
            }
        }

        if (!Findings.Exists(finding => Rests(finding, basis)))
        {
            yield return $"basis {basis} expected, but the explanation rests on {string.Join("; ", Findings.SelectMany(Bases).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}";
        }
    }

    private static bool IsSame(YamlNode expected, object? actual) => (expected, actual) switch
    {
        (YamlSequenceNode list, IEnumerable<string> texts) => list.Children.Select(Scenario.Text).SequenceEqual(texts, StringComparer.Ordinal),
        (YamlScalarNode { Value: "null" } scalar, _) when Scenario.IsPlain(scalar) => actual is null,
        (YamlScalarNode, null) => false,
        (YamlScalarNode scalar, bool flag) => string.Equals(scalar.Value, flag ? "true" : "false", StringComparison.Ordinal),
        (YamlScalarNode scalar, decimal number) => ExpectedNumber.IsSame(scalar.Value!, number),
        (YamlScalarNode scalar, int number) => ExpectedNumber.IsSame(scalar.Value!, number),
        (YamlScalarNode scalar, string text) => string.Equals(scalar.Value, text, StringComparison.Ordinal),
        _ => false,
    };

    private static bool Rests(Finding finding, string basis)
    {
        if (string.Equals(finding.Label.Basis, basis, StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var part in finding.Parts)
        {
            if (Rests(part, basis))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Bases(Finding finding) => finding.Parts.ToArray().SelectMany(Bases).Append(finding.Label.Basis);

    private static string Show(object? value) => value switch
    {
        null => "null",
        YamlSequenceNode list => string.Join(", ", list.Children.Select(Scenario.Text)),
        YamlNode node => Scenario.Text(node),
        IEnumerable<string> texts when value is not string => string.Join(", ", texts),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
