using System.Globalization;
using System.Text.Json.Nodes;
using OpenQpp.DuckDb;
using Xunit;

namespace OpenQpp.ClaimLines;

/// <summary>claims facts beside the rules themselves, in files of any order, number and form.</summary>
public sealed class FactsTests
{
    private static readonly string[] Files = ["clinicians.csv", "computed.ndjson", "practices.csv", "undecided.csv", "volumes.csv"];

    [Theory]
    [InlineData(1, 2024, "", "")]
    [InlineData(2, 2024, "lowVolumeServices", "units")]
    [InlineData(3, 2024, "claimReceiptUnknown", "late")]
    [InlineData(4, 2024, "dualEligibleMonth", "last")]
    [InlineData(7, 2024, "facilityWithoutScore", "nextHospital")]
    [InlineData(5, 2025, "", "")]
    [InlineData(6, 2022, "", "")]
    public void TheFilesSayWhatTheRulesSay(int seed, int year, string setting, string choice)
    {
        Provided.Library();
        var law = Known.Book.Of(new(year), setting.Length == 0 ? Known.NoOverrides : new Dictionary<string, string>(StringComparer.Ordinal) { [setting] = choice });
        var world = new FactsWorld(seed);
        using var folder = new FactsFolder(law);
        folder.Run(folder.Lists(world) with { Claims = [folder.Write("claims.csv", $"{FactsWorld.LineHeader}\n{string.Join('\n', world.LineRows())}\n")] });
        Assert.Equal("", folder.Problems);
        var expected = new FactsOfRules(world, law);
        Assert.Equal(expected.Volumes(), folder.Rows("volumes.csv"));
        Assert.Equal(expected.Clinicians(), folder.Rows("clinicians.csv"));
        Assert.Equal(expected.Computed(), Computed(folder));
        Assert.Equal([], folder.Summary!.Unknown);
        Assert.True(year != 2024 || Array.Exists(expected.Computed(), line => line.StartsWith("individual", StringComparison.Ordinal) && line.Contains(" 0500", StringComparison.Ordinal)));
    }

    [Fact]
    public void NothingDependsOnOrderFilesFormOrThreads()
    {
        Provided.Library();
        var world = new FactsWorld(10);
        using var folder = new FactsFolder(Known.Book.Of(new(2024), Known.NoOverrides));
        var (rows, lists) = (world.LineRows(), folder.Lists(world));
        string File(string name, IEnumerable<string> lines) => folder.Write(name, $"{FactsWorld.LineHeader}\n{string.Join('\n', lines)}\n");
        var all = File("all.csv", rows);
        using (var engine = new DuckDbEngine(folder.At("spill"), 256, 1))
        {
            engine.Run($"COPY (SELECT * REPLACE (CAST(dos AS DATE) AS dos, CAST(allowed AS DECIMAL(12, 2)) AS allowed, CAST(units AS DECIMAL(12, 3)) AS units) FROM read_csv({SqlText.File(all)}, all_varchar = true) ORDER BY hash(claim_id)) TO {SqlText.Target(folder.At("all.parquet"))} (FORMAT parquet)");
        }

        string[] Answer(int threads, params string[] claims)
        {
            folder.Run(lists with { Claims = claims, Threads = threads });
            Assert.Equal("", folder.Problems);
            return [.. Files.Select(name => System.IO.File.ReadAllText(folder.At("out", name)))];
        }

        var expected = Answer(1, all);
        Assert.Equal(expected, Answer(2, File("turned.csv", rows.Reverse())));
        Assert.Equal(expected, Answer(2, File("two.csv", rows.Where((_, number) => number % 2 != 0)), File("one.csv", rows.Where((_, number) => number % 2 == 0))));
        Assert.Equal(expected, Answer(2, folder.At("all.parquet")));
        Assert.Equal(Files, Directory.GetFileSystemEntries(folder.At("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    /// <summary>A list that is not given makes the fact unknown: blank, never no and never 0.</summary>
    [Fact]
    public void WhatIsNotGivenIsBlank()
    {
        Provided.Library();
        using var folder = new FactsFolder(Known.Book.Of(new(2024), Known.NoOverrides));
        const string Line = "claim_id,line_no,bene_id,tin,npi,pos,dos,hcpcs,allowed";
        folder.Run(new() { Claims = [folder.Write("claims.csv", $"{Line},status\nA,1,B,000000011,1234567893,21,2024-03-02,99223,100.00,A\n")], Folder = folder.At("out") });
        Assert.Equal(["individual,000000011,1234567893,,2,100.00,1,1,,0,1,0,0,0,,,,", "group,000000011,,,2,100.00,1,1,,0,1,0,0,0,,,,1"], folder.Rows("volumes.csv"));
        Assert.Equal(["000000011,1234567893,,,,,,2024-03-02,,,,,,"], folder.Rows("clinicians.csv"));
        Assert.Equal(["000000011,,2024-03-02,,"], folder.Rows("practices.csv"));
        Assert.Equal("", File.ReadAllText(folder.At("out", "computed.ndjson")));
        Assert.Equal(["patientFacingEncounters", "clinicianTypes", "practiceZips", "rural", "hpsa", "facilityAssignable", "averageHccRiskScore", "dualEligibleRatio"], folder.Summary!.Unknown);
        folder.Run(new() { Claims = [folder.Write("claims.csv", $"{Line}\nA,1,B,000000011,1234567893,21,2024-03-02,99223,100.00\n")], Folder = folder.At("out") });
        Assert.Equal(["individual,000000011,1234567893,,2,,,,,,,,,,,,,", "group,000000011,,,2,,,,,,,,,,,,,1"], folder.Rows("volumes.csv"));
        Assert.Equal(["individual,000000011,1234567893,,2,1,100.00", "group,000000011,,,2,1,100.00"], folder.Rows("undecided.csv"));
        Assert.Equal((1L, 10000L, "services"), (folder.Summary!.Undecided, folder.Summary.UndecidedAllowed, folder.Summary.Unknown[0]));
    }

    /// <summary>In 2017 all of Part B counts: no status is needed for dollars and patients, and there is no complex patient bonus.</summary>
    [Fact]
    public void TheFirstYearCountsAllOfPartB()
    {
        Provided.Library();
        using var folder = new FactsFolder(Known.Book.Of(new(2017), Known.NoOverrides));
        folder.Run(new() { Claims = [folder.Write("claims.csv", "claim_id,line_no,bene_id,tin,npi,pos,dos,hcpcs,allowed\nA,1,B,000000011,1234567893,21,2016-09-01,J1885,100.00\n")], Folder = folder.At("out") });
        Assert.Equal(["individual,000000011,1234567893,,2,100.00,1,,,,,,,,,,,", "group,000000011,,,2,100.00,1,,,,,,,,,,,1"], folder.Rows("volumes.csv"));
        Assert.DoesNotContain("dualEligibleRatio", folder.Summary!.Unknown);
    }

    [Theory]
    [InlineData("claims.csv", "claim_id,line_no,bene_id,allowed,setting\nA,1,B,1.005,\nA,2,B,,office\nA,3,,,\n", "NUMBER_OUT_OF_RANGE claims.csv(2).allowed|UNKNOWN_WORD claims.csv(3).setting|MISSING_FIELD claims.csv(4).bene_id")]
    [InlineData("claims.csv", "claim_id,line_no,bene_id\nA,1,B\nA,1,B\n", "DUPLICATE_ROW claims.csv(3)")]
    [InlineData("given-clinicians.csv", "tin,npi,clinician_type,practice_zip\n11,1000000001,physician,12345\n000000011,1,physician,1234\n,1000000001,physician,\n", "TIN_FORM given-clinicians.csv(2).tin|NPI_FORM given-clinicians.csv(3).npi|ZIP_FORM given-clinicians.csv(3).practice_zip|MISSING_FIELD given-clinicians.csv(4).tin")]
    [InlineData("given-clinicians.csv", "tin,npi,clinician_type\n000000011,1000000001,physician\n000000011,1000000001,other\n", "DUPLICATE_ROW given-clinicians.csv(3)")]
    [InlineData("given-practices.csv", "tin,zip,formed\n000000011,12345,2024-02-30\n", "NOT_A_DATE given-practices.csv(2).formed")]
    [InlineData("given-practices.csv", "tin,zip\n000000011,12345\n000000011,12345\n", "DUPLICATE_ROW given-practices.csv(3)")]
    [InlineData("patient-facing.csv", "code,from\n,2024-01-01\n99213,soon\n", "MISSING_FIELD patient-facing.csv(2).code|NOT_A_DATE patient-facing.csv(3).from")]
    [InlineData("zips.csv", "zip,rural\n1234,Y\n12345,yes\n,Y\n", "ZIP_FORM zips.csv(2).zip|UNKNOWN_WORD zips.csv(3).rural|MISSING_FIELD zips.csv(4).zip")]
    [InlineData("zips.csv", "zip,hpsa\n12345,Y\n12345-0001,N\n", "DUPLICATE_ROW zips.csv(3)")]
    [InlineData("hospitals.csv", "ccn,hvbp_score\n050001,1.234\n,4\n", "NUMBER_OUT_OF_RANGE hospitals.csv(2).hvbp_score|MISSING_FIELD hospitals.csv(3).ccn")]
    [InlineData("beneficiaries.csv", "bene_id,year,month,hcc,dual\nB,2024,1,1.2345,\nB,2024,2,,maybe\n", "NUMBER_OUT_OF_RANGE beneficiaries.csv(2).hcc|UNKNOWN_WORD beneficiaries.csv(3).dual")]
    [InlineData("beneficiaries.csv", "bene_id,year,month,hcc\nB,2024,1,1.2\nB,2024,01,1.3\n", "DUPLICATE_ROW beneficiaries.csv(3)")]
    [InlineData("institutional.csv", "bene_id,ccn,from_date\nB,050001,2024-13-01\n", "NOT_A_DATE institutional.csv(2).from_date")]
    [InlineData("institutional.csv", "bene_id,ccn,from_date\n,050001,2024-01-01\n", "MISSING_FIELD institutional.csv(2).bene_id")]
    [InlineData("apm.csv", "apm_id,entity_id,list,tin,npi,snapshots\n21,A1,participation,11,1000000004,1\n", "TIN_FORM apm.csv(2).tin")]
    [InlineData("schedule.csv", "year,hcpcs,modifier,status\n2024,99213,25,A\n", "UNKNOWN_WORD schedule.csv(2).modifier")]
    public void WhatIsWrongIsToldWithItsPlaceAndNothingIsWritten(string file, string text, string expected)
    {
        Provided.Library();
        var world = new FactsWorld(11);
        using var folder = new FactsFolder(Known.Book.Of(new(2024), Known.NoOverrides));
        var request = folder.Lists(world) with { Claims = [folder.Write("claims.csv", FactsWorld.LineHeader + "\n")] };
        folder.Write(file, text);
        folder.Run(request);
        Assert.Equal(expected, folder.Problems);
        Assert.Empty(Directory.GetFileSystemEntries(folder.At("out")));
    }

    [Fact]
    public void APracticeWithoutClaimsIsEmpty()
    {
        Provided.Library();
        using var folder = new FactsFolder(Known.Book.Of(new(2024), Known.NoOverrides));
        folder.Run(folder.Lists(new(12)) with { Claims = [folder.Write("claims.csv", FactsWorld.LineHeader + "\n")] });
        Assert.Equal(("", 0, 0), (folder.Problems, folder.Rows("volumes.csv").Length, folder.Rows("clinicians.csv").Length));
        Assert.Equal((0L, 4L), (folder.Summary!.Individuals, folder.Summary.NotBilled));
    }

    private static string[] Computed(FactsFolder folder) =>
    [
        .. from line in File.ReadAllLines(folder.At("out", "computed.ndjson"))
           let json = JsonNode.Parse(line)!
           let profile = json["profile"]!
           let unit = string.Join(' ', new[] { "entityType", "taxpayerIdentificationNumber", "nationalProviderIdentifier" }.Select(name => (string?)json[name]).OfType<string>())
           select string.Create(
               CultureInfo.InvariantCulture,
               $"{unit}: {FactsOfRules.Shown((decimal?)profile["complexPatient"]?["averageHccRiskScore"])} {FactsOfRules.Shown((decimal?)profile["complexPatient"]?["dualEligibleRatio"])} {(string?)profile["facility"]?["name"]} {(decimal?)profile["facility"]?["hvbpScore"]}"),
    ];
}
