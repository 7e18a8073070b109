using System.Text.Json.Nodes;
using Xunit;

namespace OpenQpp.CommandLine;

/// <summary>Each small calculator: values that the scenarios pin, and wrong input.</summary>
public sealed class CalculatorTests
{
    /// <summary>What the command prints as JSON, as far as it is known.</summary>
    public static TheoryData<string, string> Known() => new()
    {
        { "points --year 2024 --measure 001 --method registry --rate 12.34", """{ "points": 9.766, "decile": 9, "status": "counted", "basis": "42 CFR 414.1380(b)(1)(i)" }""" },

        // Decile 5 of 2017 from 53.13, decile 6 from 40.65: 5 + (45 - 53.13) / (40.65 - 53.13).
        { "points --year 2017 --measure 001 --method registry --rate 45", """{ "points": 5.6514423076923076923076923077, "decile": 5, "status": "counted" }""" },
        { "points --year 2024 --measure 001 --method registry --rate 12.34 --completeness 60", """{ "points": 0, "decile": -1 }""" },
        { "points --year 2024 --measure 001 --method registry --rate 12.34 --completeness 60 --small-practice", """{ "points": 3, "decile": -1 }""" },
        { "points --year 2024 --measure 001 --method registry --rate 12.34 --cases 19", """{ "points": 0, "decile": -1 }""" },
        { "points --year 2019 --measure 001 --method registry --rate 12.34 --cases 19 --law 2019-proposed", """{ "points": 3, "decile": -1 }""" },

        // 8 + (23,259.11 - 23,000.00) / 1,198.74.
        { "cost-points --year 2024 --measure MSPB_1 --score 23000", """{ "points": 8.216151959557535412182791932, "decile": 8, "status": "counted" }""" },
        { "cost-points --year 2024 --measure MSPB_1 --score 23000 --cases 34", """{ "status": "excluded" }""" },
        { "weights --year 2024", """{ "quality": 30, "cost": 30, "ia": 15, "pi": 25, "singleCategory": null }""" },
        { "weights --year 2024 --small-practice --reweighted pi", """{ "quality": 40, "cost": 30, "ia": 30, "pi": 0 }""" },
        { "weights --year 2019 --option apmScoringStandard --apm webInterface", """{ "quality": 50, "cost": 0, "ia": 20, "pi": 30 }""" },
        { "weights --year 2024 --option app", """{ "quality": 50, "cost": 0, "ia": 20, "pi": 30 }""" },
        { "weights --year 2024 --reweighted cost,pi,quality", """{ "quality": 0, "cost": 0, "ia": 100, "pi": 0, "singleCategory": true, "finalScore": 75 }""" },
        { "adjustment --year 2022 --score 95", """{ "band": "exceptional", "percentBeforeScaling": 7.2, "percent": 1.78, "additionalPercent": 3.42, "totalPercent": 5.2, "basis": "42 CFR 414.1405(b)(1)" }""" },

        // 9 x 20 / 25 x 0.25 = 1.8; (0.5 + 9.5 x 6 / 11) x 0.60 = 3.409.
        { "adjustment --year 2022 --score 95 --scaling-factor 0.25 --additional-scaling-factor 0.60", """{ "band": "exceptional", "scalingFactorSource": "given", "percent": 1.8, "additionalPercent": 3.41, "totalPercent": 5.21 }""" },
        { "adjustment --year 2018 --score 3.76", """{ "band": "negative", "percent": -3.75, "totalPercent": -3.75, "basis": "42 CFR 414.1405(b)(2)" }""" },
        { "adjustment --year 2017 --score 0.75", """{ "band": "maximumNegative", "percent": -4, "additionalPercent": 0 }""" },
        { "adjustment --year 2024 --score 75", """{ "band": "neutral", "percent": 0, "totalPercent": 0 }""" },

        // The additional threshold is 75 in the final rule of 2019 and 80 in the proposed one.
        { "adjustment --year 2019 --score 78", """{ "band": "exceptional" }""" },
        { "adjustment --year 2019 --score 78 --law 2019-proposed", """{ "band": "positive", "additionalPercent": 0 }""" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void KnowsThisValue(string command, string expected)
    {
        var ran = Built.OpenQpp([.. command.Split(' '), "--json"]);
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        foreach (var (name, value) in JsonNode.Parse(expected)!.AsObject())
        {
            Assert.Equal($"{name} {value?.ToJsonString()}", $"{name} {ran.Json[name]?.ToJsonString()}");
        }
    }

    [Theory]
    [InlineData("points --year 2024 --measure 001 --method registry --rate 12.34", "9.766 points, decile 9")]
    [InlineData("cost-points --year 2024 --measure MSPB_1 --score 23000", "8.2162 points, decile 8")]
    [InlineData("weights --year 2024 --reweighted cost", "Promoting Interoperability  30 %")]
    [InlineData("adjustment --year 2018 --score 3.76", "-3.75 %")]
    public void PeopleReadTheSameValue(string command, string expected)
    {
        var ran = Built.OpenQpp(command.Split(' '));
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains(expected, ran.Output, StringComparison.Ordinal);
        Assert.Contains("414.1", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("points --year 2024 --measure 999 --method registry --rate 5", "UNKNOWN_MEASURE $.measure")]
    [InlineData("points --year 2024 --measure 001 --method registry --rate 101", "PERCENT_OUT_OF_RANGE $.rate")]
    [InlineData("points --year 2016 --measure 001 --method registry --rate 5", "UNSUPPORTED_YEAR $.year")]
    [InlineData("points --year 2024 --measure 001 --method registry --rate 5 --law 2019-proposed", "UNSUPPORTED_YEAR $.law")]
    [InlineData("cost-points --year 2024 --measure 001 --score 5", "UNKNOWN_MEASURE $.measure")]
    [InlineData("cost-points --year 2024 --measure MSPB_1 --score -5", "IMPOSSIBLE_COUNT $.score")]
    [InlineData("weights --year 2027", "UNSUPPORTED_YEAR $.year")]
    [InlineData("weights --year 2024 --reweighted quality,food", "UNKNOWN_WORD $.reweighted")]
    [InlineData("weights --year 2019 --option mvp", "OPTION_NOT_IN_YEAR $.option")]
    [InlineData("weights --year 2024 --law 2024-imagined", "UNKNOWN_WORD $.law")]
    [InlineData("weights --year 2024 --set iaMerge=perhaps", "UNKNOWN_WORD $.set")]
    [InlineData("adjustment --year 2024 --score 100.01", "NUMBER_OUT_OF_RANGE $.score")]
    [InlineData("adjustment --year 2024 --score -1", "NUMBER_OUT_OF_RANGE $.score")]
    [InlineData("adjustment --year 2024 --score 80 --scaling-factor 3.01", "NUMBER_OUT_OF_RANGE $.scalingFactor")]
    [InlineData("law 414.9999", "UNKNOWN_PARAGRAPH $.paragraph")]
    [InlineData("law 414.1380 --year 2031", "UNSUPPORTED_YEAR $.year")]
    [InlineData("years diff 2023 2031", "UNSUPPORTED_YEAR $.after")]
    [InlineData("years --law 2024-imagined", "UNKNOWN_WORD $.law")]
    public void RefusesThis(string command, string problem)
    {
        var arguments = command.Split(' ');
        Assert.Equal([problem], Refusals.Check(Built.OpenQpp(arguments)).Select(found => $"{found.Code} {found.Path}"));
        Assert.Equal([problem], Refusals.CheckJson(Built.OpenQpp([.. arguments, "--json"])).Select(found => $"{found.Code} {found.Path}"));
    }
}
