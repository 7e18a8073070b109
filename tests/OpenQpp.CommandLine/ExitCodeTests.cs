using System.Text.Json.Nodes;
using OpenQpp.Inputs;
using Xunit;

namespace OpenQpp.CommandLine;

/// <summary>0 done, 1 refused, 2 wrong usage, 3 our fault; and what stands on which stream.</summary>
public sealed class ExitCodeTests
{
    /// <summary>Faults that one document may have, with the code that each must bring.</summary>
    public static TheoryData<string, string, string> Faults() => new()
    {
        { "performanceYear", "2031", "UNSUPPORTED_YEAR" },
        { "performanceYear", "\"soon\"", "WRONG_TYPE" },
        { "entityType", "\"hospital\"", "UNKNOWN_WORD" },
        { "taxpayerIdentificationNumber", "\"12-3\"", "TIN_FORM" },
        { "measurementSetz", "[]", "UNKNOWN_FIELD" },
        { "measurementSets/0/measurements/0/measureId", "\"999999\"", "UNKNOWN_MEASURE" },
        { "measurementSets/0/measurements/0/value/performanceMet", "100000", "IMPOSSIBLE_COUNT" },
        { "measurementSets/0/measurements/0/value/performanceMet", "1.5", "NOT_A_WHOLE_NUMBER" },
        { "measurementSets/0/performanceEnd", "\"2025-01-31\"", "PERIOD_OUTSIDE_YEAR" },
        { "measurementSets/0/performanceEnd", "\"2024-02-30\"", "NOT_A_DATE" },
        { "profile/clinicianTypes/0", "\"magician\"", "UNKNOWN_WORD" },
        { "profile/priorYear/costPercent", "101", "PERCENT_OUT_OF_RANGE" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void RefusedInputIsOneAndSaysWhy(string place, string value, string code)
    {
        var bytes = Spoiled(place, value);
        Assert.Contains(code, Refusals.Check(Built.OpenQppGiven(bytes, "score", "-")).Select(problem => problem.Code));
        Assert.Contains(code, Refusals.CheckJson(Built.OpenQppGiven(bytes, "score", "-", "--json")).Select(problem => problem.Code));
    }

    [Fact]
    public void EveryProblemOfADocumentIsListed()
    {
        var given = Built.ExampleCase();
        Set(given, "entityType", "\"hospital\"");
        Set(given, "measurementSets/0/measurements/0/value/performanceMet", "1.5");
        Set(given, "measurementSets/4/performanceStart", "\"2024\"");
        Assert.Equal(
            [
                ("UNKNOWN_WORD", "$.entityType"),
                ("NOT_A_WHOLE_NUMBER", "$.measurementSets[0].measurements[0].value.performanceMet"),
                ("NOT_A_DATE", "$.measurementSets[4].performanceStart"),
            ],
            Refusals.Check(Built.OpenQppGiven(RandomCase.Bytes(given), "score", "-")));
    }

    [Theory]
    [InlineData("no-such-file.json")]
    [InlineData("no-such-folder/no-such-file.ndjson")]
    public void AMissingFileIsRefused(string path)
    {
        Assert.Equal([("NOT_READABLE", "$")], Refusals.Check(Built.OpenQpp("score", path)));
        Assert.Equal([("NOT_READABLE", "$")], Refusals.CheckJson(Built.OpenQpp("score", path, "--json")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1, 2")]
    [InlineData("\"text\"")]
    public void WhatIsNoCaseIsRefused(string text)
    {
        using var folder = new TemporaryFolder();
        Refusals.Check(Built.OpenQpp("score", folder.Write(text, "case.json")));
        Refusals.CheckJson(Built.OpenQpp("score", folder.Write(text, "case.json"), "--json"));
    }

    [Theory]
    [InlineData("", "openqpp --help")]
    [InlineData("scorn", "openqpp --help")]
    [InlineData("--scorn", "openqpp --help")]
    [InlineData("score", "openqpp score --help")]
    [InlineData("score one.json two.json", "openqpp score --help")]
    [InlineData("score --jason", "openqpp score --help")]
    [InlineData("score --jason EXAMPLE", "openqpp score --help")]
    [InlineData("score EXAMPLE --jason", "openqpp score --help")]
    [InlineData("score EXAMPLE --scaling-factor", "openqpp score --help")]
    [InlineData("score EXAMPLE --scaling-factor 0,5", "openqpp score --help")]
    [InlineData("weights", "openqpp weights --help")]
    [InlineData("weights --year twenty --json", "openqpp weights --help")]
    [InlineData("weights --year 2024 --year 2025", "openqpp weights --help")]
    [InlineData("weights --year 2024 --option fax", "openqpp weights --help")]
    [InlineData("law", "openqpp law --help")]
    [InlineData("law --years", "openqpp law --help")]
    [InlineData("years diff 2023", "openqpp years diff --help")]
    [InlineData("years diff --law 2023", "openqpp years diff --help")]
    [InlineData("reference", "openqpp reference --help")]
    [InlineData("reference build", "openqpp reference build --help")]
    public void WrongUsageIsTwoAndNamesTheHelp(string command, string help)
    {
        var ran = Built.OpenQpp(command.Replace("EXAMPLE", Built.Example, StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.True(ran.ErrorLines.Count >= 2, ran.Error);
        Assert.Contains($"'{help}'", ran.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("score --help")]
    [InlineData("years diff --help")]
    public void HelpIsNoError(string command)
    {
        var ran = Built.OpenQpp(command.Split(' '));
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains("Usage:", ran.Output, StringComparison.Ordinal);
    }

    /// <summary>Law that is no law, law that ends too early, and none at all.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(100_000)]
    [InlineData(null)]
    public void ABrokenLawIsOurFault(int? length)
    {
        using var folder = new TemporaryFolder();
        var pack = length is { } kept ? folder.Write(File.ReadAllBytes(Built.LawPack)[..kept], "law.pack") : folder.At("law.pack");
        foreach (var ran in (Ran[])[Built.OpenQppUnder(pack, "weights", "--year", "2024", "--json"), Built.OpenQppUnder(pack, "score", Built.Example)])
        {
            Assert.Equal((3, ""), (ran.Code, ran.Output));
            Assert.StartsWith("INTERNAL_ERROR $: ", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
        }
    }

    private static byte[] Spoiled(string place, string value)
    {
        var given = Built.ExampleCase();
        Set(given, place, value);
        return RandomCase.Bytes(given);
    }

    private static void Set(JsonObject given, string place, string value)
    {
        JsonNode node = given;
        var names = place.Split('/');
        foreach (var name in names[..^1])
        {
            node = (node is JsonArray list ? list[int.Parse(name)] : node[name])!;
        }

        if (node is JsonArray parent)
        {
            parent[int.Parse(names[^1])] = JsonNode.Parse(value);
        }
        else
        {
            node[names[^1]] = JsonNode.Parse(value);
        }
    }
}
