using System.Globalization;
using System.Text.Json;
using OpenQpp.Benchmarks;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;

// Prints in one run: A, B and their ratio for each case, cases a second on one and two threads, allocations, start-up.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var root = FindRoot();
if (args is ["portal", ..])
{
    // portal --connection C --folder DIR [--clinicians N] [--seconds S] [--backup]
    string? Word(string name) => args.SkipWhile(word => word != name).Skip(1).FirstOrDefault();
    var load = new PortalLoad(
        root,
        Word("--connection") ?? throw new InvalidOperationException("Name the store with --connection."),
        Path.GetFullPath(Word("--folder") ?? throw new InvalidOperationException("Name a folder for the nation with --folder.")),
        int.Parse(Word("--clinicians") ?? "1000000", CultureInfo.InvariantCulture),
        double.Parse(Word("--seconds") ?? "30", CultureInfo.InvariantCulture));
    await load.Measure(args.Contains("--backup"));
    return;
}

if (args is ["adjust" or "services", var kept, ..])
{
    // adjust|services FOLDER [--lines N] [--threads N] [--memory MIB] [--rounds N]
    long Number(string name, long otherwise) => args.SkipWhile(word => word != name).Skip(1).FirstOrDefault() is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    var book = new LawBook(PackedLaw.Open(Path.Combine(AppContext.BaseDirectory, "law.pack")));
    var (folder, lines, threads, memory, rounds) = (Path.GetFullPath(kept), Number("--lines", 1_000_000), (int)Number("--threads", Environment.ProcessorCount), (int)Number("--memory", 4096), (int)Number("--rounds", 3));
    if (args[0] is "adjust")
    {
        new AdjustRounds(root, book, folder, lines, threads, memory).Measure(rounds);
    }
    else
    {
        new ServicesRounds(root, book, folder, lines, threads, memory).Measure(rounds);
    }

    return;
}

var files = Directory.GetFiles(Path.Combine(root, "examples"), "*.json").Order(StringComparer.Ordinal).ToArray();
var scorer = new CaseScorer(new LawBook(PackedLaw.Open(Path.Combine(AppContext.BaseDirectory, "law.pack"))), CheckOptions.Strict);

Console.WriteLine("Median of five rounds; spread is the slowest round over the fastest, the noise of the machine.");
Console.WriteLine("A: System.Text.Json, source-generated, to the typed case. B: bytes to validated, scored result with its explanation.");
Console.WriteLine();
Console.WriteLine($"{"case",-28} {"bytes",6} {"A µs",8} {"B µs",8} {"B/A",6} {"spread",7} {"A KB",7} {"B KB",7}");
foreach (var file in files)
{
    var bytes = File.ReadAllBytes(file);
    if (scorer.Score(bytes).Result is null)
    {
        throw new InvalidOperationException($"{file} is refused.");
    }

    var (a, b) = Rounds.Compare(() => JsonSerializer.Deserialize(bytes, TypedCaseJson.Default.TypedCase), () => scorer.Score(bytes));
    Console.WriteLine($"{Path.GetFileName(file),-28} {bytes.Length,6} {a.Microseconds,8:0.0} {b.Microseconds,8:0.0} {b.Microseconds / a.Microseconds,6:0.00} {Math.Max(a.Spread, b.Spread),7:0.00} {a.Kilobytes,7:0.0} {b.Kilobytes,7:0.0}");
}

Console.WriteLine();
var all = files.Select(File.ReadAllBytes).ToArray();
foreach (var threads in (int[])[1, 2])
{
    Console.WriteLine($"{threads} thread{(threads > 1 ? "s" : "")}: {Rounds.Throughput(all, scorer, threads):#,##0} cases a second");
}

if (args.Contains("--start-up", StringComparer.Ordinal))
{
    Console.WriteLine();
    StartUp.Measure(Path.Combine(root, "openqpp"));
}

return;

static string FindRoot()
{
    var folder = AppContext.BaseDirectory;
    while (!File.Exists(Path.Combine(folder, "OpenQpp.slnx")))
    {
        folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run the benchmark within the project.");
    }

    return folder;
}
