using System.Text.RegularExpressions;
using OpenQpp.Explanations;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace OpenQpp.House;

/// <summary><c>law/coverage.yaml</c> and the code say the same.</summary>
public sealed class CoverageTests
{
    private static readonly Dictionary<string, (string Status, IReadOnlyList<string> Where, string? Why)> Coverage =
        ((YamlSequenceNode)Sources.Yaml("law/coverage.yaml")).Children.ToDictionary(
            item => item.Entry("paragraph")!,
            item => (item.Entry("status")!, item.Entries("where"), item.Entry("why")),
            StringComparer.Ordinal);

    /// <summary>Paragraphs by the files whose rules carry them.</summary>
    private static readonly Dictionary<string, string[]> Carried = Sources.CSharp("src")
        .SelectMany(file => file.Lines.SelectMany(line => Regex.Matches(line, "\\[Cfr\\(\"([^\"]+)\"\\)\\]", RegexOptions.None, TimeSpan.FromSeconds(1))).Select(match => (Paragraph: match.Groups[1].Value, file.Path)))
        .Where(carried => IsOfTheSections(carried.Paragraph))
        .GroupBy(carried => carried.Paragraph, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(carried => carried.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    [Fact]
    public void WhatACodeCarriesIsListedAsImplementedThere() =>
        Assert.Empty(Carried.Where(carried => !Coverage.TryGetValue(carried.Key, out var listed) || listed.Status is not "implemented" || !listed.Where.Order(StringComparer.Ordinal).SequenceEqual(carried.Value, StringComparer.Ordinal)).Select(carried => carried.Key));

    [Fact]
    public void WhatIsListedAsImplementedIsCarriedByCode() =>
        Assert.Empty(Coverage.Where(listed => listed.Value.Status is "implemented" && !Carried.ContainsKey(listed.Key)).Select(listed => listed.Key));

    [Fact]
    public void DataAndJudgementSayWhy() =>
        Assert.Empty(Coverage.Where(listed => listed.Value.Status is not "implemented" && (listed.Value.Why is not { Length: > 20 } why || !why.EndsWith('.'))).Select(listed => listed.Key));

    [Fact]
    public void DataNameAPlaceThatExists() =>
        Assert.Empty(
            from listed in Coverage
            where listed.Value.Status is "data"
            where listed.Value.Where.Count == 0 || listed.Value.Where.Any(place => !Exists(place))
            select listed.Key);

    /// <summary>Facility-based measurement and the APM scoring standard are not built yet; nothing else is missing.</summary>
    [Fact]
    public void OnlyParagraphsDAndEAreNotModelled() =>
        Assert.Empty(Coverage.Where(listed => listed.Value.Status is "not-modelled" && !listed.Key.StartsWith("414.1380(d)", StringComparison.Ordinal) && !listed.Key.StartsWith("414.1380(e)", StringComparison.Ordinal)).Select(listed => listed.Key));

    /// <summary>Whoever cites a paragraph of these sections, in a number, a table or a setting, cites a listed one.</summary>
    [Fact]
    public void EveryParagraphThatTheLawCitesIsListed()
    {
        var cited =
            from path in Directory.GetFiles(Path.Combine(Root.Folder, "law"), "*.*", SearchOption.AllDirectories)
            from match in Regex.Matches(File.ReadAllText(path), @"414\.(1380|1385|1405)(\([0-9A-Za-z]+\))*", RegexOptions.None, TimeSpan.FromSeconds(10))
            where match.Value.Contains('(', StringComparison.Ordinal)
            select match.Value;
        Assert.Empty(cited.Distinct(StringComparer.Ordinal).Where(paragraph => !Coverage.ContainsKey(paragraph)));
    }

    [Fact]
    public void EveryParagraphHasItsParentListed() =>
        Assert.Empty(Coverage.Keys.Where(paragraph => paragraph.Count(character => character == '(') > 1 && !Coverage.ContainsKey(paragraph[..paragraph.LastIndexOf('(')])));

    private static bool IsOfTheSections(string paragraph) =>
        paragraph.StartsWith("414.1380", StringComparison.Ordinal) || paragraph.StartsWith("414.1385", StringComparison.Ordinal) || paragraph.StartsWith("414.1405", StringComparison.Ordinal);

    /// <summary>A star stands for one folder.</summary>
    private static bool Exists(string place)
    {
        var star = place.IndexOf('*', StringComparison.Ordinal);
        return star < 0
            ? Path.Exists(Path.Combine(Root.Folder, place))
            : Directory.GetDirectories(Path.Combine(Root.Folder, place[..star])).All(folder => Path.Exists(folder + place[(star + 1)..]));
    }
}
