using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using OpenQpp.Inputs;
using OpenQpp.Law;
using Xunit;

namespace OpenQpp.CommandLine;

/// <summary>Spoiled documents through the command line: scored or refused within a gibibyte, and never a stack trace.</summary>
public sealed class MalformedInputTests
{
    private const int Documents = 200;
    private const int AtOnce = 2;

    /// <summary>Memory beyond this ends the program, and so the test.</summary>
    private static readonly (string, string)[] Environment = [("DOTNET_GCHeapHardLimit", "0x40000000")];

    private static readonly LawBook Book = Built.Book(Built.LawPack);

    [Fact]
    public void EachIsScoredOrRefused()
    {
        var (faults, refused, scored) = (new ConcurrentQueue<string>(), 0, 0);
        Parallel.For(0, Documents, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, number =>
        {
            var (document, tin) = Document(number);
            var json = number % 2 == 0;
            var ran = Built.OpenQppWith(Environment, document, json ? ["score", "-", "--json"] : ["score", "-"]);
            _ = ran.Code == 0 ? Interlocked.Increment(ref scored) : Interlocked.Increment(ref refused);
            if (FaultOf(ran, json, tin) is { } fault)
            {
                faults.Enqueue($"document {number}: {fault}\n{ran.Error}");
            }
        });
        Assert.Empty(faults);
        Assert.True(refused > Documents / 2 && scored > 0, $"{refused} refused, {scored} scored");
    }

    [Fact]
    public void AFolderOfThemGoesThroughAtOnce()
    {
        using var folder = new TemporaryFolder();
        for (var number = 0; number < Documents; number++)
        {
            folder.Write(Document(number).Bytes, $"{number:000}.json");
        }

        var ran = Built.OpenQppWith(Environment, [], "score", folder.Path, "--json");
        Assert.Equal(1, ran.Code);
        Assert.Equal(Documents, ran.OutputLines.Count);
        Assert.All(ran.OutputLines, line => Assert.True(JsonNode.Parse(line, documentOptions: new() { MaxDepth = 512 }) is JsonObject answer && answer.ContainsKey("problems") != answer.ContainsKey("finalScore")));
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
    }

    private static (byte[] Bytes, string Tin) Document(int number)
    {
        var years = Book.Years;
        var given = RandomCase.Of(Book.Of(years[number % years.Count]), number);
        return (Mutation.Of(RandomCase.Bytes(given), new Dice(number + 31)), (string?)given["taxpayerIdentificationNumber"] ?? "no TIN");
    }

    private static string? FaultOf(Ran ran, bool json, string tin)
    {
        var said = ran.Error + (ran.Code == 0 ? "" : Encoding.UTF8.GetString(ran.Bytes));
        return ran switch
        {
            { Code: not (0 or 1) } => $"exit code {ran.Code}",
            _ when said.Contains("   at ", StringComparison.Ordinal) || said.Contains("Unhandled", StringComparison.Ordinal) => "a stack trace",
            _ when said.Contains(tin, StringComparison.Ordinal) => "the TIN in a message",
            { Code: 0, Error: not "" } => "scored, and yet something on standard error",
            { Code: 0, Bytes.Length: 0 } => "scored, and nothing said",
            { Code: 1, Error: "" } => "refused without a word",
            { Code: 1 } when json => ran.Json["problems"] is JsonArray { Count: > 0 } ? null : "no problems in the JSON",
            { Code: 1, Bytes.Length: > 0 } => "refused, and yet something on standard output",
            _ => null,
        };
    }
}
