using System.Diagnostics;
using System.Globalization;
using OpenQpp.Remits;
using OpenQpp.Vocabulary;
using OpenQpp.X12;
using Xunit;

namespace OpenQpp.Remittances;

/// <summary>
/// A remittance of any size is written, read and audited in memory that does not grow with it. A small one here; OPENQPP_REMITTANCE_MB says
/// how large a drill is, for instance 2048.
/// </summary>
public sealed class SizeTests(ITestOutputHelper output)
{
    private const int Small = 8;
    private const long MegaByte = 1024 * 1024;
    private const long Most = 400 * MegaByte;

    [Fact]
    public void MemoryDoesNotGrowWithTheFile()
    {
        var wanted = MegaByte * (Environment.GetEnvironmentVariable("OPENQPP_REMITTANCE_MB") is { } said ? int.Parse(said, CultureInfo.InvariantCulture) : Small);
        var path = Path.GetTempFileName();
        try
        {
            var (before, watch) = (Environment.WorkingSet, Stopwatch.StartNew());
            Write(path, wanted);
            var (written, read) = (watch.Elapsed, 0L);
            watch.Restart();
            using (var stream = File.OpenRead(path))
            {
                new RemittanceReader(new ProblemList()).Read(stream, (_, claim) => read += claim.Lines.Count, _ => { });
            }

            var reading = watch.Elapsed;
            watch.Restart();
            var audit = new RemittanceAudit(MadeUpPayments.Sources());
            RemittanceFile[] files = [new("large.835", () => File.OpenRead(path))];
            var problems = new ProblemList();
            audit.Prepare(files, problems);
            Assert.Empty(problems.Found);
            var totals = new AuditTotals(row => Assert.Fail($"{row.Finding.Name} {row.Place}"));
            audit.Run(files, totals);
            using var process = Process.GetCurrentProcess();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(path).Length / MegaByte} MiB, {read} lines: written in {written.TotalSeconds:0.0} s, read in {reading.TotalSeconds:0.0} s, audited in {watch.Elapsed.TotalSeconds:0.0} s; memory before {before / MegaByte} MiB, at most {process.PeakWorkingSet64 / MegaByte} MiB"));
            Assert.Equal(read, totals.Practices.Sum(practice => practice.Lines));
            Assert.True(process.PeakWorkingSet64 - before < Most, $"Memory grew by {(process.PeakWorkingSet64 - before) / MegaByte} MiB.");
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The same claims again and again: what a practice files twice is no matter of the audit.</summary>
    private static void Write(string path, long wanted)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
        using var writer = new RemittanceWriter(stream);
        while (stream.Length < wanted)
        {
            foreach (var claim in MadeUpPayments.Claims(10_000))
            {
                writer.Write(claim);
            }
        }
    }
}
