using System.Text.Json.Nodes;
using OpenQpp.Inputs;
using Xunit;

namespace OpenQpp.CommandLine;

/// <summary>A new performance year is data: with a law that has one more, every command knows it.</summary>
public sealed class AddedYearTests(MadeUpYear added) : IClassFixture<MadeUpYear>
{
    private const int RandomCases = 40;

    /// <summary>
    /// 64 of 100 lie in decile 7 of the new benchmark, from 60 to 70: 7 + 4 / 10 = 7.4 points. Of 6 measures that are
    /// 7.4 / 60 = 12.3333 %. Nothing else was sent, and without cost measures quality weighs 55: 6.7833, rounded 6.78. That
    /// is not above a quarter of the threshold of 80, so the whole 9 percent are taken.
    /// </summary>
    [Fact]
    public void ACaseWithTheNewMeasureIsScored()
    {
        var ran = Built.OpenQppWith([("OPENQPP_LAW", added.Pack)], Case(), "score", "-", "--json");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var result = ran.Json;
        Assert.Equal((2027, 2029), ((int)result["performanceYear"]!, (int)result["paymentYear"]!));
        Assert.Equal(80, (int)result["performanceThreshold"]!);
        var measure = Assert.Single(result["categories"]!["quality"]!["measures"]!.AsArray())!;
        Assert.Equal((MadeUpYear.Measure, "counted", 7, 7.4m), ((string?)measure["measureId"], (string?)measure["status"], (int)measure["decile"]!, (decimal)measure["points"]!));
        Assert.Equal(6.78m, (decimal)result["finalScore"]!);
        Assert.Equal(("maximumNegative", -9m), ((string?)result["paymentAdjustment"]!["band"], (decimal)result["paymentAdjustment"]!["percent"]!));
    }

    [Fact]
    public void EveryTableOfTheYearsHasIt()
    {
        var ran = Built.OpenQppUnder(added.Pack, "years");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains(ran.OutputLines, line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["2027", "80", ..]);
        Assert.Equal(ran.OutputLines.Count(line => line.StartsWith("2026  ", StringComparison.Ordinal)), ran.OutputLines.Count(line => line.StartsWith("2027  ", StringComparison.Ordinal)));

        var difference = Built.OpenQppUnder(added.Pack, "years", "diff", "2026", "2027", "--json").Json;
        Assert.Equal("payment/performance-threshold", (string?)Assert.Single(difference["parameters"]!.AsArray())!["key"]);
    }

    [Theory]
    [InlineData("80", "neutral", 0)]
    [InlineData("79.99", "negative", -0.001125)]

    // 9 x (90 - 80) / (100 - 80).
    [InlineData("90", "positive", 4.5)]
    [InlineData("20", "maximumNegative", -9)]
    public void TheAdjustmentTurnsAtItsThreshold(string score, string band, double percent)
    {
        var adjustment = Built.OpenQppUnder(added.Pack, "adjustment", "--year", "2027", "--score", score, "--json").Json;
        Assert.Equal((band, (decimal)percent), ((string?)adjustment["band"], (decimal)adjustment["percentBeforeScaling"]!));
    }

    [Fact]
    public void TheCalculatorsKnowIt()
    {
        var points = Built.OpenQppUnder(added.Pack, "points", "--year", "2027", "--measure", MadeUpYear.Measure, "--method", "registry", "--rate", "64", "--json").Json;
        Assert.Equal((7.4m, 7), ((decimal)points["points"]!, (int)points["decile"]!));
        Assert.Equal(30, (int)Built.OpenQppUnder(added.Pack, "weights", "--year", "2027", "--json").Json["quality"]!);
        Assert.Equal(0, Built.OpenQppUnder(added.Pack, "cost-points", "--year", "2027", "--measure", "MSPB_1", "--score", "23000").Code);
        Assert.Equal(0, Built.OpenQppUnder(added.Pack, "law", "414.1405.b", "--year", "2027").Code);
    }

    /// <summary>No rule asks which year it is: cases as other years have them are scored here too.</summary>
    [Fact]
    public void CasesOfEveryKindAreScored()
    {
        var law = Built.Book(added.Pack).Of(new(MadeUpYear.Year));
        using var folder = new TemporaryFolder();
        var path = folder.Write(string.Join('\n', Enumerable.Range(0, RandomCases).Select(number => RandomCase.Of(law, number).ToJsonString())), "cases.ndjson");
        var lines = Built.OpenQppUnder(added.Pack, "score", path, "--json", "--without-explanation").OutputLines.Select(line => JsonNode.Parse(line)!).ToArray();
        Assert.Equal(RandomCases, lines.Length);
        Assert.True(lines.Count(line => line["finalScore"] is not null) > RandomCases * 3 / 4);
    }

    [Fact]
    public void TheYearsBeforeAreAsTheyWere() =>
        Assert.Equal(Built.OpenQpp("score", Built.Example, "--json").Output, Built.OpenQppUnder(added.Pack, "score", Built.Example, "--json").Output);

    [Fact]
    public void WithoutThatLawItIsRefused()
    {
        Assert.Equal("UNSUPPORTED_YEAR", Assert.Single(Refusals.Check(Built.OpenQppGiven(Case(), "score", "-"))).Code);
        Assert.Equal("UNSUPPORTED_YEAR", Assert.Single(Refusals.Check(Built.OpenQpp("adjustment", "--year", "2027", "--score", "80"))).Code);
        Assert.Equal("UNKNOWN_MEASURE", Assert.Single(Refusals.Check(Built.OpenQppUnder(added.Pack, "points", "--year", "2026", "--measure", MadeUpYear.Measure, "--method", "registry", "--rate", "64"))).Code);
    }

    /// <summary>A year of which a number is missing is not packed.</summary>
    [Fact]
    public void AYearWithAGapIsNotPacked()
    {
        using var folder = new TemporaryFolder();
        folder.Copy(Path.Combine(Explanations.Root.Folder, "law"), "law");
        folder.Copy(folder.At("law", "tables", "2026"), "law/tables/2027");
        var ran = Built.LawPacker(folder.At("law"), folder.At("no-scenarios"), folder.At("law.pack"));
        Assert.Equal(1, ran.Code);
        Assert.Contains(ran.ErrorLines, line => line.EndsWith("performance-threshold.yaml: no value for payment year 2029.", StringComparison.Ordinal));
        Assert.False(File.Exists(folder.At("law.pack")));
    }

    private static byte[] Case() => RandomCase.Bytes(new JsonObject
    {
        ["entityType"] = "group",
        ["taxpayerIdentificationNumber"] = "000112233",
        ["performanceYear"] = MadeUpYear.Year,
        ["measurementSets"] = new JsonArray(RandomCase.Set("quality", "registry", MadeUpYear.Year,
        [
            new JsonObject
            {
                ["measureId"] = MadeUpYear.Measure,
                ["value"] = new JsonObject { ["isEndToEndReported"] = false, ["eligiblePopulation"] = 100, ["performanceMet"] = 64, ["performanceNotMet"] = 36 },
            },
        ])),
        ["profile"] = new JsonObject { ["clinicianTypes"] = new JsonArray("physician"), ["eligibleClinicians"] = 20 },
    });
}
