using System.Text.Json.Nodes;
using Xunit;

namespace OpenQpp.NationalRuns;

/// <summary>The command as a person or a script starts it.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly MadeUpNation nation = RandomNation.Of(2019, practices: 20, seed: 5);

    public void Dispose() => nation.Dispose();

    [Fact]
    public void JsonAndNothingElseStandsOnStandardOutput()
    {
        var (code, output, _) = BuiltProgram.Run("--year", "2019", "--in", nation.In, "--out", nation.Out("json"), "--json", "--measure");
        Assert.Equal(0, code);
        var answer = JsonNode.Parse(output)!;
        Assert.Equal(2021, (int)answer["run"]!["paymentYear"]!);
        Assert.True((decimal)answer["measure"]!["ratio"]! > 0m);
    }

    [Fact]
    public void AProposedLawIsComparedWithTheFinalOne()
    {
        var (code, _, error) = BuiltProgram.Run("--year", "2019", "--in", nation.In, "--out", nation.Out("proposed"), "--law", "2019-proposed");
        Assert.True(code == 0, error);
        var run = new RunOutputs(nation.Out("proposed"));
        Assert.Contains(run.Rows("what-if.csv"), row => row["difference"] is not "0");
        Assert.Equal("2019-proposed", (string?)run.Scaling["law"]);
    }

    [Theory]
    [InlineData("payment/no-such=1", "There is no parameter")]
    [InlineData("payment/performance-threshold=high", "is no number")]
    [InlineData("weights/traditional=40,20,15,20", "100 together")]
    [InlineData("weights/imagined=40,20,15,25", "has no weights")]
    public void AnOverrideThatCannotBeIsRefused(string given, string says)
    {
        var (code, _, error) = BuiltProgram.Run("--year", "2019", "--in", nation.In, "--out", nation.Out("refused"), "--override", given);
        Assert.Equal(1, code);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(nation.Out("refused")));
    }

    [Fact]
    public void OtherWeightsGiveOtherScores()
    {
        var (code, _, error) = BuiltProgram.Run("--year", "2019", "--in", nation.In, "--out", nation.Out("weights"), "--override", "weights/traditional=25,15,15,45", "--override", "weights/traditional/cost=40,0,15,45");
        Assert.True(code == 0, error);
        Assert.Contains(new RunOutputs(nation.Out("weights")).Rows("what-if.csv"), row => row["quantity"] == "meanFinalScore" && row["difference"] is not "0");
    }

    [Fact]
    public void AnUnknownColumnRefusesTheInputAsAWhole()
    {
        File.WriteAllText(Path.Combine(nation.In, "charges.csv"), "tin,npi,dollars\n");
        var (code, _, error) = BuiltProgram.Run("--year", "2019", "--in", nation.In, "--out", nation.Out("column"));
        Assert.Equal(1, code);
        Assert.Contains("UNKNOWN_FIELD charges.csv(1)", error, StringComparison.Ordinal);
    }

    /// <summary>Progress and log never hold a TIN or an NPI.</summary>
    [Fact]
    public void NobodyIsNamedInTheLog()
    {
        var (_, _, error) = BuiltProgram.Run("--year", "2019", "--in", nation.In, "--out", nation.Out("log"));
        var told = error + File.ReadAllText(Path.Combine(nation.Out("log"), "run.log"));
        Assert.Empty(new RunOutputs(nation.Out("log")).Rows("payment-adjustments.csv").SelectMany(row => (string[])[row["tin"], row["npi"]]).Distinct().Where(id => told.Contains(id, StringComparison.Ordinal)));
    }
}
