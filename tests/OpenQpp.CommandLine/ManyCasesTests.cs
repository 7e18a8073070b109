using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace OpenQpp.CommandLine;

/// <summary>A folder, or a file with one case a line: all are scored or refused, and 1 says that some were refused.</summary>
public sealed class ManyCasesTests
{
    private static readonly string Line = Built.ExampleCase().ToJsonString();

    [Fact]
    public void AFolderIsSummedUpInATable()
    {
        using var folder = Folder();
        var ran = Built.OpenQpp("score", folder.Path);
        Assert.Equal(1, ran.Code);
        Assert.Equal(["Case", "Year", "Level", "Score", "Band", "Adjustment"], Cells(ran.OutputLines[0]));
        Assert.Equal(["a.json", "2024", "group", "81.23", "positive", "0.26", "%"], Cells(ran.OutputLines[2]));
        Assert.Equal(["b.json", "refused:", "1", "problems"], Cells(ran.OutputLines[3]));
        Assert.Equal(["more/c.json", "2024", "group", "81.23", "positive", "0.26", "%"], Cells(ran.OutputLines[4]));
        Assert.Equal("2 scored, 1 refused", ran.OutputLines[^1]);
        Assert.StartsWith("b.json: NOT_JSON $: ", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderIsOneResultALineInJson()
    {
        using var folder = Folder();
        var ran = Built.OpenQpp("score", folder.Path, "--json", "--without-explanation");
        Assert.Equal(1, ran.Code);
        var lines = ran.OutputLines.Select(line => JsonNode.Parse(line)!).ToArray();
        Assert.Equal(["a.json", "b.json", "more/c.json"], lines.Select(line => (string?)line["case"]));
        Assert.Equal([81.23m, null, 81.23m], lines.Select(line => (decimal?)line["finalScore"]));
        Assert.Equal("NOT_JSON", (string?)lines[1]["problems"]![0]!["code"]);
        Assert.StartsWith("b.json: NOT_JSON $: ", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void WhenNoneIsRefusedTheCodeIsZero()
    {
        using var folder = new TemporaryFolder();
        var ran = Built.OpenQpp("score", folder.Write($"{Line}\n\n{Line}", "cases.ndjson"));
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Equal("2 scored, 0 refused", ran.OutputLines[^1]);
    }

    /// <summary>More than are scored at once, with a refused one in between; each line is the answer to its line.</summary>
    [Fact]
    public void LinesKeepTheirOrder()
    {
        const int Cases = 1500;
        const int Refused = 700;
        var text = new StringBuilder();
        for (var number = 1; number <= Cases; number++)
        {
            text.Append(number == Refused ? "{\"performanceYear\":2024}" : Line).Append(number % 2 == 0 ? "\n" : "\r\n");
        }

        using var folder = new TemporaryFolder();
        var path = folder.Write(text.ToString(), "cases.ndjson");
        var ran = Built.OpenQpp("score", path, "--json", "--without-explanation");
        Assert.Equal(1, ran.Code);
        var lines = ran.OutputLines.Select(line => JsonNode.Parse(line)!).ToArray();
        Assert.Equal(Enumerable.Range(1, Cases).Select(number => $"line {number}"), lines.Select(line => (string?)line["case"]));
        Assert.Equal([Refused], lines.Index().Where(line => line.Item["problems"] is not null).Select(line => line.Index + 1));
        Assert.All(ran.ErrorLines, line => Assert.StartsWith($"line {Refused}: MISSING_FIELD $.", line, StringComparison.Ordinal));
        Assert.Equal($"{Cases - 1} scored, 1 refused", Built.OpenQpp("score", path).OutputLines[^1]);
    }

    private static TemporaryFolder Folder()
    {
        var folder = new TemporaryFolder();
        folder.Write(Line, "a.json");
        folder.Write("no case", "b.json");
        folder.Write(Line, "more", "c.json");
        folder.Write("not looked at", "notes.txt");
        return folder;
    }

    private static string[] Cells(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
