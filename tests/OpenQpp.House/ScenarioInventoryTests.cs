using System.Text.RegularExpressions;
using OpenQpp.Explanations;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace OpenQpp.House;

/// <summary>Every worked example stands in a scenario or among the differences, and every year has its whole cases.</summary>
public sealed class ScenarioInventoryTests
{
    private const int FewestWholeCases = 2;

    private static readonly (string File, string Rule, YamlNode Case)[] Cases =
    [
        .. from path in Directory.GetFiles(Path.Combine(Root.Folder, "tests", "scenarios"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
           let file = Sources.Relative(path)
           let root = (YamlMappingNode)Sources.Yaml(file)
           from one in ((YamlSequenceNode)root.Children["cases"]).Children
           select (file, root.Entry("rule")!, one),
    ];

    private static readonly string[] Listed = [.. Sources.Text("tests/scenarios/examples.tsv").Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t')[0])];

    [Fact]
    public void EveryExampleStandsInAScenarioOrAmongTheDifferencesAndNotInBoth()
    {
        var inScenarios = Cases.SelectMany(one => one.Case.Entries("example")).ToHashSet(StringComparer.Ordinal);
        var inDifferences = Regex.Matches(Sources.Text("docs/differences.md"), @"^\| example ([^ ]+) \|", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(inScenarios.Intersect(inDifferences, StringComparer.Ordinal));
        Assert.Equal(Listed.Order(StringComparer.Ordinal), inScenarios.Union(inDifferences, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    /// <summary>The list itself names every numbered example, where they are at hand.</summary>
    [Theory]
    [InlineData("2-quality.md", "## 14. ", @"^\| (\d+) \| [A-Z]", "2-", 55)]
    [InlineData("3-cost-ia-pi-services.md", "### 1.10 ", @"^\* \*\*(C\d+)\*\*", "3-", 15)]
    [InlineData("3-cost-ia-pi-services.md", "### 2.7 ", @"^\* \*\*(I\d+)\*\*", "3-", 7)]
    [InlineData("3-cost-ia-pi-services.md", "### 3.12 ", @"^\* \*\*(P\d+)\*\*", "3-", 18)]
    [InlineData("3-cost-ia-pi-services.md", "### 4.8 ", @"^\* \*\*(S\d+)\*\*", "3-", 11)]
    public void TheListNamesEveryNumberedExample(string rulebook, string section, string pattern, string prefix, int count)
    {
        if (Root.Shared is not { } shared)
        {
            Assert.SkipUnless(string.Equals(Environment.GetEnvironmentVariable("OPENQPP_TESTS"), "all", StringComparison.Ordinal), "The numbered examples are not beside this checkout.");
            throw new InvalidOperationException("The numbered examples are not beside this checkout.");
        }

        var text = File.ReadAllText(Path.Combine(shared, "rules", rulebook));
        var start = text.IndexOf(section, StringComparison.Ordinal);
        var end = text.IndexOf("\n##", start, StringComparison.Ordinal);
        var numbered = Regex.Matches(text[start..end], pattern, RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Select(match => prefix + match.Groups[1].Value).Distinct(StringComparer.Ordinal).ToArray();
        Assert.Equal(count, numbered.Length);
        Assert.Empty(numbered.Except(Listed, StringComparer.Ordinal));
    }

    [Fact]
    public void EveryYearHasAWholeCaseOfFourCategoriesAndOneWithReweightingOrABonus()
    {
        foreach (var year in Enumerable.Range(2017, 10))
        {
            var whole = Cases.Where(one => one.Rule is "whole case" && one.File == $"tests/scenarios/whole/{year}.yaml").Select(one => one.Case).ToArray();
            Assert.True(whole.Length >= FewestWholeCases, $"{year} has {whole.Length} whole cases");
            Assert.All(whole, one => Assert.True(one.Entry("by hand") is { Length: > 200 }, $"{year}: {one.Entry("case")} is not worked out"));
            var most = WithoutCost.Contains(year) ? 3 : 4;
            Assert.Contains(whole, one => Weighted(one) == most);
            Assert.Contains(whole, one => Weighted(one) < most || Expected(one, "complexPatientBonus") > 0m || Expected(one, "smallPracticeBonus") > 0m);
        }
    }

    /// <summary>Cost weighs nothing in 2017, 414.1350(d)(1), and was reweighted for everybody in 2020 and 2021.</summary>
    private static readonly int[] WithoutCost = [2017, 2020, 2021];

    private static int Weighted(YamlNode one) => new[] { "quality", "cost", "ia", "pi" }.Count(category => Expected(one, $"categories.{category}.weight") > 0m);

    private static decimal Expected(YamlNode one, string place) =>
        ((YamlMappingNode)((YamlMappingNode)one).Children["expect"]).Entry(place) is { } value and not "null" ? decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : 0m;

    [Fact]
    public void EveryScenarioSaysHowItsValueWasFound() =>
        Assert.Empty(Cases.Where(one => one.Case.Entry("by hand") is not { Length: > 0 }).Select(one => $"{one.File}: {one.Case.Entry("case")}"));
}
