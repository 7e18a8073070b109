using System.Text.Json.Nodes;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Vocabulary;
using OpenQpp.YearRun;
using Xunit;

namespace OpenQpp.NationalRuns;

/// <summary>The files that a run wrote.</summary>
internal sealed class RunOutputs(string folder)
{
    /// <summary>The law as it is packed with these tests.</summary>
    public static LawBook Book { get; } = new(PackedLaw.Open(Path.Combine(AppContext.BaseDirectory, "law.pack")));

    /// <summary>All files but the log, by name, with their bytes.</summary>
    public IReadOnlyDictionary<string, byte[]> Files =>
        Directory.GetFiles(folder).Where(path => Path.GetFileName(path) is not "run.log").ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes, StringComparer.Ordinal);

    public JsonObject Scaling => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "scaling-run.json")))!.AsObject();

    /// <summary>The result lines of entity-scores.ndjson.</summary>
    public IReadOnlyList<JsonObject> Results => [.. File.ReadAllLines(Path.Combine(folder, "entity-scores.ndjson")).Select(line => JsonNode.Parse(line)!.AsObject())];

    /// <summary>Runs a nation in this process.</summary>
    public static RunOutputs Of(MadeUpNation nation, int year, string name = "out", int threads = 1, int partSize = 10_000, YearLaw? changed = null)
    {
        var problems = new ProblemList();
        var law = Book.Of(new(year));
        var run = new NationalRun(new(nation.In, nation.Out(name), threads) { PartSize = partSize }, Book, changed ?? law, changed is null ? null : law, new Progress(null)).Run(problems);
        Assert.Empty(problems.Found);
        Assert.NotNull(run);
        Assert.False(Directory.Exists(Path.Combine(nation.Out(name), ".work")));
        return new(nation.Out(name));
    }

    /// <summary>The rows of a file of CSV without quotes, each by the names of its columns.</summary>
    public IReadOnlyList<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, file));
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => header.Zip(line.Split(',', header.Length)).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];
    }

    /// <summary>What came of a TIN/NPI: status, level, score, band, total percent and note, joined by spaces.</summary>
    public string Of(string tin, int npi)
    {
        var row = Assert.Single(Rows("payment-adjustments.csv"), row => row["tin"] == tin && row["npi"] == MadeUpNation.Npi(npi));
        return string.Join(' ', ((string[])["status", "participation_option", "final_score", "band", "total_percent", "score_source_note"]).Select(column => row[column]).Where(cell => cell.Length > 0));
    }
}
