using System.Globalization;
using OpenQpp.Explanations;
using Xunit;

namespace OpenQpp.CommandLine;

/// <summary>
/// Performance year 2027, made up by data files alone: the law of 2026 with a threshold of 80 and one measure more,
/// packed as the build packs it. No source changes.
/// </summary>
public sealed class MadeUpYear : IDisposable
{
    public const int Year = 2027;
    public const string Measure = "X99";

    private const int Threshold = 80;

    private readonly TemporaryFolder folder = new();

    public MadeUpYear()
    {
        folder.Copy(Path.Combine(Root.Folder, "law"), "law");
        foreach (var path in Directory.GetFiles(folder.At("law", "parameters"), "*.yaml", SearchOption.AllDirectories))
        {
            File.WriteAllLines(path, WithOneYearMore(File.ReadAllLines(path), path.EndsWith("performance-threshold.yaml", StringComparison.Ordinal) && !path.Contains("additional", StringComparison.Ordinal)));
        }

        folder.Copy(Path.Combine(Root.Folder, "law", "tables", "2026"), "law/tables/2027");
        Append("quality-measures", ("measure", Measure), ("title", "A measure made up for a test"), ("type", "process"), ("high priority", "no"), ("inverse", "no"), ("qcdr", "no"), ("metric", "singlePerformanceRate"), ("first year", "2020"), ("methods", "registry"), ("programs", "mips"), ("capped", "no"));
        Append("benchmarks", ("measure", Measure), ("method", "registry"), ("benchmark year", "2025"), ("inverse", "no"), ("topped out", "no"), ("capped", "no"), ("provisional", "no"), ("average", "55"), ("d1", "1"), ("d2", "10"), ("d3", "20"), ("d4", "30"), ("d5", "40"), ("d6", "50"), ("d7", "60"), ("d8", "70"), ("d9", "80"), ("d10", "90"));
        Pack = folder.At("law.pack");
        var packing = Built.LawPacker(folder.At("law"), Path.Combine(Root.Folder, "tests", "scenarios"), Pack);
        Assert.True(packing.Code == 0, packing.Error);
    }

    /// <summary>The packed law of all years and of this one.</summary>
    public string Pack { get; }

    public void Dispose() => folder.Dispose();

    /// <summary>The last year's value once more, for the year after it.</summary>
    private static IEnumerable<string> WithOneYearMore(string[] lines, bool isThreshold)
    {
        var last = (lines.Contains("keyed by: payment year") ? Year + 2 : Year) - 1;
        foreach (var line in lines)
        {
            yield return line;
            if (line.StartsWith($"  {last}: ", StringComparison.Ordinal))
            {
                yield return isThreshold
                    ? $"  {last + 1}: {{ value: {Threshold}, source: \"made up\" }}"
                    : $"  {last + 1}: {line[$"  {last}: ".Length..]}";
            }
        }
    }

    /// <summary>Adds a row to a table of the year; cells that are not given hold nothing.</summary>
    private void Append(string table, params (string Column, string Cell)[] cells)
    {
        var path = folder.At("law", "tables", Year.ToString(CultureInfo.InvariantCulture), "cms", table + ".tsv");
        var columns = File.ReadLines(path).First(line => !line.StartsWith('#')).Split('\t');
        Assert.Empty(cells.Select(cell => cell.Column).Except(columns));
        File.AppendAllText(path, string.Join('\t', columns.Select(column => cells.FirstOrDefault(cell => cell.Column == column).Cell ?? "-")) + "\n");
    }
}
