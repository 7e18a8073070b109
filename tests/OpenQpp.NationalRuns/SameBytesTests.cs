using System.Diagnostics;
using System.Text;
using OpenQpp.YearRun;
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
            while (!process.HasExited && !(Directory.Exists(work) && Directory.GetFiles(work, "run-?????").Length > attempt * 3))
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
        File.WriteAllText(Path.Combine(work, "run-00000"), "another part");
        AssertSame(RunOutputs.Of(nation, 2023, "fresh").Files, RunOutputs.Of(nation, 2023).Files);
    }

    /// <summary>What a machine that lost its power left of a part is not taken for the part.</summary>
    [Fact]
    public void APartThatIsNotWholeIsScoredAgain()
    {
        using var nation = RandomNation.Of(2024, practices: 60, seed: 5);
        var undisturbed = RunOutputs.Of(nation, 2024, "undisturbed", partSize: 20).Files;
        var work = Path.Combine(nation.Out("killed"), ".work");
        using (var process = Start(nation))
        {
            while (!process.HasExited && !(Directory.Exists(work) && Directory.GetFiles(work, "run-?????").Length > 2))
            {
                Thread.Sleep(1);
            }

            process.Kill();
            process.WaitForExit();
        }

        var parts = Directory.GetFiles(work, "run-?????").Order(StringComparer.Ordinal).ToArray();
        Assert.True(parts.Length > 2, "the run was not killed in the middle");
        File.WriteAllBytes(parts[0], []);
        File.WriteAllBytes(parts[1], File.ReadAllBytes(parts[1])[..^200]);
        File.WriteAllBytes(parts[2], [.. File.ReadAllBytes(parts[2])[..^100], .. new byte[100]]);
        using (var last = Start(nation))
        {
            last.WaitForExit();
            Assert.Equal(0, last.ExitCode);
        }

        Assert.Contains("\"resumed\"", File.ReadAllText(Path.Combine(nation.Out("killed"), "run.log")), StringComparison.Ordinal);
        AssertSame(undisturbed, new RunOutputs(nation.Out("killed")).Files);
    }

    /// <summary>Empty lines, line breaks of both kinds and within quotes, a byte order mark and quotes that nobody closes do not move what stands in other lines.</summary>
    [Fact]
    public void OddLinesHaveNoEffectOnOthers()
    {
        using var nation = RandomNation.Of(2024, practices: 60, seed: 9);
        var plain = RunOutputs.Of(nation, 2024, "plain").Files;
        foreach (var file in Directory.GetFiles(nation.In))
        {
            var lines = File.ReadAllLines(file);
            var isCsv = Path.GetExtension(file) == ".csv";
            using var to = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            for (var place = 0; place < lines.Length; place++)
            {
                to.Write(lines[place].Replace(",Practice,", ",\"Practice,\nof \"\"all\"\" kinds\",", StringComparison.Ordinal));
                to.Write(place % 3 == 0 ? "\r\n" : place % 5 == 0 ? "\n\n \t\n" : "\n");
                if (isCsv && place == lines.Length / 2)
                {
                    to.Write("\"nobody,closes,this\n");
                }
            }
        }

        var whole = RunOutputs.Of(nation, 2024, "whole").Files;
        Assert.Equal(plain["payment-adjustments.csv"], whole["payment-adjustments.csv"]);
        AssertSame(whole, RunOutputs.Of(nation, 2024, "small-parts", threads: 1, partSize: 1).Files);
        AssertSame(whole, RunOutputs.Of(nation, 2024, "threads", threads: 2, partSize: 7).Files);
        Assert.Contains("NOT_CSV", Encoding.UTF8.GetString(whole["problems.csv"]), StringComparison.Ordinal);
    }

    /// <summary>The lines of a part are read when its turn comes: they must be those that were hashed.</summary>
    [Fact]
    public void AFileThatIsChangedDuringTheRunIsNoticed()
    {
        using var nation = RandomNation.Of(2024, practices: 5, seed: 2);
        var input = new InputFolder(nation.In, nation.Out("unpacked"));
        using var index = new InputIndex(input, input.Headers(new()));
        Assert.Empty(index.Changed);
        File.AppendAllText(input.PathOf(InputTable.Charges), "000000007,1000000004,1.00\n");
        Assert.Equal([InputTable.Charges], index.Changed);
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
