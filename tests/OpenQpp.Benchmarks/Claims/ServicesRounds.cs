using System.Diagnostics;
using System.Globalization;
using OpenQpp.Claims;
using OpenQpp.DuckDb;
using OpenQpp.Law;
using OpenQpp.Population;
using OpenQpp.Vocabulary;

namespace OpenQpp.Benchmarks;

/// <summary>Counting items and services beside the SQL that somebody would write by hand, in rounds that take turns and change their order.</summary>
/// <param name="root">The project's root folder.</param>
/// <param name="book">The law.</param>
/// <param name="folder">Keeps the files.</param>
/// <param name="lines">How many lines.</param>
/// <param name="threads">For both.</param>
/// <param name="megabytes">Memory of the engine's buffers, for both.</param>
internal sealed class ServicesRounds(string root, LawBook book, string folder, long lines, int threads, int megabytes)
{
    private const int LinesPerPair = 2500;
    private const int PairsPerPractice = 5;
    private const long FirstNpi = 1_000_000_000;
    private const int ServiceYear = 2026;

    private static readonly string[] Written = ["items", "ed", "attribution"];

    private readonly string claims = Path.Combine(folder, $"services-{lines}.parquet");
    private readonly string beneficiaries = Path.Combine(folder, $"beneficiaries-{lines}.parquet");
    private readonly string institutional = Path.Combine(folder, $"institutional-{lines}.parquet");
    private readonly string specialties = Path.Combine(folder, "specialties.csv");
    private readonly string codes = Path.Combine(folder, "primary-care.csv");
    private readonly int pairs = (int)Math.Max(lines / LinesPerPair, 1);

    private string Spill => Path.Combine(folder, "spill");

    /// <summary>Measures and prints the medians and their ratio; both must have written the same.</summary>
    /// <param name="rounds">How many rounds.</param>
    public void Measure(int rounds)
    {
        Prepare();
        Console.WriteLine($"{lines:#,##0} lines, {pairs:#,##0} TIN/NPI, {threads} threads, {megabytes} MiB. DuckDB {DuckDbEngine.Version}.");
        var names = new[] { "SQL by hand", "services run", "minimal SQL" };
        var times = names.Select(_ => new List<(double Wall, double Cpu)>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            // Whoever comes first finds the files less warm: the order changes.
            foreach (var which in round % 2 == 0 ? (int[])[0, 1, 2] : [2, 1, 0])
            {
                times[which].Add(Clock.Timed(which switch { 0 => () => Sql("baseline"), 1 => Ours, _ => () => Sql("minimal") }));
            }

            Console.WriteLine($"round {round + 1}: {string.Join(", ", names.Select((name, which) => $"{name} {times[which][^1].Wall:0.00} s"))}");
        }

        var (walls, cpus) = (times.Select(list => Clock.Median(list.Select(time => time.Wall))).ToArray(), times.Select(list => Clock.Median(list.Select(time => time.Cpu))).ToArray());
        Console.WriteLine($"median: {string.Join(", ", names.Select((name, which) => $"{name} {walls[which]:0.00} s"))}; ratio to SQL by hand {walls[1] / walls[0]:0.00} (of processor time {cpus[1] / cpus[0]:0.00}), to minimal SQL {walls[1] / walls[2]:0.00}; {lines / walls[1]:#,##0} lines a second; highest memory of this process {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MiB");
        Clock.ByOrder([.. times[0].Select(time => time.Wall)], [.. times[1].Select(time => time.Wall)], names[0], names[1]);
        foreach (var name in Written)
        {
            var (theirs, ours) = (File.ReadAllLines(Path.Combine(folder, $"baseline-{name}.csv")).Order(StringComparer.Ordinal), File.ReadAllLines(Path.Combine(folder, "out", $"{name}.csv")).Order(StringComparer.Ordinal).ToArray());
            Console.WriteLine($"{name}.csv: {ours.Length - 1:#,##0} rows, {(theirs.SequenceEqual(ours, StringComparer.Ordinal) ? "the same" : "DIFFERENT")} from both");
        }
    }

    private void Prepare()
    {
        Directory.CreateDirectory(folder);
        var law = book.Of(new(ServiceYear)).Services;
        File.WriteAllText(specialties, "code,class\n08,PCP\n11,PCP\n50,NPP\n97,NPP\n06,SPEC\n20,SPEC\n16,SPEC\n18,SPEC\n05,SPEC\n65,OTHER\n");
        File.WriteAllText(codes, "profile,code,from,until,not_in_snf\n" + string.Concat(law.PrimaryCare("tpcc2018").Select(service => $"tpcc2018,{service.Code},{Day(service.From)},{Day(service.Until)},{(service.NotInNursingFacility ? "Y" : "N")}\n")));
        if (File.Exists(institutional))
        {
            return;
        }

        var problems = new ProblemList();
        var billed = Enumerable.Range(0, pairs).Select(number => ((number / PairsPerPractice).ToString("D9", CultureInfo.InvariantCulture), (FirstNpi + (number * 10L) + (number % 10)).ToString(CultureInfo.InvariantCulture))).ToArray();
        var synthetic = new SyntheticClaims(new(ServiceYear), 1, billed);
        new SyntheticClaimsFile(synthetic).Write(lines, claims, asCsv: false, problems);
        new SyntheticBeneficiariesFile(new(synthetic, lines)).Write(beneficiaries, asCsv: false, problems);
        new SyntheticInstitutionalFile(synthetic).Write(lines, institutional, asCsv: false, problems);
        Clock.Check(problems);
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private void Sql(string name)
    {
        var sql = File.ReadAllText(Path.Combine(root, "bench", $"{name}-services.sql"))
            .Replace("{lines}", SqlText.File(claims), StringComparison.Ordinal)
            .Replace("{beneficiaries}", SqlText.File(beneficiaries), StringComparison.Ordinal)
            .Replace("{institutional}", SqlText.File(institutional), StringComparison.Ordinal)
            .Replace("{specialties}", SqlText.File(specialties), StringComparison.Ordinal)
            .Replace("{codes}", SqlText.File(codes), StringComparison.Ordinal);
        sql = Written.Aggregate(sql, (text, written) => text.Replace($"{{{written}}}", SqlText.Target(Path.Combine(folder, $"{name}-{written}.csv")), StringComparison.Ordinal));
        using var engine = new DuckDbEngine(Spill, megabytes, threads);
        engine.Run(sql);
    }

    private void Ours()
    {
        var problems = new ProblemList();
        new ServicesRun(new([claims], [institutional], [beneficiaries], specialties, codes, Path.Combine(folder, "out"), AsParquet: false, megabytes, threads), book.Of(new(ServiceYear)), problems).Run();
        Clock.Check(problems);
    }
}
