using System.Diagnostics;
using Xunit;

namespace OpenQpp.NationalRuns;

/// <summary>The same input gives the same bytes, however it was cut, on however many threads, and however often the run was killed.</summary>
public sealed class SameBytesTests
{
    public static TheoryData<int> Years() => [.. Enumerable.Range(2017, 10)];

    [Theory]
    [MemberData(nameof(Years))]
    public void ThreadsAndPartsHaveNoEffect(int year)
    {
        using var nation = RandomNation.Of(year, practices: 60, seed: year);
        var whole = RunOutputs.Of(nation, year, "whole").Files;
        AssertSame(whole, RunOutputs.Of(nation, year, "small-parts", threads: 1, partSize: 1).Files);
        AssertSame(whole, RunOutputs.Of(nation, year, "threads", threads: 2, partSize: 7).Files);
        Assert.Equal(["entity-scores.ndjson", "mvp-averages.csv", "payment-adjustments.csv", "problems.csv", "report.html", "scaling-run.json", "statistics.csv"], whole.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ARunThatIsKilledGoesOnAndEndsAsAnUndisturbedOne()
    {
        using var nation = RandomNation.Of(2024, practices: 400, seed: 11);
        var undisturbed = RunOutputs.Of(nation, 2024, "undisturbed").Files;
        var chance = new Random(7);
        var killed = 0;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var process = Start(nation);
            // Not before there is something to go on with, then at any moment.
            var work = Path.Combine(nation.Out("killed"), ".work");
            while (!process.HasExited && !(Directory.Exists(work) && Directory.GetFiles(work, "run-*.done").Length > attempt * 3))
            {
                Thread.Sleep(1);
            }

            Thread.Sleep(chance.Next(40));
            if (!process.HasExited)
            {
                process.Kill();
                killed++;
            }

            process.WaitForExit();
        }

        using (var last = Start(nation))
        {
            last.WaitForExit();
            Assert.Equal(0, last.ExitCode);
        }

        Assert.True(killed > 0, "the run was never killed");
        Assert.Contains("\"resumed\"", File.ReadAllText(Path.Combine(nation.Out("killed"), "run.log")), StringComparison.Ordinal);
        AssertSame(undisturbed, new RunOutputs(nation.Out("killed")).Files);
    }

    /// <summary>A folder in which a run of another input was killed is not gone on with.</summary>
    [Fact]
    public void AnotherInputBeginsAnew()
    {
        using var nation = RandomNation.Of(2023, practices: 20, seed: 3);
        var work = Path.Combine(nation.Out("out"), ".work");
        Directory.CreateDirectory(work);
        File.WriteAllText(Path.Combine(work, "key"), "another run");
        File.WriteAllText(Path.Combine(work, "split.done"), "999");
        AssertSame(RunOutputs.Of(nation, 2023, "fresh").Files, RunOutputs.Of(nation, 2023).Files);
    }

    private static Process Start(MadeUpNation nation)
    {
        var process = BuiltProgram.Start("--year", "2024", "--in", nation.In, "--out", nation.Out("killed"), "--part-size", "20", "--threads", "2");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static void AssertSame(IReadOnlyDictionary<string, byte[]> expected, IReadOnlyDictionary<string, byte[]> actual)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(expected.Where(file => !file.Value.AsSpan().SequenceEqual(actual[file.Key])).Select(file => file.Key));
    }
}
