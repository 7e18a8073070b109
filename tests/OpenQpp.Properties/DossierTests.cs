using OpenQpp.Explanations;
using OpenQpp.Program;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.Properties;

/// <summary>The dossier finds a planted difference and nothing else.</summary>
public sealed class DossierTests
{
    private static readonly ScoredCase Result = Scored("2024-group.json");
    private static readonly IReadOnlyList<ComputedNumber> Numbers = ComputedNumbers.Of(Result);

    public static TheoryData<string> Paths() => [.. Numbers.Where(number => number.Value is not null).Select(number => number.Path)];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void NoDifferenceAtAnyNumberOfDecimals(int decimals)
    {
        var dossier = Of([.. Numbers.Select(number => Printed(number, decimals))]);
        Assert.Equal(Numbers.Count, dossier.Compared.Count);
        Assert.Null(dossier.First);
    }

    /// <summary>A difference in any measure, category, weight, bonus, the final score alone or the adjustment.</summary>
    [Theory]
    [MemberData(nameof(Paths))]
    public void APlantedDifferenceIsTheFirst(string path)
    {
        var dossier = Of([.. Numbers.Select(number => Printed(number, 2, number.Path == path ? 0.01m : 0m))]);
        Assert.Equal(path, dossier.First!.Printed.Path);
        Assert.Equal([path], dossier.Differing.Select(number => number.Printed.Path));
        Assert.StartsWith("414.", dossier.First.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryCategoryHasNumbersAmongThem() =>
        Assert.Empty(new[] { "quality.measures.", "quality.percent", "cost.measures.", "cost.percent", "ia.activities.", "ia.points", "pi.measures.", "pi.percent", "quality.weight", "pi.weight", "complexPatientBonus", "finalScore", "paymentAdjustment.totalPercent" }
            .Where(start => !Paths().Any(row => row.Data.StartsWith(start, StringComparison.Ordinal))));

    /// <summary>What is computed first decides: a measure comes before the category, the weight before the final score, that before the adjustment.</summary>
    [Theory]
    [InlineData("quality.measures.", "quality.percent")]
    [InlineData("pi.percent", "quality.weight")]
    [InlineData("ia.weight", "finalScore")]
    [InlineData("complexPatientBonus", "finalScore")]
    [InlineData("finalScore", "paymentAdjustment.totalPercent")]
    public void OfTwoDifferencesTheOneComputedFirstIsNamed(string first, string second)
    {
        var path = Numbers.First(number => number.Path.StartsWith(first, StringComparison.Ordinal)).Path;
        var printed = Numbers.Reverse().Where(number => number.Path == path || number.Path == second).Select(number => Printed(number, 2, 1m));
        Assert.Equal([path, second], Of([.. printed]).Compared.Select(number => number.Printed.Path));
        Assert.Equal(path, Of([.. printed]).First!.Printed.Path);
    }

    [Theory]
    [InlineData("8.9", true, "at least 8.85 and less than 8.95; ours is 8.9449")]
    [InlineData("8.94", true, "at least 8.935 and less than 8.945; ours is 8.9449")]
    [InlineData("8.95", false, "at least 8.945 and less than 8.955; ours is 8.9449")]
    [InlineData("8.940", false, "at least 8.9395 and less than 8.9405; ours is 8.9449")]
    [InlineData("9", true, "at least 8.5 and less than 9.5; ours is 8.9449")]
    public void AValueAgreesAtItsDecimals(string printed, bool agrees, string needs) => Check(8.9449m, printed, agrees, needs);

    [Theory]
    [InlineData("-4.45", true, "more than -4.455 and at most -4.445; ours is -4.445")]
    [InlineData("-4.44", false, "more than -4.445 and at most -4.435; ours is -4.445")]
    [InlineData("0.00", false, "more than -0.005 and less than 0.005; ours is -4.445")]
    public void HalvesGoAwayFromZero(string printed, bool agrees, string needs) => Check(-4.445m, printed, agrees, needs);

    [Fact]
    public void TheNoiseOfADivisionIsNoDifference() => Check(20.004999999999999999999m, "20.01", true, "at least 20.005 and less than 20.015; ours is 20.005");

    [Fact]
    public void NoNumberAgreesWithNoNumberOnly()
    {
        var none = new ComputedNumber("x", Result.FinalScore, null);
        Assert.True(ComparedNumber.For(new("x", null, "$"), none).Agrees);
        Assert.False(ComparedNumber.For(new("x", 0m, "$"), none).Agrees);
        Assert.False(ComparedNumber.For(new("x", null, "$"), none with { Value = 0m }).Agrees);
    }

    [Fact]
    public void UnknownAndRepeatedPathsAreToldAtOnce()
    {
        var problems = new ProblemList();
        Assert.Null(Dossier.For(Result, [new("finalscore", 1m, "$.a"), new("finalScore", 1m, "$.b"), new("finalScore", 1m, "$.c")], problems));
        Assert.Equal([(ProblemCode.UNKNOWN_PRINTED_PATH, "$.a"), (ProblemCode.DUPLICATE_ROW, "$.c")], problems.Found.Select(problem => (problem.Code, problem.Path)));
    }

    private static void Check(decimal ours, string printed, bool agrees, string needs)
    {
        var compared = ComparedNumber.For(new("x", decimal.Parse(printed), "$"), new("x", Result.FinalScore, ours));
        Assert.Equal((agrees, needs), (compared.Agrees, compared.Needs));
    }

    private static Dossier Of(IReadOnlyList<PrintedValue> printed)
    {
        var problems = new ProblemList();
        var dossier = Dossier.For(Result, printed, problems);
        Assert.Empty(problems.Found);
        return dossier!;
    }

    private static PrintedValue Printed(ComputedNumber number, int decimals, decimal planted = 0m) =>
        new(number.Path, number.Value is { } value ? Math.Round(value + 0.0000m, decimals, MidpointRounding.AwayFromZero) + planted : null, "$");

    private static ScoredCase Scored(string example) => Known.Scorer.Score(File.ReadAllBytes(Path.Combine(Root.Folder, "examples", example))).Result!;
}
