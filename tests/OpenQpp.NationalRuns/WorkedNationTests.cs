using System.Text.Json.Nodes;
using OpenQpp.Explanations;
using Xunit;

namespace OpenQpp.NationalRuns;

/// <summary>
/// A nation of 2024 worked out by hand. The group is that of the worked pair, 81.23 points. Small practices have no cost
/// measures and Promoting Interoperability is reweighted: quality and activities weigh 50 each, so that activities in full
/// and nothing else make 50.00, nothing at all makes 0.00.
/// </summary>
public sealed class WorkedNationTests : IDisposable
{
    private const string Group = "000112233";
    private const string Silent = "000112234";
    private const string Small = "000112235";
    private const string Voluntary = "000112236";
    private const string New = "000112237";
    private const string Refused = "000112238";
    private const string First = "000112240";
    private const string Second = "000112241";
    private const string OfEntity = "000112250";
    private const string Elsewhere = "000112299";

    private readonly MadeUpNation nation = new(2024);

    public WorkedNationTests()
    {
        nation.Practice(Group, 41)
            .Clinician(Group, 1, MadeUpNation.FewPatients).Clinician(Group, 2, type: "nursePractitioner").Clinician(Group, 3, qp: "qp")
            .Clinician(Group, 4, enrolled: "2024-03-01").Clinician(Group, 5, volume: null, firstClaim: "2024-11-05").Clinician(Group, 6, type: "other");
        nation.Practice(Silent, 1).Clinician(Silent, 10);
        nation.Practice(Small, 4).Clinician(Small, 11).Clinician(Small, 12, MadeUpNation.FewPatients).Clinician(Small, 13, MadeUpNation.FewPatients).Clinician(Small, 14, automatic: "Y").Elects(Small, 13, "optIn");
        nation.Practice(Voluntary, 1, MadeUpNation.FewPatients).Clinician(Voluntary, 15, MadeUpNation.FewPatients).Elects(Voluntary, 15, "voluntary");
        nation.Practice(New, 0, "0,0,0", formed: "2024-10-15").Clinician(New, 16, volume: null, firstClaim: "2024-10-20");
        nation.Practice(Refused, 1).Clinician(Refused, 17);
        nation.Practice(First, 1).Clinician(First, 20).Practice(Second, 1).Clinician(Second, 21).VirtualGroup("VG1", First).VirtualGroup("VG1", Second);
        nation.Practice(OfEntity, 2).Clinician(OfEntity, 30).Clinician(OfEntity, 31).ApmEntity("E1", OfEntity, 30).ApmEntity("E1", OfEntity, 31);
        foreach (var (tin, npi, dollars) in ((string, int, string)[])[(Group, 1, "100000.00"), (Group, 2, "200000.00"), (Elsewhere, 1, "50000.00"), (Elsewhere, 3, "70000.00"), (Elsewhere, 99, "80000.00"), (Silent, 10, "40000.00"), (Small, 11, "30000.00"), (Small, 13, "10000.00"), (First, 20, "20000.00"), (Second, 21, "20000.00"), (Refused, 17, "500000.00")])
        {
            nation.Charges(tin, npi, dollars);
        }

        AddWorkedPair();
        nation.Submits(MadeUpNation.Activities(nation.Case("individual", Small, 11), "IA_PM_4"));
        nation.Submits(MadeUpNation.Activities(nation.Case("individual", Voluntary, 15), "IA_PM_4"));
        nation.Submits(MadeUpNation.Activities(nation.Case("individual", Refused, 17), "IA_NO_SUCH"));
        nation.Submits(MadeUpNation.Activities(nation.Case("virtualGroup", id: "VG1"), "IA_PM_4"));
        nation.Submits(MadeUpNation.Activities(nation.Case("group", "000999999"), "IA_PM_4"));
        var entity = nation.Case("apm", id: "E1");
        entity["profile"] = new JsonObject
        {
            ["reweighted"] = new JsonArray([.. ((string[])["quality", "cost", "ia", "pi"]).Select(category => (JsonNode)new JsonObject { ["category"] = category, ["reason"] = "extremeAndUncontrollableCircumstances" })]),
        };
        nation.Computed(entity);
        nation.Write();
        nation.WriteReference("""{"complexPatient":{"hcc":{"group":{"median":1.3,"mean":1.4,"standardDeviation":0.3}},"dual":{"group":{"median":0.22,"mean":0.25,"standardDeviation":0.15}}}}""");
    }

    public void Dispose() => nation.Dispose();

    [Fact]
    public void EverybodyGetsWhatTheLawGives()
    {
        var run = RunOutputs.Of(nation, 2024);

        // Lost: 9 % of 50,000 at 0 points are 4,500; 9 x 25 / 75 = 3 % of 70,000 at 50 points are 2,100. Gained before scaling:
        // 9 x 6.23 / 25 = 2.2428 % of 350,000 are 7,849.80. The factor is 6,600 / 7,849.80; 6,600 of 350,000 are 1.885714 %.
        Assert.Equal("scored group 81.23 positive 1.89", run.Of(Group, 1));
        Assert.Equal("scored group 81.23 positive 1.89", run.Of(Group, 2));
        Assert.Equal("qp QP", run.Of(Group, 3));
        Assert.Equal("excluded NEWLY_ENROLLED", run.Of(Group, 4));
        Assert.Equal("scored group 81.23 positive 1.89", run.Of(Group, 5));
        Assert.Equal("excluded INELIGIBLE_TYPE", run.Of(Group, 6));
        Assert.Equal("scored group 81.23 positive 1.89 MOVER_FROM:000112233", run.Of(Elsewhere, 1));
        Assert.Equal("qp QP", run.Of(Elsewhere, 3));
        Assert.Equal("excluded NO_FACTOR", run.Of(Elsewhere, 99));
        Assert.Equal("scored individual 0.00 maximumNegative -9.00", run.Of(Silent, 10));
        Assert.Equal("scored individual 50.00 negative -3.00", run.Of(Small, 11));
        Assert.Equal("excluded GROUP_DID_NOT_REPORT", run.Of(Small, 12));
        Assert.Equal("scored individual 0.00 maximumNegative -9.00", run.Of(Small, 13));
        Assert.Equal("scored individual 75.00 neutral 0.00", run.Of(Small, 14));
        Assert.Equal("excluded VOLUNTARY", run.Of(Voluntary, 15));
        Assert.Equal("neutral neutral 0.00 NEW_PRACTICE_IN_FINAL_THREE_MONTHS", run.Of(New, 16));
        Assert.Equal("excluded SUBMISSION_REJECTED", run.Of(Refused, 17));
        Assert.Equal("scored virtualGroup 50.00 negative -3.00", run.Of(First, 20));
        Assert.Equal("scored virtualGroup 50.00 negative -3.00", run.Of(Second, 21));
        Assert.Equal("scored apmEntity 75.00 neutral 0.00", run.Of(OfEntity, 30));
        Assert.Equal("scored apmEntity 75.00 neutral 0.00", run.Of(OfEntity, 31));
        Assert.Equal(21, run.Rows("payment-adjustments.csv").Count);
    }

    [Fact]
    public void BothSidesAreEqualAndWhatRemainsIsTold()
    {
        var scaling = RunOutputs.Of(nation, 2024).Scaling;
        Assert.Equal(6600m / 7849.8m, (decimal)scaling["scalingFactor"]!, 20);
        Assert.Equal(6600m, (decimal)scaling["negativeDollars"]!);
        Assert.Equal(6600m, (decimal)scaling["positiveDollars"]!, 10);
        Assert.True((bool)scaling["neutral"]!);
        Assert.Null(scaling["why"]);
        Assert.Null(scaling["additionalDollars"]);

        // 1.89 % of 350,000 are 6,615, less 6,600.
        Assert.Equal(15m, (decimal)scaling["remainingDollarsAfterRounding"]!);
    }

    [Fact]
    public void WhatIsWrongIsListedAndTheOthersGoOn()
    {
        var problems = RunOutputs.Of(nation, 2024).Rows("problems.csv");
        Assert.Equal(["UNKNOWN_MEASURE submissions.ndjson 4", "UNKNOWN_PARTICIPANT submissions.ndjson 6"], problems.Select(problem => $"{problem["code"]} {problem["file"]} {problem["line"]}"));
        Assert.All(problems, problem => Assert.Equal("rejected", problem["consequence"]));
        Assert.Equal("$.measurementSets[0].measurements[0].measureId", problems[0]["path"]);
        Assert.Equal(Refused, problems[0]["tin"]);
    }

    [Fact]
    public void ResultsHaveTheShapeOfScoreAndAreSorted()
    {
        var results = RunOutputs.Of(nation, 2024).Results;
        Assert.Equal(["apm E1", $"group {Group}", $"individual {Silent}", $"individual {Small}", $"individual {Small}", $"individual {Small}", $"individual {Voluntary}", "virtualGroup VG1"], results.Select(result => $"{result["entityType"]} {result["entityId"] ?? result["taxpayerIdentificationNumber"]}"));
        var group = results[1];
        Assert.Equal(81.23m, (decimal)group["finalScore"]!);
        Assert.Equal("traditional", (string)group["reportingOption"]!);
        Assert.False(group.ContainsKey("explanation"));
    }

    [Fact]
    public void WithoutReferenceTheBonusIsNotKnownAndTold()
    {
        File.Delete(Path.Combine(nation.In, "reference.json"));
        var run = RunOutputs.Of(nation, 2024);

        // 81.23 has 4.1667 points of bonus in it: 77.06 remain.
        Assert.StartsWith("scored group 77.06 positive ", run.Of(Group, 1), StringComparison.Ordinal);
        var told = Assert.Single(run.Rows("problems.csv"), problem => problem["code"] == "REFERENCE_MISSING");
        Assert.Equal(("note", "reference.json", "1"), (told["consequence"], told["file"], told["rows"]));
    }

    [Fact]
    public void OverridingNothingChangesNothing()
    {
        var law = RunOutputs.Book.Of(new(2024));
        var same = new Law.LawOverrides();
        Assert.Null(same.Add("payment/performance-threshold", "75", law));
        var run = RunOutputs.Of(nation, 2024, changed: RunOutputs.Book.Of(new(2024), what: same));
        var rows = run.Rows("what-if.csv");
        Assert.True(rows.Count > 100);
        Assert.All(rows, row => Assert.Equal("0", row["difference"]));
        Assert.Equal(RunOutputs.Of(nation, 2024, "alone").Files["payment-adjustments.csv"], run.Files["payment-adjustments.csv"]);
    }

    /// <summary>At a threshold of 50, the four at 50 points are neutral; the two at 75 of old circumstances move with it.</summary>
    [Fact]
    public void AChangedThresholdIsComparedWithTheRecordedOne()
    {
        var law = RunOutputs.Book.Of(new(2024));
        var changed = new Law.LawOverrides();
        Assert.Null(changed.Add("payment/performance-threshold", "50", law));
        var run = RunOutputs.Of(nation, 2024, changed: RunOutputs.Book.Of(new(2024), what: changed));
        Assert.Equal("scored individual 50.00 neutral 0.00", run.Of(Small, 11));

        // Lost: 9 % of 50,000. Gained before scaling: 9 x 31.23 / 50 = 5.6214 % of 350,000, 19,674.90 dollars.
        var factor = Assert.Single(run.Rows("what-if.csv"), row => row["quantity"] == "scalingFactor");
        Assert.Equal(6600m / 7849.8m, decimal.Parse(factor["base"]), 15);
        Assert.Equal(4500m / 19674.9m, decimal.Parse(factor["changed"]), 15);
        var negative = Assert.Single(run.Rows("what-if.csv"), row => row["dimension"] == "all" && row["quantity"] == "negative clinicians");
        Assert.Equal(("3", "0", "-3"), (negative["base"], negative["changed"], negative["difference"]));
    }

    private void AddWorkedPair()
    {
        var pair = JsonNode.Parse(File.ReadAllText(Path.Combine(Root.Folder, "examples", "2024-group.json")))!.AsObject();
        var (submitted, computed) = (nation.Case("group", Group), nation.Case("group", Group));
        foreach (var set in pair["measurementSets"]!.AsArray())
        {
            (((string)set!["submissionMethod"]!) == "administrativeClaims" ? computed : submitted)["measurementSets"]!.AsArray().Add(set.DeepClone());
        }

        computed["profile"] = new JsonObject { ["complexPatient"] = pair["profile"]!["complexPatient"]!.DeepClone(), ["priorYear"] = pair["profile"]!["priorYear"]!.DeepClone() };
        computed["profile"]!["complexPatient"]!.AsObject().Remove("reference");
        nation.Submits(submitted).Computed(computed);
    }
}
