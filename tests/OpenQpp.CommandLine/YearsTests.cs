using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace OpenQpp.CommandLine;

/// <summary>The years side by side, what differs between two, and the law of a paragraph.</summary>
public sealed class YearsTests
{
    private static readonly int[] All = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];

    [Fact]
    public void EveryTableShowsEveryYear()
    {
        var ran = Built.OpenQpp("years");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var rows = ran.OutputLines.Where(line => Regex.IsMatch(line, "^[0-9]{4}  ", RegexOptions.None, TimeSpan.FromSeconds(1))).GroupBy(line => int.Parse(line[..4])).ToDictionary(year => year.Key, year => year.Count());
        Assert.Equal(All, rows.Keys);
        Assert.True(rows[2017] >= 7, $"{rows[2017]} tables");
        Assert.Single(rows.Values.Distinct());
    }

    [Fact]
    public void JsonHasEveryYearWithItsParametersAndSources()
    {
        var years = Built.OpenQpp("years", "--json").Json["years"]!.AsArray();
        Assert.Equal(All, years.Select(year => (int)year!["performanceYear"]!));
        Assert.All(years, year => Assert.Equal((int)year!["performanceYear"]! + 2, (int)year["paymentYear"]!));
        Assert.Equal([3, 15, 30, 45, 60, 75, 75, 75, 75, 75], years.Select(year => (int)Parameter(year, "payment/performance-threshold")["value"]!));
        Assert.All(years, year => Assert.StartsWith("414.1405(b)", (string?)Parameter(year, "payment/performance-threshold")["source"], StringComparison.Ordinal));
    }

    [Fact]
    public void TwoYearsDifferInWhatChanged()
    {
        var ran = Built.OpenQpp("years", "diff", "2023", "2024");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains(ran.OutputLines, line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["data", "completeness", "70", "75", ..]);
        Assert.DoesNotContain("performance threshold", ran.Output, StringComparison.Ordinal);

        var changed = Changed("2023", "2024");
        Assert.Equal("70 75", changed["quality/data-completeness"]);
        Assert.False(changed.ContainsKey("payment/performance-threshold"));
    }

    [Fact]
    public void AProposedRuleDiffersFromTheFinalOne() =>
        Assert.Equal(
            new Dictionary<string, string> { ["eligibility/opt-in-test"] = "exceeds meetsOrExceeds", ["payment/additional-performance-threshold"] = "75 80", ["quality/small-practice-bonus"] = "6 3" },
            Changed("2019", "2019-proposed"));

    [Fact]
    public void AYearDoesNotDifferFromItself() => Assert.Empty(Changed("2022", "2022"));

    [Fact]
    public void AVariantStandsBesideItsYear()
    {
        var years = Built.OpenQpp("years", "--law", "2019-proposed", "--json").Json["years"]!.AsArray();
        Assert.Equal(["2018", "2019", "2019-proposed", "2020"], years.Skip(1).Take(4).Select(year => (string?)year!["law"]));
        Assert.Equal(["final", "final", "proposed", "final"], years.Skip(1).Take(4).Select(year => (string?)year!["status"]));
    }

    [Theory]
    [InlineData("414.1380.b.1.iv")]
    [InlineData("414.1380(b)(1)(iv)")]
    public void AParagraphIsFoundByEitherSpelling(string paragraph)
    {
        var ran = Built.OpenQpp("law", paragraph);
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal("414.1380(b)(1)(iv)", ran.OutputLines[0]);
        Assert.Contains("quality/topped-out-cap", ran.Output, StringComparison.Ordinal);
        Assert.Contains("tests/scenarios/414.1380/b-1-iv-topped-out.yaml", ran.Output, StringComparison.Ordinal);

        var json = Built.OpenQpp("law", paragraph, "--year", "2024", "--json").Json;
        Assert.All(json["paragraphs"]!.AsArray(), one => Assert.StartsWith("414.1380(b)(1)(iv)", (string?)one!["paragraph"], StringComparison.Ordinal));
        Assert.True(json["paragraphs"]!.AsArray().Count > 1);
        Assert.All(json["parameters"]!.AsArray(), parameter => Assert.Single(parameter!["values"]!.AsArray()));
        Assert.NotEmpty(json["scenarios"]!.AsArray());
    }

    [Fact]
    public void SettingsSayWhatIsOpen()
    {
        var settings = Built.OpenQpp("years", "--settings", "--json").Json["settings"]!.AsArray();
        Assert.All(settings, setting => Assert.Contains((string?)setting!["default"], setting["choices"]!.AsArray().Select(choice => (string?)choice)));
        var name = (string)settings[0]!["name"]!;
        Assert.Contains(name, Built.OpenQpp("years", "--settings").Output, StringComparison.Ordinal);
        Assert.Equal(0, Built.OpenQpp("weights", "--year", "2024", "--set", $"{name}={(string?)settings[0]!["choices"]![1]}").Code);
    }

    private static JsonNode Parameter(JsonNode? year, string key) => year!["parameters"]![key]!;

    private static Dictionary<string, string> Changed(string before, string after) =>
        Built.OpenQpp("years", "diff", before, after, "--json").Json["parameters"]!.AsArray().ToDictionary(change => (string)change!["key"]!, change => $"{change!["before"]} {change["after"]}");
}
