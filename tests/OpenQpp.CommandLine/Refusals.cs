using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OpenQpp.Explanations;
using Xunit;

namespace OpenQpp.CommandLine;

/// <summary>What a refusal must look like, whatever was refused.</summary>
internal static partial class Refusals
{
    private static readonly HashSet<string> Documented =
        [.. FirstCell().Matches(File.ReadAllText(Path.Combine(Root.Folder, "docs", "problems.md"))).Select(match => match.Groups[1].Value)];

    /// <summary>Nothing on standard output; on standard error one problem a line with a documented code, a place and what to do.</summary>
    /// <returns>The codes and places.</returns>
    public static IReadOnlyList<(string Code, string Path)> Check(Ran ran)
    {
        Assert.Equal("", ran.Output);
        return CheckErrors(ran);
    }

    /// <summary>The same on standard error, and on standard output the object with the same problems.</summary>
    public static IReadOnlyList<(string Code, string Path)> CheckJson(Ran ran)
    {
        var onError = CheckErrors(ran);
        var problems = ran.Json.AsObject();
        Assert.Equal(["problems"], problems.Select(property => property.Key));
        var listed = problems["problems"]!.AsArray().Select(problem => (Text(problem, "code"), Text(problem, "path"))).ToArray();
        Assert.All(problems["problems"]!.AsArray(), problem => Assert.True(Text(problem, "message").Length > 10));
        Assert.Equal(onError, listed);
        return listed;
    }

    private static List<(string Code, string Path)> CheckErrors(Ran ran)
    {
        Assert.True(ran.Code == 1, $"{ran.Code}: {ran.Error}");
        var problems = new List<(string, string)>();
        foreach (var line in ran.ErrorLines)
        {
            var parts = Line().Match(line);
            Assert.True(parts.Success, line);
            Assert.True(Documented.Contains(parts.Groups["code"].Value), $"not in docs/problems.md: {line}");
            Assert.DoesNotContain(line, char.IsControl);
            problems.Add((parts.Groups["code"].Value, parts.Groups["path"].Value));
        }

        Assert.NotEmpty(problems);
        return problems;
    }

    private static string Text(JsonNode? problem, string name) => (string)problem![name]!;

    /// <summary>Code, place (a path within JSON, or a file and line), and a message of some words.</summary>
    [GeneratedRegex(@"^(?<code>[A-Z]+(_[A-Z0-9]+)*) (?<path>(\$|[a-z-]+\.csv)[^ ]*): \S+ .*\S$", RegexOptions.None, 1000)]
    private static partial Regex Line();

    [GeneratedRegex(@"^\| `([A-Z_0-9]+)` \|", RegexOptions.Multiline, 1000)]
    private static partial Regex FirstCell();
}
