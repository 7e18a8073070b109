using System.Text.Json.Nodes;
using Xunit;

namespace OpenQpp.NationalRuns;

/// <summary>
/// Every year, worked out by hand: a group that attests two high-weighted activities and nothing else (15 of 100 points:
/// activities weigh 15 percent, no cost measure can be scored), and a required clinician who sends nothing (0 points).
/// </summary>
public sealed class EveryYearTests
{
    private const string Group = "000000101";
    private const string Silent = "000000202";
    private const string Entity = "000000303";

    [Theory]
    // 4 x (15 - 3) / 97 = 0.494845 % of 2,000,000 are 9,896.91 before scaling; lost are 4 % of 100,000, 4,000, which are 0.2 % of 2,000,000.
    [InlineData(2017, "scored group 15.00 positive 0.20", "scored individual 0.00 maximumNegative -4.00", null)]
    // 15 points are the threshold: nobody is above it.
    [InlineData(2018, "scored group 15.00 neutral 0.00", "scored individual 0.00 maximumNegative -5.00", "noScoreAboveThreshold")]
    // 7 x (30 - 15) / 30 = 3.5. From 2019 to 2021 the automatic policy for extreme circumstances covered every individual: the threshold.
    [InlineData(2019, "scored group 15.00 negative -3.50", "scored individual 30.00 neutral 0.00", "noScoreAboveThreshold")]
    // 9 x (45 - 15) / 45 = 6; a quarter of the threshold is 11.25.
    [InlineData(2020, "scored group 15.00 negative -6.00", "scored individual 45.00 neutral 0.00", "noScoreAboveThreshold")]
    // 15 points are a quarter of the threshold.
    [InlineData(2021, "scored group 15.00 maximumNegative -9.00", "scored individual 60.00 neutral 0.00", "noScoreAboveThreshold")]
    [InlineData(2022, "scored group 15.00 maximumNegative -9.00", "scored individual 0.00 maximumNegative -9.00", "noScoreAboveThreshold")]
    [InlineData(2023, "scored group 15.00 maximumNegative -9.00", "scored individual 0.00 maximumNegative -9.00", "noScoreAboveThreshold")]
    [InlineData(2024, "scored group 15.00 maximumNegative -9.00", "scored individual 0.00 maximumNegative -9.00", "noScoreAboveThreshold")]
    [InlineData(2025, "scored group 15.00 maximumNegative -9.00", "scored individual 0.00 maximumNegative -9.00", "noScoreAboveThreshold")]
    [InlineData(2026, "scored group 15.00 maximumNegative -9.00", "scored individual 0.00 maximumNegative -9.00", "noScoreAboveThreshold")]
    public void AGroupWithActivitiesAndASilentClinician(int year, string group, string silent, string? why)
    {
        using var nation = NationOf(year);
        nation.Write();
        var run = RunOutputs.Of(nation, year);
        Assert.Equal(group, run.Of(Group, 1));
        Assert.Equal(group, run.Of(Group, 2));
        Assert.Equal(silent, run.Of(Silent, 3));
        Assert.Equal(why, (string?)run.Scaling["why"]);
        Assert.Equal(why is null, (bool)run.Scaling["neutral"]!);
        Assert.Equal(why is null, run.Scaling["scalingFactor"] is not null);
    }

    /// <summary>Little below the threshold against much above it and the other way round: the factor stands at 3.</summary>
    [Fact]
    public void TheFactorStandsAtItsBound()
    {
        using var nation = NationOf(2017, silentCharges: "90000000.00");
        nation.Write();
        var run = RunOutputs.Of(nation, 2017);

        // Three times 4 x 12 / 97 are 1.484536.
        Assert.Equal("scored group 15.00 positive 1.48", run.Of(Group, 1));
        Assert.Equal("factorAtBound", (string?)run.Scaling["why"]);
        Assert.Equal(3m, (decimal)run.Scaling["scalingFactor"]!);
        Assert.False((bool)run.Scaling["neutral"]!);
    }

    [Fact]
    public void NobodyBelowTheThreshold()
    {
        using var nation = NationOf(2017, withSilent: false);
        nation.Write();
        var run = RunOutputs.Of(nation, 2017);
        Assert.Equal("scored group 15.00 positive 0.00", run.Of(Group, 1));
        Assert.Equal("noScoreBelowThreshold", (string?)run.Scaling["why"]);
        Assert.True((bool)run.Scaling["neutral"]!);
    }

    [Fact]
    public void WithoutChargesThereIsNothingToScale()
    {
        using var nation = NationOf(2017);
        nation.Write("charges.csv");
        var run = RunOutputs.Of(nation, 2017);
        Assert.Equal("noChargesAboveThreshold", (string?)run.Scaling["why"]);
        Assert.Contains(run.Rows("problems.csv"), problem => problem["code"] == "REFERENCE_MISSING" && problem["file"] == "charges.csv");
    }

    /// <summary>
    /// 414.1370: through 2020 the APM Entity group is judged alone and always has a score; activities have 40 of 40. Nobody
    /// reported quality or Promoting Interoperability: activities weigh 20, so 20 points.
    /// </summary>
    [Theory]
    [InlineData(2018, "scored apmEntity 20.00 positive 0.67")]
    // 7 x (30 - 20) / 30 = 2.3333.
    [InlineData(2019, "scored apmEntity 20.00 negative -2.33")]
    // 9 x (45 - 20) / 45 = 5.
    [InlineData(2020, "scored apmEntity 20.00 negative -5.00")]
    public void AnApmEntityUnderTheScoringStandard(int year, string expected)
    {
        using var nation = NationOf(year);
        nation.Practice(Entity, 20).Clinician(Entity, 4, MadeUpNation.FewPatients).Clinician(Entity, 5).ApmEntity("E1", Entity, 4).ApmEntity("E1", Entity, 5)
            .Volumes("apmEntity", "", "", "E1", "950000.00,2500,3000", "");

        // 2018: lost are 5 % of 100,000, which are 0.666667 % of 750,000.
        nation.Charges(Entity, 4, "750000.00").Write();
        var run = RunOutputs.Of(nation, year);
        Assert.Equal(expected, run.Of(Entity, 4));
        Assert.Equal(expected, run.Of(Entity, 5));
        Assert.Equal("apmScoringStandard", (string?)Assert.Single(run.Results, result => (string?)result["entityType"] == "apm")["reportingOption"]);
    }

    /// <summary>
    /// 414.1370(g)(4), 414.1317(b)(1): what the TIN's group sent is rolled up, also where the clinicians themselves would be
    /// excepted (in 2019 the automatic policy covered everybody). 2018: 50 points of the base and three of performance are
    /// 53 %, of 30 points 15.90, beside 20 of activities. 5 x 20.90 / 85 = 1.229412 %; lost are 5,000 of 750,000, 0.666667 %.
    /// 2019: the set has no CEHRT ID and scores 0, which counts; it does not weigh nothing.
    /// </summary>
    [Theory]
    [InlineData(2018, 53, "scored apmEntity 35.90 positive 0.67")]
    [InlineData(2019, 0, "scored apmEntity 20.00 negative -2.33")]
    public void AnApmEntityTakesWhatItsGroupsSent(int year, int percent, string expected)
    {
        using var nation = NationOf(year);
        nation.Practice(Entity, 20).Clinician(Entity, 4).Clinician(Entity, 5).ApmEntity("E1", Entity, 4).ApmEntity("E1", Entity, 5)
            .Volumes("apmEntity", "", "", "E1", "950000.00,2500,3000", "");
        var submission = nation.Case("group", Entity);
        submission["measurementSets"]!.AsArray().Add(JsonNode.Parse($$"""
            { "category": "pi", "submissionMethod": "registry", "performanceStart": "{{year}}-01-01", "performanceEnd": "{{year}}-12-31", "measurements": [
              { "measureId": "PI_INFBLO_1", "value": true }, { "measureId": "PI_ONCDIR_1", "value": true }, { "measureId": "PI_PPHI_1", "value": true },
              { "measureId": "PI_EP_1", "value": { "numerator": 1, "denominator": 100 } }, { "measureId": "PI_PEA_1", "value": { "numerator": 1, "denominator": 100 } },
              { "measureId": "PI_HIE_1", "value": { "numerator": 1, "denominator": 100 } } {{(year == 2018 ? """, { "measureId": "PI_HIE_2", "value": { "numerator": 1, "denominator": 100 } }""" : "")}} ] }
            """));
        nation.Submits(submission).Charges(Entity, 4, "750000.00").Write();
        var run = RunOutputs.Of(nation, year);
        Assert.Equal(expected, run.Of(Entity, 4));
        var entity = Assert.Single(run.Results, result => (string?)result["entityType"] == "apm");
        Assert.Equal("scored", (string?)entity["categories"]!["pi"]!["status"]);
        Assert.Equal(percent, (decimal)entity["categories"]!["pi"]!["percent"]!);
    }

    private static MadeUpNation NationOf(int year, string silentCharges = "100000.00", bool withSilent = true)
    {
        var nation = new MadeUpNation(year).Practice(Group, 20).Clinician(Group, 1, MadeUpNation.FewPatients).Clinician(Group, 2, MadeUpNation.FewPatients)
            .Charges(Group, 1, "1000000.00").Charges(Group, 2, "1000000.00");
        nation.Submits(MadeUpNation.Activities(nation.Case("group", Group), "IA_PM_2", "IA_PM_3"));
        return withSilent ? nation.Practice(Silent, 20).Clinician(Silent, 3).Charges(Silent, 3, silentCharges) : nation;
    }
}
