using System.Globalization;
using System.Text;
using OpenQpp.Explanations;
using Xunit;

namespace OpenQpp.CommandLine;

/// <summary>openqpp claims adjust and services run: what they print, and what is said where DuckDB is missing.</summary>
public sealed class ClaimsTests
{
    private const string Factors = "payment_year,tin,npi,status,final_score,total_percent\n2026,000000011,1234567893,scored,95,5.21\n";
    private const string Lines = "claim_id,line_no,bene_id,tin,npi,pos,dos,allowed,deductible,assigned,status\nA,1,B,000000011,1234567893,11,2026-03-02,100.00,0,Y,A\nA,2,B,000000011,1234567893,11,2026-03-02,50.00,0,,A\n";

    private static readonly (string, string)[] BesideTheSources = [("OPENQPP_SOURCE", Root.Folder)];

    [Fact]
    public void WithoutItsLibraryTheCommandSaysWhatProvidesIt()
    {
        using var folder = new TemporaryFolder();
        var ran = Built.OpenQppWith([("OPENQPP_ANALYTICS", folder.At("none"))], [], Adjust(folder));
        Assert.Equal((1, ""), (ran.Code, ran.Output));
        Assert.StartsWith("ANALYTICS_MISSING $: ", ran.Error, StringComparison.Ordinal);
        Assert.Contains("openqpp analytics install", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSummaryTellsDollarsThatAreUndecided()
    {
        NeedLibrary();
        using var folder = new TemporaryFolder();
        var json = Built.OpenQppWith(BesideTheSources, [], [.. Adjust(folder), "--json"]).Json;
        Assert.Equal((2, 1, 1, 4.17m), ((int)json["lines"]!, (int)json["adjusted"]!, (int)json["undecided"]!, (decimal)json["byReason"]![0]!["mipsAmount"]!));
        var screen = Built.OpenQppWith(BesideTheSources, [], [.. Adjust(folder), "--format", "csv"]).Output;
        Assert.Contains("Undecided: 50.00 allowed, 40.00 paid before the adjustment", screen, StringComparison.Ordinal);
        Assert.All(screen.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Equal(["adjusted.csv", "adjusted.parquet", "totals.csv"], TemporaryFolder.Files(folder.At("out")));
    }

    [Fact]
    public void ADashIsStandardInput()
    {
        NeedLibrary();
        using var folder = new TemporaryFolder();
        var ran = Built.OpenQppWith(BesideTheSources, Encoding.UTF8.GetBytes(Lines), "claims", "adjust", "--factors", folder.Write(Factors, "factors.csv"), "--claims", "-", "--out", folder.At("out"), "--json");
        Assert.Equal((0, 2), (ran.Code, (int)ran.Json["lines"]!));
    }

    [Fact]
    public void ANationCanHaveClaims()
    {
        NeedLibrary();
        using var folder = new TemporaryFolder();
        var ran = Built.OpenQppWith(BesideTheSources, [], "population", "generate", "--year", "2024", "--claims", "3000", "--claims-format", "csv", "--seed", "1", "--out", folder.At("nation"), "--json");
        Assert.Equal((0, 3000), (ran.Code, (int)ran.Json["claimLines"]!));
        Assert.Equal(3001, File.ReadLines(folder.At("nation", "claims.csv")).Count());
        var again = Built.OpenQppWith([.. BesideTheSources, ("DOTNET_PROCESSOR_COUNT", "1")], [], "population", "generate", "--year", "2024", "--claims", "3000", "--claims-format", "csv", "--seed", "1", "--out", folder.At("again"));
        Assert.Equal(0, again.Code);
        Assert.All(TemporaryFolder.Files(folder.At("nation")), file => Assert.Equal(File.ReadAllBytes(folder.At("nation", file)), File.ReadAllBytes(folder.At("again", file))));
        var adjusted = Built.OpenQppWith(BesideTheSources, [], "claims", "adjust", "--factors", folder.Write(Factors, "factors.csv"), "--claims", folder.At("nation", "claims.csv"), "--out", folder.At("out"), "--json");
        Assert.Equal((0, 3000), (adjusted.Code, (int)adjusted.Json["lines"]!));
    }

    /// <summary>A nation, its run, its claims adjusted, remitted and audited: more than 10,000 claims, and no finding.</summary>
    [Fact]
    public void WhatIsRemittedAsAdjustedAuditsClean()
    {
        NeedLibrary();
        using var folder = new TemporaryFolder();
        string[] Need(params string[] arguments)
        {
            var ran = Built.OpenQppWith(BesideTheSources, [], arguments);
            Assert.True(ran.Code == 0, ran.Error);
            return ran.Output.Split('\n');
        }

        var (nation, run, adjusted, remittance) = (folder.At("nation"), folder.At("run"), folder.At("out", "adjusted.csv"), folder.At("remittance.835"));
        Need("population", "generate", "--year", "2024", "--clinicians", "300", "--claims", "25000", "--claims-format", "csv", "--seed", "3", "--out", nation);
        Need("year", "run", "--year", "2024", "--in", nation, "--out", run, "--allow-synthetic");
        var factors = Path.Combine(run, "payment-adjustments.csv");
        Need("claims", "adjust", "--factors", factors, "--claims", Path.Combine(nation, "claims.csv"), "--out", folder.At("out"), "--format", "csv");
        Need("remit", "write", "--claims", adjusted, "--out", remittance);
        Assert.Contains("Nothing was found.", Need("remit", "audit", remittance, "--factors", factors, "--claims", adjusted, "--fail-on-difference"));
        Assert.InRange(File.ReadAllText(remittance).Split("\nCLP*").Length - 1, 10_000, 25_000);
    }

    [Fact]
    public void PartsArePutTogether()
    {
        NeedLibrary();
        using var folder = new TemporaryFolder();
        string[] Part(params string[] part) => [.. Adjust(folder), "--format", "csv", .. part];
        var whole = Built.OpenQppWith(BesideTheSources, [], Part());
        var lines = File.ReadAllText(folder.At("out", "adjusted.csv"));
        File.Delete(folder.At("out", "adjusted.csv"));
        Assert.StartsWith("MISSING_FIELD $.parts: ", Built.OpenQppWith(BesideTheSources, [], Part("--part", "1")).Error, StringComparison.Ordinal);
        Assert.StartsWith("NUMBER_OUT_OF_RANGE $.part: ", Built.OpenQppWith(BesideTheSources, [], Part("--part", "3", "--parts", "2")).Error, StringComparison.Ordinal);
        var first = Built.OpenQppWith(BesideTheSources, [], Part("--part", "1", "--parts", "2", "--json")).Json;
        Assert.Equal((1, 2, 1, false), ((int)first["part"]!, (int)first["parts"]!, (int)first["token"]!, (bool)first["wasThere"]!));
        var refused = Built.OpenQppWith(BesideTheSources, [], "claims", "merge", "--out", folder.At("out"), "--parts", "2");
        Assert.Equal(1, refused.Code);
        Assert.StartsWith("PART_MISSING $.parts: Of 2 parts 1 are missing: 2.", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Part 2 of 2: ", Built.OpenQppWith(BesideTheSources, [], Part("--part", "2", "--parts", "2")).Output, StringComparison.Ordinal);
        Assert.Contains("It was there already", Built.OpenQppWith(BesideTheSources, [], Part("--part", "1", "--parts", "2")).Output, StringComparison.Ordinal);
        Assert.Equal(whole.Output, Built.OpenQppWith(BesideTheSources, [], "claims", "merge", "--out", folder.At("out"), "--parts", "2").Output);
        Assert.Equal(lines, File.ReadAllText(folder.At("out", "adjusted.csv")));
        Assert.StartsWith("PART_MISSING $.parts: Of 2 parts 2 are missing: 1, 2.", Built.OpenQppWith(BesideTheSources, [], "services", "merge", "--out", folder.At("out"), "--parts", "2").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ServicesAreCounted()
    {
        NeedLibrary();
        using var folder = new TemporaryFolder();
        var months = string.Concat(Enumerable.Range(0, 20).SelectMany(person => Enumerable.Range(1, 12).Select(month => $"B{person},2024,{month},Y,Y,N,US,\n")));
        var lines = string.Concat(Enumerable.Range(0, 20).Select(person => $"C{person},1,B{person},000000011,1234567893,11,2024-03-02,99213,1,10.00\n"));
        string[] asked =
        [
            "services", "run", "--year", "2024", "--claims", folder.Write("claim_id,line_no,bene_id,tin,npi,specialty,dos,hcpcs,units,allowed\n" + lines, "claims.csv"),
            "--beneficiaries", folder.Write("bene_id,year,month,part_a,part_b,ma,country,death_date\n" + months, "months.csv"),
            "--specialties", folder.Write("code,class\n11,PCP\n", "specialties.csv"), "--out", folder.At("out"), "--set", "beneficiaryAssociationYearOffset=0", "--set", "showUnclassified=yes",
        ];
        var json = Built.OpenQppWith(BesideTheSources, [], [.. asked, "--json"]).Json;
        Assert.Equal((20, 20, 1, 1, "yes"), ((int)json["counted"]!, (int)json["toClinicians"]!, (int)json["individuals"]!, (int)json["groups"]!, (string)json["settings"]!["showUnclassified"]!));
        Assert.Equal(["attribution.csv", "ed.csv", "items.csv", "services-run.json"], TemporaryFolder.Files(folder.At("out")));
        Assert.Contains("individual,000000011,1234567893,L1-9,20,200.00,20.000", File.ReadLines(folder.At("out", "items.csv")));
        string[] store = ["--store", $"Data Source={folder.At("store.db")}"];
        Built.OpenQpp(["store", "migrate", .. store]);
        var taken = Built.OpenQpp(["store", "services", folder.At("out"), "--year", "2024", .. store, "--json"]).Json;
        Assert.Equal((1, 1, 2), ((int)taken["practices"]!, (int)taken["clinicians"]!, (int)taken["ranges"]!));
        var screen = Built.OpenQppWith(BesideTheSources, [], [.. asked, "--format", "parquet"]).Output;
        Assert.Contains("emergency visits are not known", screen.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.All(screen.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    /// <summary>A nation with claims of its determination period: one command each for its services and its facts, which eligibility and the year's run take.</summary>
    [Fact]
    public void TheFactsOfANationAreWhatItsYearReads()
    {
        NeedLibrary();
        using var folder = new TemporaryFolder();
        string At(string name) => folder.At("nation", name);
        Ran Need(params string[] arguments)
        {
            var ran = Built.OpenQppWith(BesideTheSources, [], arguments);
            Assert.True(ran.Code == 0, ran.Error);
            return ran;
        }

        Need("population", "generate", "--year", "2024", "--clinicians", "40", "--claims", "60000", "--claims-period", "determination", "--seed", "4", "--out", folder.At("nation"));
        Assert.Superset(
            new HashSet<string>(["claims.parquet", "institutional.parquet", "beneficiaries.csv", "specialties.csv", "primary-care.csv", "patient-facing.csv", "zips.csv", "hospitals.csv"], StringComparer.Ordinal),
            TemporaryFolder.Files(folder.At("nation")).ToHashSet(StringComparer.Ordinal));
        string[] claims = ["--year", "2024", "--claims", At("claims.parquet"), "--institutional", At("institutional.parquet"), "--beneficiaries", At("beneficiaries.csv")];
        Assert.NotEqual(0, (int)Need(["services", "run", .. claims, "--specialties", At("specialties.csv"), "--primary-care", At("primary-care.csv"), "--out", folder.At("services"), "--json"]).Json["individuals"]!);
        string[] facts =
        [
            "claims", "facts", .. claims, "--clinicians", At("clinicians.csv"), "--practices", At("practices.csv"), "--patient-facing", At("patient-facing.csv"), "--zips", At("zips.csv"),
            "--hospitals", At("hospitals.csv"), "--apm", At("apm.csv"), "--out", folder.At("facts"),
        ];
        var summary = Need([.. facts, "--json"]).Json;
        Assert.Equal((60000, 40, 0, 0), ((int)summary["lines"]!, (int)summary["individuals"]!, (int)summary["withoutType"]!, (int)summary["notBilled"]!));
        Assert.Empty(summary["unknown"]!.AsArray());
        var screen = Need(facts).Output;
        Assert.All(screen.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Equal(["clinicians.csv", "computed.ndjson", "practices.csv", "undecided.csv", "volumes.csv"], TemporaryFolder.Files(folder.At("facts")));
        Assert.Equal(40, Need("eligibility", folder.At("facts"), "--year", "2024", "--json").Json.AsArray().Count);
        File.Copy(At("apm.csv"), folder.At("facts", "apm.csv"));
        Need("year", "run", "--year", "2024", "--in", folder.At("facts"), "--out", folder.At("run"), "--json");
        Assert.DoesNotContain(File.ReadLines(folder.At("run", "problems.csv")), line => line.Contains("rejected", StringComparison.Ordinal));
    }

    /// <summary>Bounds by hand: who is above the low-volume threshold, hospital-based, non-patient facing, rural, and in a small practice.</summary>
    [Fact]
    public void EligibilityFollowsFromClaims()
    {
        NeedLibrary();
        using var folder = new TemporaryFolder();
        var lines = new StringBuilder("claim_id,line_no,bene_id,tin,npi,pos,dos,received,hcpcs,allowed,status\n");
        void Bill(string npi, int count, string place, string hcpcs, string day, string received)
        {
            for (var number = 0; number < count; number++)
            {
                lines.Append(CultureInfo.InvariantCulture, $"{npi}{place}{day},{number},B{number},000000011,{npi},{place},{day},{received},{hcpcs},450.00,A\n");
            }
        }

        // 201 patients and services of 450.00 are 90,450.00 dollars in each segment. 200 are 90,000.00, which exceeds nothing; one more, received a day after the run-out, does not count.
        Bill("1234567893", 201, "11", "99213", "2023-03-01", "2023-03-20");
        Bill("1234567893", 201, "11", "99213", "2024-03-01", "2024-03-20");
        Bill("1000000004", 200, "11", "99213", "2023-03-01", "2023-03-20");
        Bill("1000000004", 1, "12", "99213", "2023-09-30", "2023-10-31");
        Bill("1000000004", 201, "11", "99213", "2024-03-01", "2024-03-20");
        // 75 of 100 services in hospitals, 100 encounters; the other 25 codes are on no list.
        Bill("1000000012", 75, "21", "99213", "2024-03-01", "2024-03-20");
        Bill("1000000012", 25, "11", "99213", "2024-03-02", "2024-03-20");
        Bill("1999999992", 1, "21", "99213", "2024-11-05", "2024-11-20");
        string[] types = ["1000000004", "1000000012", "1234567893", "1999999992"];
        var facts = folder.At("facts");
        var ran = Built.OpenQppWith(
            BesideTheSources, [],
            "claims", "facts", "--year", "2024", "--claims", folder.Write(lines.ToString(), "claims.csv"), "--out", facts,
            "--clinicians", folder.Write("tin,npi,clinician_type\n" + string.Concat(types.Select(npi => $"000000011,{npi},physician\n")), "types.csv"),
            "--practices", folder.Write("tin,zip\n000000011,27007-0001\n", "practices.csv"), "--zips", folder.Write("zip,rural\n27007,Y\n", "zips.csv"),
            "--patient-facing", folder.Write("code\n99213\n", "codes.csv"), "--json");
        Assert.True(ran.Code == 0, ran.Error);
        var answers = Built.OpenQpp("eligibility", facts, "--year", "2024", "--json").Json.AsArray().ToDictionary(answer => (string)answer!["npi"]!, answer => answer!, StringComparer.Ordinal);
        string LowVolume(string npi) => (string)answers[npi]["lowVolume"]!["individual"]!;
        string Statuses(string npi) => string.Join(' ', answers[npi]["specialStatuses"]!.AsArray().Select(status => (string)status!));
        Assert.Equal(["notExceeded", "notExceeded", "exceeded", "noClaims"], types.Select(LowVolume));
        Assert.Equal("smallPractice ruralPractice", Statuses("1234567893"));
        Assert.Equal("smallPractice ruralPractice nonPatientFacing hospitalBased", Statuses("1000000012"));
        // The ZIP code is one of those that CMS named for 2024.
        Assert.All(answers.Values, answer => Assert.True((bool)answer["automaticExtremeCircumstances"]!));
        Assert.Equal(("joinedInFinalThreeMonths", "exceeded"), ((string)answers["1999999992"]["reason"]!, (string)answers["1999999992"]["lowVolume"]!["group"]!));
    }

    private static string[] Adjust(TemporaryFolder folder) =>
        ["claims", "adjust", "--factors", folder.Write(Factors, "factors.csv"), "--claims", folder.Write(Lines, "claims.csv"), "--out", folder.At("out")];

    private static void NeedLibrary()
    {
        var isHere = File.Exists(Path.Combine(Root.Folder, "artifacts", "analytics", "node_modules", "@duckdb", "node-bindings-linux-x64", "libduckdb.so"));
        Assert.SkipUnless(isHere || Environment.GetEnvironmentVariable("OPENQPP_TESTS") is "all", "DuckDB is not here: ./openqpp analytics install");
        Assert.True(isHere);
    }
}
