using System.Diagnostics;
using OpenQpp.Inputs;
using Xunit;

namespace OpenQpp.Properties;

/// <summary>Ten thousand spoiled documents in one process: each is scored or refused with problems, none throws or holds it up.</summary>
public sealed class MalformedInputTests
{
    private const int Documents = 1000;
    private const long MostBytes = 1L << 30;

    public static TheoryData<int> Years() => RandomCaseTests.Years();

    [Theory]
    [MemberData(nameof(Years))]
    public void EverySpoiledDocumentIsScoredOrRefused(int year)
    {
        var law = Known.Book.Of(new(year));
        var (refused, scored) = (0, 0);
        for (var number = 0; number < Documents; number++)
        {
            var dice = new Dice((year * 7_919) + number);
            var document = Mutation.Of(RandomCase.Bytes(RandomCase.Of(law, number)), dice);
            var watch = Stopwatch.StartNew();
            var outcome = Known.Scorer.Score(document);

            // A document is done in well under a millisecond; a second means that something runs away.
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"document {number} took {watch.Elapsed}");
            Assert.True(outcome.Result is null == outcome.Problems.Count > 0, $"document {number}");
            Assert.All(outcome.Problems, problem => Assert.True(problem.Message.Length is > 10 and < 2000 && problem.Path.StartsWith('$'), $"document {number}: {problem.Code} at {problem.Path}: {problem.Message}"));
            _ = outcome.Result is null ? refused++ : scored++;
        }

        Assert.True(refused > Documents / 2 && scored > 0, $"{refused} refused, {scored} scored");
        using var process = Process.GetCurrentProcess();
        Assert.True(process.PeakWorkingSet64 < MostBytes, $"{process.PeakWorkingSet64} bytes");
    }
}
