using System.Globalization;
using System.Text.Json.Nodes;
using Xunit;

namespace OpenQpp.CommandLine;

/// <summary><c>openqpp population generate</c>: the nation is scored by <c>openqpp year run</c>, and what comes out is held against what is published.</summary>
public sealed class PopulationTests
{
    private const string AnyYear = "2024";

    /// <summary>Mean and median of 2024 within half a point, each share of the 2024 public use file within two percentage points.</summary>
    [Fact]
    public void TheNationOf2024HasThePublishedShape()
    {
        using var folder = new TemporaryFolder();
        var nation = Generated(folder, AnyYear, "6000", "20");
        Assert.Equal(6000, nation["clinicians"]!.GetValue<int>());
        Assert.Equal("", Run(folder, AnyYear));
        var rows = ScoredRow.Read(folder.At("out"));
        var scores = rows.Select(row => row.FinalScore).Order().ToArray();
        Assert.InRange(scores.Average(), 82.2m, 83.2m);
        Assert.InRange(scores[scores.Length / 2], 83.5m, 84.5m);
        Assert.Equal(100m, scores[^1]);
        Near(85m, rows, row => row.FinalScore >= 75m);
        Near(56m, rows, row => row.InteroperabilityReason is "smallPractice" or "nonPatientFacing" or "hospitalBased" or "ascBased" or "clinicianType");
        Near(3m, rows, row => row.InteroperabilityReason is "hardship");
        Near(9m, rows, row => row.InteroperabilityReason is "extremeAndUncontrollableCircumstances" or "automaticExtremeCircumstances");
        Near(44m, rows, row => row.HasApmCredit);
        Near(4m, rows, row => row.IsFacilityBased);
        Near(59.8m, rows, row => row.CostWeight == 30m);
        Near(39.9m, rows, row => row.CostWeight == 0m);
        Near(0.3m, rows, row => row.CostWeight == 50m);
    }

    /// <summary>Every year is generated in all its ways of taking part, and nothing of it is refused.</summary>
    [Theory]
    [InlineData("2017", "individual group apmEntity")]
    [InlineData("2018", "individual group apmEntity virtualGroup")]
    [InlineData("2019", "individual group apmEntity virtualGroup")]
    [InlineData("2020", "individual group apmEntity virtualGroup")]
    [InlineData("2021", "individual group apmEntity virtualGroup")]
    [InlineData("2022", "individual group apmEntity virtualGroup")]
    [InlineData("2023", "individual group apmEntity virtualGroup subgroup")]
    [InlineData("2024", "individual group apmEntity virtualGroup subgroup")]
    [InlineData("2025", "individual group apmEntity virtualGroup subgroup")]
    [InlineData("2026", "individual group apmEntity virtualGroup subgroup")]
    public void TheRunOfAnyYearTakesTheNationAsItIs(string year, string levels)
    {
        using var folder = new TemporaryFolder();
        Generated(folder, year, "1200", "3");
        Assert.Equal("", Run(folder, year));
        Assert.Superset(levels.Split(' ').ToHashSet(StringComparer.Ordinal), ScoredRow.Levels(folder.At("out")));
    }

    [Fact]
    public void TheSameSeedGivesTheSameNationOnAnyNumberOfProcessorsAndAnotherOneAnother()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, seed, processors) in new[] { ("one", "5", "4"), ("again", "5", "1"), ("other", "6", "1") })
        {
            var ran = Built.OpenQppWith([("DOTNET_PROCESSOR_COUNT", processors)], [], "population", "generate", "--year", AnyYear, "--clinicians", "3000", "--seed", seed, "--out", folder.At(name));
            Assert.Equal((0, ""), (ran.Code, ran.Error));
        }

        var files = TemporaryFolder.Files(folder.At("one"));
        Assert.Equal(["apm.csv", "charges.csv", "clinicians.csv", "computed.ndjson", "elections.csv", "practices.csv", "reference.json", "subgroups.csv", "submissions.ndjson", "virtual-groups.csv", "volumes.csv"], files);
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(folder.At("one", file)), File.ReadAllBytes(folder.At("again", file))));
        Assert.NotEqual(File.ReadAllBytes(folder.At("one", "clinicians.csv")), File.ReadAllBytes(folder.At("other", "clinicians.csv")));
    }

    [Theory]
    [InlineData("clinicians.csv")]
    [InlineData("charges.csv")]
    [InlineData("practices.csv")]
    public void RowsStandInTheOrderOfTinAndNpi(string file)
    {
        using var folder = new TemporaryFolder();
        Generated(folder, AnyYear, "500", "1");
        var keys = File.ReadLines(folder.At("in", file)).Skip(1).Select(line => file is "practices.csv" ? line.Split(',')[0] : string.Join(',', line.Split(',')[..2])).ToArray();
        Assert.Equal(keys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), keys);
    }

    [Theory]
    [InlineData("--year 2031 --clinicians 10 --seed 1", "UNSUPPORTED_YEAR $.year")]
    [InlineData("--year 2024 --clinicians 0 --seed 1", "NUMBER_OUT_OF_RANGE $.clinicians")]
    [InlineData("--year 2024 --clinicians 3000001 --seed 1", "NUMBER_OUT_OF_RANGE $.clinicians")]
    public void RefusesThis(string options, string problem)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal([problem], Refusals.Check(Built.OpenQpp(["population", "generate", .. options.Split(' '), "--out", folder.At("in")])).Select(found => $"{found.Code} {found.Path}"));
    }

    [Fact]
    public void WritesIntoNoFolderThatHoldsSomething()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine", "in", "notes.txt");
        Assert.Equal(["NOT_WRITABLE $.out"], Refusals.Check(Built.OpenQpp("population", "generate", "--year", AnyYear, "--clinicians", "10", "--seed", "1", "--out", folder.At("in"))).Select(found => $"{found.Code} {found.Path}"));
    }

    /// <summary>One clinician is a nation too.</summary>
    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("17")]
    public void ASmallNationIsANation(string clinicians)
    {
        using var folder = new TemporaryFolder();
        var nation = Generated(folder, AnyYear, clinicians, "9");
        Assert.Equal(clinicians, nation["clinicians"]!.ToJsonString());
        Assert.Equal("", Run(folder, AnyYear));
    }

    private static JsonNode Generated(TemporaryFolder folder, string year, string clinicians, string seed)
    {
        var ran = Built.OpenQpp("population", "generate", "--year", year, "--clinicians", clinicians, "--seed", seed, "--out", folder.At("in"), "--json");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        return ran.Json;
    }

    /// <summary>Runs the year; the problems that it found, but for the header.</summary>
    private static string Run(TemporaryFolder folder, string year)
    {
        var ran = Built.OpenQpp("year", "run", "--year", year, "--in", folder.At("in"), "--out", folder.At("out"), "--json");
        Assert.True(ran.Code == 0, ran.Error);
        return string.Join('\n', File.ReadLines(folder.At("out", "problems.csv")).Skip(1));
    }

    private static void Near(decimal percent, IReadOnlyList<ScoredRow> rows, Func<ScoredRow, bool> has)
    {
        var share = 100m * rows.Count(has) / rows.Count;
        Assert.True(Math.Abs(share - percent) <= 2m, string.Create(CultureInfo.InvariantCulture, $"{share:0.00} % instead of {percent} %"));
    }
}
