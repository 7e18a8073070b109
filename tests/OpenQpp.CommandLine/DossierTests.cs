using OpenQpp.Explanations;
using Xunit;

namespace OpenQpp.CommandLine;

/// <summary><c>openqpp dossier</c>.</summary>
public sealed class DossierTests
{
    private static readonly string Case = Path.Combine(Root.Folder, "examples", "2024-group.json");

    [Fact]
    public void JsonNamesTheFirstDifferenceAndExplainsIt()
    {
        using var folder = new TemporaryFolder();
        var score = Built.OpenQpp("score", Case, "--json").Json["finalScore"]!.GetValue<decimal>();
        var ran = Built.OpenQpp("dossier", Case, "--printed", folder.Write($$"""{ "paymentAdjustment.totalPercent": 9.00, "finalScore": {{score - 1m}} }""", "printed.json"), "--json");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.False(ran.Json["agrees"]!.GetValue<bool>());
        Assert.Equal("finalScore", ran.Json["firstDifference"]!["path"]!.GetValue<string>());
        Assert.Equal("42 CFR 414.1380(c)", ran.Json["firstDifference"]!["basis"]!.GetValue<string>());
        Assert.Equal("final score", ran.Json["firstDifference"]!["explanation"]!["name"]!.GetValue<string>());
        Assert.Equal(["finalScore", "paymentAdjustment.totalPercent"], ran.Json["compared"]!.AsArray().Select(number => number!["path"]!.GetValue<string>()));
    }

    [Fact]
    public void PeopleReadATable()
    {
        using var folder = new TemporaryFolder();
        var score = Built.OpenQpp("score", Case, "--json").Json["finalScore"]!.GetValue<decimal>();
        var same = Built.OpenQpp("dossier", Case, "--printed", folder.Write($"path,value\nfinalScore,{score}\n", "printed.csv"));
        Assert.Equal((0, ""), (same.Code, same.Error));
        Assert.Contains("All 1 numbers agree", same.Output, StringComparison.Ordinal);
        var other = Built.OpenQpp("dossier", Case, "--printed", folder.Write("path,value\nfinalScore,1.00\n", "other.csv"));
        Assert.Contains("First difference: finalScore", other.Output, StringComparison.Ordinal);
        Assert.Contains("at least 0.995 and less than 1.005", other.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.All(other.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Theory]
    [InlineData("path,value\nfinal,1.00\ncost.points,2\n", "UNKNOWN_PRINTED_PATH printed.csv(2)", "UNKNOWN_PRINTED_PATH printed.csv(3)")]
    [InlineData("path,value\nfinalScore,1.00\nfinalScore,1.00\n", "DUPLICATE_ROW printed.csv(3)")]
    [InlineData("path,value\nfinalScore,many\n", "NUMBER_OUT_OF_RANGE printed.csv(2).value")]
    [InlineData("path,points\nfinalScore,1\n", "UNKNOWN_FIELD printed.csv(1)")]
    [InlineData("", "MISSING_FIELD $")]
    [InlineData("{}", "MISSING_FIELD $")]
    [InlineData("{ \"finalScore\": \"71\" }", "WRONG_TYPE $.finalScore")]
    [InlineData("{ \"finalScore\": 71", "NOT_JSON $.finalScore")]
    public void RefusesThis(string text, params string[] expected)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(expected, Refusals.Check(Built.OpenQpp("dossier", Case, "--printed", folder.Write(text, "printed.csv"))).Select(found => $"{found.Code} {found.Path}"));
    }
}
