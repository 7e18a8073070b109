using System.Text.Json;
using OpenQpp.Explanations;
using Xunit;

namespace OpenQpp.Fixtures;

/// <summary>The worked pair of the interface description: the case gives its result, value by value.</summary>
public sealed class WorkedPairTests
{
    private const decimal Tolerance = 0.000000001m;

    [Theory]
    [InlineData("2024-group")]
    public void TheCaseGivesItsResult(string name)
    {
        var folder = Samples.Folder("contract", "examples");
        var bytes = File.ReadAllBytes(Path.Combine(folder, $"{name}.case.json"));
        var outcome = Samples.Score(bytes, allowSynthetic: false);
        Assert.Empty(outcome.Problems);
        using var actual = JsonDocument.Parse(Results.BytesOf(outcome.Result!, bytes), new JsonDocumentOptions { MaxDepth = 512 });
        using var expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, $"{name}.result.json")));
        Assert.Empty(Differences("", expected.RootElement, actual.RootElement));
        Assert.Empty(Explained.FaultsOf(outcome.Result!.FinalScore));
    }

    /// <summary>Every pair of case and result is tested.</summary>
    [Fact]
    public void NoPairIsForgotten() =>
        Assert.Equal(["2024-group.case.json", "2024-group.result.json"], Directory.GetFiles(Samples.Folder("contract", "examples")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    /// <summary>What is expected must be there; what is there besides does no harm.</summary>
    private static IEnumerable<string> Differences(string place, JsonElement expected, JsonElement actual)
    {
        if (expected.ValueKind != actual.ValueKind)
        {
            return [$"{place}: {expected} expected, not {actual}"];
        }

        return expected.ValueKind switch
        {
            JsonValueKind.Object => expected.EnumerateObject().SelectMany(property => OfProperty($"{place}.{property.Name}", property, actual)),
            JsonValueKind.Array => expected.GetArrayLength() == actual.GetArrayLength()
                ? expected.EnumerateArray().Zip(actual.EnumerateArray()).SelectMany((pair, index) => Differences($"{place}[{index}]", pair.First, pair.Second))
                : [$"{place}: {expected.GetArrayLength()} items expected, not {actual.GetArrayLength()}"],
            JsonValueKind.Number => Math.Abs(expected.GetDecimal() - actual.GetDecimal()) <= Tolerance ? [] : [$"{place}: {expected} expected, not {actual}"],
            _ => string.Equals(expected.ToString(), actual.ToString(), StringComparison.Ordinal) ? [] : [$"{place}: {expected} expected, not {actual}"],
        };
    }

    private static IEnumerable<string> OfProperty(string place, JsonProperty expected, JsonElement actual)
    {
        if (!actual.TryGetProperty(expected.Name, out var value))
        {
            return [$"{place}: absent"];
        }

        return place switch
        {
            // The pair names what stands here instead of giving it.
            ".madeBy.law" or ".madeBy.input" => value.GetString() is { Length: 64 } hash && hash.All(char.IsAsciiHexDigitLower) ? [] : [$"{place}: no SHA-256"],
            ".explanation.says" => value.GetString() is { Length: > 3 } ? [] : [$"{place}: no sentence"],
            ".explanation.how" => value.GetString() is { Length: > 3 } ? [] : [$"{place}: no word"],
            ".explanation.parts" => value.GetArrayLength() > 0 ? [] : [$"{place}: no parts"],
            _ => Differences(place, expected.Value, value),
        };
    }
}
