namespace OpenQpp.CommandLine;

/// <summary>A tiny checkout of measures data: one measure of 2026 with one benchmark, and a law folder without tables.</summary>
internal sealed class MadeUpCheckout : IDisposable
{
    public const string Measure = """{ "measureId": "900", "category": "quality", "title": "Made up", "metricType": "singlePerformanceRate", "isInverse": false, "submissionMethods": ["registry"] }""";
    public const string Benchmark = """{ "measureId": "900", "submissionMethod": "registry", "benchmarkYear": 2024, "percentiles": { "1": 1, "10": 10, "20": 20, "30": 30, "40": 40, "50": 50, "60": 60, "70": 70, "80": 80, "90": 90 } }""";

    private readonly TemporaryFolder folder = new();

    public MadeUpCheckout(string measures, string benchmarks)
    {
        folder.Write(measures, "from", "measures", "2026", "measures-data.json");
        folder.Write(benchmarks, "from", "benchmarks", "2026.json");
        Directory.CreateDirectory(folder.At("law", "tables", "2026"));
    }

    public string From => folder.At("from");

    public string Tables => folder.At("law", "tables");

    /// <summary>Adds what was decided about a row.</summary>
    public MadeUpCheckout Deciding(string measure, string method, string decision)
    {
        folder.Write($"measure\tmethod\tdecision\treason\n{measure}\t{method}\t{decision}\tmade up for a test\n", "law", "tables", "2026", "benchmark-decisions.tsv");
        return this;
    }

    public Ran Build(params string[] more) => Built.OpenQpp(["reference", "build", "--from", From, "--law-folder", folder.At("law"), .. more]);

    public void Dispose() => folder.Dispose();
}
