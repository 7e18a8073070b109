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

    private static string[] Adjust(TemporaryFolder folder) =>
        ["claims", "adjust", "--factors", folder.Write(Factors, "factors.csv"), "--claims", folder.Write(Lines, "claims.csv"), "--out", folder.At("out")];

    private static void NeedLibrary()
    {
        var isHere = File.Exists(Path.Combine(Root.Folder, "artifacts", "analytics", "node_modules", "@duckdb", "node-bindings-linux-x64", "libduckdb.so"));
        Assert.SkipUnless(isHere || Environment.GetEnvironmentVariable("OPENQPP_TESTS") is "all", "DuckDB is not here: ./openqpp analytics install");
        Assert.True(isHere);
    }
}
