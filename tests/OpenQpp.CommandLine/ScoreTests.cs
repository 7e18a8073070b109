using System.Text.RegularExpressions;
using OpenQpp.Explanations;
using Xunit;

namespace OpenQpp.CommandLine;

/// <summary>The main job: a case in, its score with every number explained out.</summary>
public sealed class ScoreTests
{
    private const int Columns = 80;

    [Fact]
    public void PeopleReadTheScoreTheAdjustmentAndWhy()
    {
        var ran = Built.OpenQpp("score", Built.Example);
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.StartsWith("Final score 81.23 of 100\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("\nPayment adjustment in 2026: +0.26 %", ran.Output, StringComparison.Ordinal);
        Assert.Contains("\nWhy\nRounded to 2 decimals, the final score is 81.23 [414.1380(c)]\n", ran.Output, StringComparison.Ordinal);
        Assert.Matches(@"23,000\.00 lies in decile 8 of MSPB_1.*\s+8\.2162 points \[414\.", ran.Output);
    }

    [Fact]
    public void JsonIsTheOnlyOutput()
    {
        var ran = Built.OpenQpp("score", Built.Example, "--json");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal(81.23m, (decimal)ran.Json["finalScore"]!);
        Assert.Equal(0.26m, (decimal)ran.Json["paymentAdjustment"]!["totalPercent"]!);
        Assert.Equal("final score", (string?)ran.Json["explanation"]!["name"]);
        Assert.DoesNotContain(Root.Folder, ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("000112233", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutTheExplanationTheScoreIsTheSame()
    {
        var (whole, less) = (Built.OpenQpp("score", Built.Example, "--json").Json, Built.OpenQpp("score", Built.Example, "--json", "--without-explanation").Json);
        Assert.Null(less["explanation"]);
        Assert.Equal((decimal)whole["finalScore"]!, (decimal)less["finalScore"]!);
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--full")]
    public void ADashIsStandardInput(string option)
    {
        var ran = Built.OpenQppGiven(File.ReadAllBytes(Built.Example), "score", "-", option);
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal(Built.OpenQpp("score", Built.Example, option).Output, ran.Output);
    }

    [Theory]
    [InlineData("score EXAMPLE")]
    [InlineData("score EXAMPLE --full")]
    [InlineData("points --year 2024 --measure 001 --method registry --rate 12.34")]
    [InlineData("cost-points --year 2024 --measure MSPB_1 --score 23000")]
    [InlineData("weights --year 2024 --reweighted cost,quality,pi")]
    [InlineData("adjustment --year 2022 --score 95")]
    [InlineData("law 414.1380")]
    [InlineData("law 414.1405")]
    [InlineData("years")]
    [InlineData("years --law 2019-proposed")]
    [InlineData("years --settings")]
    [InlineData("years diff 2017 2026")]
    public void OutsideATerminalEveryScreenHasEightyColumnsAndNoColour(string command)
    {
        var ran = Built.OpenQpp(command.Replace("EXAMPLE", Built.Example, StringComparison.Ordinal).Split(' '));
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.NotEmpty(ran.OutputLines);
        Assert.Empty(ran.OutputLines.Where(line => line.Length > Columns));
        Assert.Empty(ran.OutputLines.Where(line => line.Any(char.IsControl)));
    }

    [Fact]
    public void AVariantOfTheLawIsSaid()
    {
        var given = Built.ExampleCase();
        given["performanceYear"] = 2019;
        given["measurementSets"]!.AsArray().Clear();
        var bytes = Inputs.RandomCase.Bytes(given);
        var (final, proposed) = (Built.OpenQppGiven(bytes, "score", "-"), Built.OpenQppGiven(bytes, "score", "-", "--law", "2019-proposed"));
        Assert.Equal((0, 0), (final.Code, proposed.Code));
        Assert.DoesNotMatch(new Regex("2019-proposed", RegexOptions.None, TimeSpan.FromSeconds(1)), final.Output);
        Assert.Contains("Performance year 2019 under 2019-proposed", proposed.Output, StringComparison.Ordinal);
    }
}
