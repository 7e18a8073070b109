using System.Text.RegularExpressions;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.House;

/// <summary>What the documents list and what the code knows are the same.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void EveryProblemCodeIsDocumentedAndNoOther() =>
        Assert.Equal(Enum.GetNames<ProblemCode>().Order(StringComparer.Ordinal), FirstCells("docs/problems.md").Order(StringComparer.Ordinal));

    [Fact]
    public void EveryWayAValueFollowsFromItsPartsIsDocumentedAndNoOther() =>
        Assert.Equal(Enum.GetValues<How>().Select(how => how.Word()).Order(StringComparer.Ordinal), FirstCells("docs/explanation.md").Order(StringComparer.Ordinal));

    [Fact]
    public void EverySettingIsDocumentedAndNoOther() =>
        Assert.Equal(LawDataTests.Settings().Select(row => Path.GetFileNameWithoutExtension(row.Data)).Order(StringComparer.Ordinal), FirstCells("docs/settings.md").Order(StringComparer.Ordinal));

    /// <summary>The words in the first column of a document's tables, each in backquotes.</summary>
    private static IEnumerable<string> FirstCells(string path) =>
        Regex.Matches(Sources.Text(path), @"^\| `([^`]+)` \|", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Select(match => match.Groups[1].Value);
}
