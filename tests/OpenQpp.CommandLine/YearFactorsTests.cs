using System.Globalization;
using System.Text.Json.Nodes;
using Xunit;

namespace OpenQpp.CommandLine;

/// <summary><c>openqpp year factors</c>.</summary>
public sealed class YearFactorsTests
{
    private const string Header = "performance_year,final_score,total_percent\n";

    private const string Published = Header + "2017,100,1.88\n2018,69.99,0.20\n2018,100,1.68\n2019,100,1.79\n2021,100,2.34\n2022,100,8.25\n2023,100,2.15\n2024,80,0.21\n2024,90,0.63\n2024,100,1.05\n";

    /// <summary>The factors on record follow from the published pairs: they lie in the interval, and on every line to the last printed decimal.</summary>
    [Theory]
    [InlineData("2017", "0.0720", "0.1592")]
    [InlineData("2018", "0.0626", "0.1367")]
    [InlineData("2019", "0.0005", "0.1789")]
    [InlineData("2021", "0.0135", "0.2219")]
    [InlineData("2022", "0.2475", "0.6023")]
    [InlineData("2023", "0.2393", null)]
    [InlineData("2024", "0.1168", null)]
    public void TheFactorsOnRecordFollowFromThePublishedPairs(string year, string factor, string? additional)
    {
        using var folder = new TemporaryFolder();
        var ran = Built.OpenQpp("year", "factors", "--pairs", folder.Write(Published, "published.csv"), "--json");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var of = ran.Json[year]!;
        var (scaling, other) = (Number(factor), additional is null ? 0m : Number(additional));
        Assert.InRange(scaling, Bound(of, "scalingFactor", 0), Bound(of, "scalingFactor", 1));
        Assert.Equal(additional is null, of["additionalScalingFactor"] is null);
        if (additional is not null)
        {
            Assert.InRange(other, Bound(of, "additionalScalingFactor", 0), Bound(of, "additionalScalingFactor", 1));
        }

        Assert.All(of["lines"]!.AsArray(), line =>
        {
            var percent = (scaling * line!["base"]!.GetValue<decimal>()) + (other * line["additional"]!.GetValue<decimal>());
            Assert.Equal(line["percent"]!.GetValue<decimal>(), Math.Round(percent, 2, MidpointRounding.AwayFromZero));
        });
    }

    [Fact]
    public void PeopleReadATable()
    {
        using var folder = new TemporaryFolder();
        var ran = Built.OpenQpp("year", "factors", "--pairs", folder.Write(Published, "published.csv"));
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains("0.1161", ran.Output, StringComparison.Ordinal);
        Assert.All(ran.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void EveryProblemIsToldWithItsLine()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write(Header + "2024,60,-1.81\n2031,80,0.2\n2024,100,1.05\n2024,100,1.06\n", "pairs.csv");
        Assert.Equal(
            ["PAIR_MISMATCH pairs.csv(2)", "PAIRS_CONTRADICT pairs.csv(5)", "UNSUPPORTED_YEAR pairs.csv(3)"],
            Refusals.CheckJson(Built.OpenQpp("year", "factors", "--pairs", file, "--json")).Select(found => $"{found.Code} {found.Path}"));
    }

    [Theory]
    [InlineData("", "MISSING_FIELD pairs.csv")]
    [InlineData(Header, "MISSING_FIELD pairs.csv")]
    [InlineData("performance_year,final_score,percent\n2024,100,1.05\n", "UNKNOWN_FIELD pairs.csv(1)")]
    [InlineData(Header + "2024,100\n", "NOT_CSV pairs.csv(2)")]
    [InlineData(Header + "2024,100.01,1.05\n", "NUMBER_OUT_OF_RANGE pairs.csv(2).final_score")]
    [InlineData(Header + "2024,100,\n", "MISSING_FIELD pairs.csv(2).total_percent")]
    [InlineData(Header + "2024.5,100,1.05\n", "NOT_A_WHOLE_NUMBER pairs.csv(2).performance_year")]
    [InlineData(Header + "2024,100,1.05%\n", "NUMBER_OUT_OF_RANGE pairs.csv(2).total_percent")]
    public void RefusesThis(string text, string problem)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal([problem], Refusals.Check(Built.OpenQpp("year", "factors", "--pairs", folder.Write(text, "pairs.csv"))).Select(found => $"{found.Code} {found.Path}"));
    }

    private static decimal Bound(JsonNode year, string name, int bound) => year[name]![bound]!.GetValue<decimal>();

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
