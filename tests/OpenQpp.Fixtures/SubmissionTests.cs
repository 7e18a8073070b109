using System.Text.Json;
using OpenQpp.Explanations;
using Xunit;

namespace OpenQpp.Fixtures;

/// <summary>Every sample submission is scored or refused as the table says, and none throws.</summary>
public sealed class SubmissionTests
{
    private static readonly IReadOnlyDictionary<(string File, string Mode), Expectation> Table = Expectation.ReadAll(Path.Combine(Root.Folder, "tests", "OpenQpp.Fixtures", "outcomes.yaml"));

    public static TheoryData<string, string> All()
    {
        var all = new TheoryData<string, string>();
        foreach (var (file, mode) in Table.Keys)
        {
            all.Add(file, mode);
        }

        return all;
    }

    [Fact]
    public void TheTableHasEverySubmissionAndNoOther()
    {
        var folder = Samples.Folder("fixtures");
        string[] files =
        [
            .. Directory.GetFiles(Path.Combine(folder, "qpp-json", "submissions")),
            Path.Combine(folder, "qpp-json", "scoring-api-example", "scoring-example-submission-input.json"),
            .. Directory.GetFiles(Path.Combine(folder, "qrda3", "accepted"), "*.expected.json", SearchOption.AllDirectories),
        ];
        Assert.Equal(
            files.Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
            Table.Keys.Select(key => key.File).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void IsScoredOrRefusedAsTheTableSays(string file, string mode)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Samples.Folder("fixtures"), file));
        var expected = Table[(file, mode)];
        var outcome = Samples.Score(bytes, mode == Expectation.AllowSynthetic);
        var problems = outcome.Problems.Select(problem => $"{problem.Code} {problem.Path}").Order(StringComparer.Ordinal);
        if (expected.Problems is { } refused)
        {
            Assert.Equal(refused.Order(StringComparer.Ordinal), problems);
            Assert.Null(outcome.Result);
        }
        else if (expected.Values is { } values)
        {
            Assert.Empty(problems);
            var result = outcome.Result!;
            using var document = JsonDocument.Parse(Results.BytesOf(result, bytes), new JsonDocumentOptions { MaxDepth = 512 });
            var places = Places.Of(document.RootElement);
            Assert.Empty(values.Where(value => !places.TryGetValue(value.Place, out var actual) || !Expectation.IsSame(value.Value, actual))
                .Select(value => $"{value.Place}: {value.Value.Value} expected, not {places.GetValueOrDefault(value.Place, "absent") ?? "null"}"));
            Assert.Equal(expected.Warnings, document.RootElement.GetProperty("warnings").EnumerateArray().Select(warning => $"{warning.GetProperty("code")} {warning.GetProperty("path")}"));
            Assert.Empty(Explained.FaultsOf(result.FinalScore));
            foreach (var category in result.Categories)
            {
                Assert.Empty(Explained.FaultsOf(category.Percent));
            }

            if (result.PaymentAdjustment is { } adjustment)
            {
                Assert.Empty(Explained.FaultsOf(adjustment.TotalPercent));
            }
        }
        else
        {
            Assert.True(outcome.Result is not null || outcome.Problems.Count > 0);
        }
    }
}
