using OpenQpp.Explanations;
using Xunit;

namespace OpenQpp.CommandLine;

/// <summary>The committed tables are what the importer makes of CMS's measures data, and what it cannot take it refuses.</summary>
public sealed class ReferenceBuildTests
{
    [Fact]
    public void TheCommittedTablesAreMadeAnewByteForByte()
    {
        var committed = Path.Combine(Root.Folder, "law", "tables");
        using var folder = new TemporaryFolder();
        folder.Copy(committed, "law/tables", file => !IsMade(file));
        var ran = Built.OpenQpp("reference", "build", "--from", MeasuresData(), "--law-folder", folder.At("law"));
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var files = TemporaryFolder.Files(committed);
        Assert.True(files.Count(IsMade) > 70);
        Assert.Equal(files, TemporaryFolder.Files(folder.At("law", "tables")));
        Assert.Empty(files.Where(file => !File.ReadAllBytes(Path.Combine(committed, file)).AsSpan().SequenceEqual(File.ReadAllBytes(folder.At("law", "tables", file)))));
    }

    [Fact]
    public void ASoundCheckoutIsTaken()
    {
        using var checkout = new MadeUpCheckout($"[{MadeUpCheckout.Measure}]", $"[{MadeUpCheckout.Benchmark}]");
        Assert.Equal(0, checkout.Build("--check").Code);
        Assert.Empty(TemporaryFolder.Files(checkout.Tables));

        var ran = checkout.Build("--json");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Empty(ran.Json["notes"]!.AsArray());
        Assert.EndsWith("\n900\tregistry\t2024\tno\tno\tno\tno\t-\t1\t10\t20\t30\t40\t50\t60\t70\t80\t90\n", File.ReadAllText(Path.Combine(checkout.Tables, "2026", "cms", "benchmarks.tsv")), StringComparison.Ordinal);
        Assert.DoesNotContain(TemporaryFolder.Files(checkout.Tables), file => file.EndsWith(".part", StringComparison.Ordinal));
    }

    /// <summary>Measures, benchmarks, and what must be said about them.</summary>
    public static TheoryData<string, string, string> Faults() => new()
    {
        { $"[{MadeUpCheckout.Measure},{MadeUpCheckout.Measure}]", $"[{MadeUpCheckout.Benchmark}]", "measures-data.json, 900: the id stands twice" },
        { $"[{MadeUpCheckout.Measure}]", $"[{MadeUpCheckout.Benchmark},{MadeUpCheckout.Benchmark}]", "benchmarks, 900 registry: the row stands twice" },
        { $"[{MadeUpCheckout.Measure}]", $"[{MadeUpCheckout.Benchmark.Replace("\"50\": 50", "\"50\": 35", StringComparison.Ordinal)}]", "benchmarks, 900 registry: the ladder does not go one way from worst to best: 1 10 20 30 40 35 60 70 80 90" },
        { $"[{MadeUpCheckout.Measure.Replace("\"isInverse\": false", "\"isInverse\": true", StringComparison.Ordinal)}]", $"[{MadeUpCheckout.Benchmark.Replace("\"1\": 1, ", "\"99\": 15, ", StringComparison.Ordinal)}]", "benchmarks, 900 registry: the ladder does not go one way" },
        { $"[{MadeUpCheckout.Measure}]", $"[{MadeUpCheckout.Benchmark.Replace("\"50\": 50, ", "", StringComparison.Ordinal)}]", "benchmarks, 900 registry: the ladder is neither of the year's ordinary form" },
        { $"[{MadeUpCheckout.Measure}]", $"[{MadeUpCheckout.Benchmark.Replace("\"900\"", "\"901\"", StringComparison.Ordinal)}]", "benchmarks, 901 registry: the measure is not in the year's list" },
        { $"[{MadeUpCheckout.Measure}]", $"[{MadeUpCheckout.Benchmark.Replace("registry", "claims", StringComparison.Ordinal)}]", "benchmarks, 900 claims: the year's list does not offer the measure by this method" },
        { $"[{MadeUpCheckout.Measure.Replace("quality", "cost", StringComparison.Ordinal)}]", "[]", "cost-measures.tsv: measure 900 of CMS's list is missing" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void ARowThatCannotBeTakenStopsTheBuild(string measures, string benchmarks, string says)
    {
        using var checkout = new MadeUpCheckout(measures, benchmarks);
        var ran = checkout.Build();
        Assert.Equal([("REFERENCE_FAULT", "$.2026")], Refusals.Check(ran).Distinct());
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
        Refusals.CheckJson(checkout.Build("--json"));
        Assert.Empty(TemporaryFolder.Files(checkout.Tables));
    }

    [Fact]
    public void ADecisionTakesTheRowOutAndIsReported()
    {
        using var checkout = new MadeUpCheckout($"[{MadeUpCheckout.Measure}]", $"[{MadeUpCheckout.Benchmark.Replace("\"900\"", "\"901\"", StringComparison.Ordinal)}]").Deciding("901", "registry", "ignore");
        var ran = checkout.Build("--json");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal("made up for a test. Decision: ignore", (string?)Assert.Single(ran.Json["notes"]!.AsArray())!["says"]);
    }

    [Fact]
    public void ADecisionThatNoRowNeedsStopsTheBuild()
    {
        using var checkout = new MadeUpCheckout($"[{MadeUpCheckout.Measure}]", $"[{MadeUpCheckout.Benchmark}]").Deciding("902", "registry", "ignore");
        var ran = checkout.Build();
        Refusals.Check(ran);
        Assert.Contains("'ignore' fits no row any more", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "[]")]
    [InlineData("[1]", "[]")]
    [InlineData("[", "[]")]
    [InlineData("[]", "[{\"measureId\":7}, null]")]
    [InlineData("[]", "")]
    public void AFileOfAnotherFormIsRefused(string measures, string benchmarks)
    {
        using var checkout = new MadeUpCheckout(measures, benchmarks);
        var ran = checkout.Build();
        Assert.Equal(("NOT_READABLE", "$.from"), Assert.Single(Refusals.Check(ran)));
        Assert.DoesNotMatch("[A-Za-z]+_[A-Z]", ran.Error["NOT_READABLE".Length..]);
        Assert.Empty(TemporaryFolder.Files(checkout.Tables));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("measures")]
    [InlineData("measures/2026")]
    [InlineData("measures/1999")]
    public void AFolderWithoutMeasuresDataIsRefused(string holds)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("from", holds));
        Directory.CreateDirectory(folder.At("law", "tables", "2026"));
        string[] command = ["reference", "build", "--from", folder.At("from"), "--law-folder", folder.At("law")];
        Assert.Equal(("NOT_READABLE", "$.from"), Assert.Single(Refusals.Check(Built.OpenQpp(command))));
        Refusals.CheckJson(Built.OpenQpp([.. command, "--json"]));
        Assert.Empty(TemporaryFolder.Files(folder.Path));
    }

    private static bool IsMade(string file) => file.Contains("/cms/", StringComparison.Ordinal);

    private static string MeasuresData()
    {
        if (Root.Shared is { } beside)
        {
            return Path.Combine(beside, "reference-data");
        }

        const string Absent = "CMS's measures data are not beside this checkout";
        if (string.Equals(Environment.GetEnvironmentVariable("OPENQPP_TESTS"), "all", StringComparison.Ordinal))
        {
            Assert.Fail(Absent);
        }

        Assert.Skip(Absent);
        return "";
    }
}
