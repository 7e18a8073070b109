using System.Text.RegularExpressions;
using OpenQpp.Explanations;
using Xunit;

namespace OpenQpp.House;

/// <summary>docs/security.md speaks of every requirement of ASVS 4.0.3, levels 1 and 2, once, and names what there is.</summary>
public sealed partial class SecurityDocumentTests
{
    private const string Document = "docs/security.md";

    /// <summary>Chapters of which nothing may be open.</summary>
    private static readonly string[] Closed = ["2", "3", "4", "5", "7", "8", "12", "13"];

    private static IReadOnlyList<(string Number, string Level, string State, string Where)> Rows { get; } =
    [
        .. Row().Matches(Sources.Text(Document)).Select(match => (match.Groups["number"].Value, match.Groups["level"].Value, match.Groups["state"].Value, match.Groups["where"].Value)),
    ];

    /// <summary>The numbers with their levels were taken from the standard's own table: 128 of level 1, 259 of level 1 or 2.</summary>
    [Fact]
    public void EveryNumberOfTheStandardStandsThereOnceInItsOrder()
    {
        var standard = Sources.Text("tests/OpenQpp.House/asvs-4.0.3.tsv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToArray();
        Assert.Equal(259, standard.Length);
        Assert.Equal(standard.Select(line => (line[0], line[1])), Rows.Select(row => (row.Number, row.Level)));
    }

    [Fact]
    public void NothingIsOpenWhereNothingMayBe() =>
        Assert.Empty(Rows.Where(row => row.State == "open" && Closed.Contains(row.Number.Split('.')[0], StringComparer.Ordinal)).Select(row => row.Number));

    [Fact]
    public void WhatIsOpenOrDoesNotApplySaysWhy() =>
        Assert.All(Rows, row => Assert.True(row.Where.Length > 0 && (row.State == "met" || row.Where.Any(char.IsWhiteSpace) || row.Where == "not used"), row.Number));

    /// <summary>What stands in backquotes with a slash, or with the ending of a file, is a file of the repository.</summary>
    [Fact]
    public void EveryFileThatIsNamedExists() =>
        Assert.Empty(Quoted().Where(word => word.Contains('/', StringComparison.Ordinal) || FileName().IsMatch(word)).Where(word => !File.Exists(Path.Combine(Root.Folder, word))));

    [Fact]
    public void EveryTestThatIsNamedExists()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Root.Folder, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(Path.GetFileNameWithoutExtension, File.ReadAllText, StringComparer.Ordinal);
        Assert.Empty(Quoted().Select(word => TestName().Match(word)).Where(match => match.Success)
            .Where(match => !tests[match.Groups["class"].Value].Any(text => text.Contains($" {match.Groups["method"].Value}(", StringComparison.Ordinal)))
            .Select(match => match.Value));
    }

    private static IEnumerable<string> Quoted() => Rows.SelectMany(row => Quote().Matches(row.Where)).Select(match => match.Groups["word"].Value);

    [GeneratedRegex(@"^\| (?<number>\d+\.\d+\.\d+) \| (?<level>[12]) \| [^|]+ \| (?<state>met|n/a|open) \| (?<where>[^|]+) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<word>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quote();

    [GeneratedRegex(@"^[\w.-]+\.(cs|md|props|json|tsv|sql|conf|service)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^(?<class>\w+Tests)\.(?<method>\w+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestName();
}
