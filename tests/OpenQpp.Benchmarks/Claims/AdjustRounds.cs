using System.Diagnostics;
using System.Globalization;
using OpenQpp.Claims;
using OpenQpp.DuckDb;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Benchmarks;

/// <summary>Adjusting claim lines beside the SQL that somebody would write by hand, in rounds that take turns and change their order.</summary>
/// <param name="root">The project's root folder.</param>
/// <param name="book">The law.</param>
/// <param name="folder">Keeps the lines.</param>
/// <param name="lines">How many.</param>
/// <param name="threads">For both.</param>
/// <param name="megabytes">Memory of the engine's buffers, for both.</param>
internal sealed class AdjustRounds(string root, LawBook book, string folder, long lines, int threads, int megabytes)
{
    private const int LinesPerPair = 20;
    private const int MostPairs = 1_000_000;
    private const int PairsPerPractice = 5;
    private const long FirstNpi = 1_000_000_000;
    private const int PaymentYear = 2026;

    private readonly string claims = Path.Combine(folder, $"claims-{lines}.parquet");
    private readonly string factors = Path.Combine(folder, $"factors-{lines}.csv");
    private readonly int pairs = (int)Math.Clamp(lines / LinesPerPair, 1, MostPairs);

    /// <summary>Measures and prints the medians and their ratio.</summary>
    /// <param name="rounds">How many rounds.</param>
    public void Measure(int rounds)
    {
        Prepare();
        Console.WriteLine($"{lines:#,##0} lines, {pairs:#,##0} TIN/NPI, {threads} threads, {megabytes} MiB; {new FileInfo(claims).Length / 1048576} MiB of Parquet. DuckDB {DuckDbEngine.Version}.");
        var (baseline, ours) = (new List<(double Wall, double Cpu)>(), new List<(double Wall, double Cpu)>());
        for (var round = 0; round < rounds; round++)
        {
            // Whoever comes first finds the files less warm: the order changes.
            foreach (var isOurs in round % 2 == 0 ? (bool[])[false, true] : [true, false])
            {
                (isOurs ? ours : baseline).Add(Clock.Timed(isOurs ? Ours : Baseline));
            }

            Console.WriteLine($"round {round + 1}: SQL by hand {baseline[^1].Wall:0.00} s, claims adjust {ours[^1].Wall:0.00} s; of processors {baseline[^1].Cpu:0.00} s and {ours[^1].Cpu:0.00} s");
        }

        var (a, b) = (Clock.Median(baseline.Select(time => time.Wall)), Clock.Median(ours.Select(time => time.Wall)));
        Console.WriteLine($"median: SQL by hand {a:0.00} s, claims adjust {b:0.00} s, ratio {b / a:0.00} (of processor time {Clock.Median(ours.Select(time => time.Cpu)) / Clock.Median(baseline.Select(time => time.Cpu)):0.00}); {lines / b:#,##0} lines a second; highest memory of this process {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MiB");
        Clock.ByOrder([.. baseline.Select(time => time.Wall)], [.. ours.Select(time => time.Wall)], "SQL by hand", "claims adjust");
        Console.WriteLine($"written: SQL by hand {new FileInfo(Path.Combine(folder, "baseline.parquet")).Length / 1048576} MiB, claims adjust {new FileInfo(Path.Combine(folder, "out", "adjusted.parquet")).Length / 1048576} MiB");
    }

    private void Prepare()
    {
        Directory.CreateDirectory(folder);
        if (File.Exists(claims) && File.Exists(factors))
        {
            return;
        }

        var billed = Enumerable.Range(0, pairs).Select(number => ((number / PairsPerPractice).ToString("D9", CultureInfo.InvariantCulture), (FirstNpi + number).ToString(CultureInfo.InvariantCulture))).ToArray();
        using (var file = new StreamWriter(factors))
        {
            file.WriteLine("payment_year,tin,npi,status,final_score,total_percent");
            for (var number = 0; number < pairs; number++)
            {
                var percent = ((number * 37) % 1200) - 300;
                file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{PaymentYear},{billed[number].Item1},{billed[number].Item2},{(number % 20 == 0 ? "excluded,," : $"scored,{75 + (percent * 0.02m):0.00},{percent * 0.01m:0.00}")}"));
            }
        }

        var problems = new ProblemList();
        new SyntheticClaimsFile(new(new PaymentYear(PaymentYear), 1, billed)).Write(lines, claims, asCsv: false, problems);
        Clock.Check(problems);
    }

    private void Baseline()
    {
        var sql = File.ReadAllText(Path.Combine(root, "bench", "baseline-adjust.sql"))
            .Replace("{lines}", SqlText.File(claims), StringComparison.Ordinal)
            .Replace("{factors}", SqlText.File(factors), StringComparison.Ordinal)
            .Replace("{out}", SqlText.Target(Path.Combine(folder, "baseline.parquet")), StringComparison.Ordinal);
        using var engine = new DuckDbEngine(Path.Combine(folder, "spill"), megabytes, threads);
        engine.Run(sql);
    }

    private void Ours()
    {
        var problems = new ProblemList();
        new ClaimsAdjustment(new([claims], factors, null, Path.Combine(folder, "out"), PayerMode.OriginalMedicare, AsCsv: false, megabytes, threads), book, new Dictionary<string, string>(StringComparer.Ordinal), problems).Run();
        Clock.Check(problems);
    }
}
