using System.Globalization;
using System.Text.Json;

namespace OpenQpp.Files;

/// <summary>
/// Builds the tables <c>law/tables/YEAR/cms</c> from a checkout of CMS's measures data: ids, official titles, types, flags,
/// strata, programs, and benchmark bounds normalised to one orientation. Descriptions and specifications stay out.
/// </summary>
/// <param name="from">The checkout, with the folders <c>measures</c>, <c>benchmarks</c>, <c>clinical-clusters</c> and <c>mvp</c>.</param>
/// <param name="law">The folder <c>law</c>, whose tables also hold the decisions about known rows.</param>
/// <param name="areas">The folder with a folder a year of areas under extreme circumstances; null for the folder <c>extreme-circumstances</c> of the checkout.</param>
public sealed class ReferenceBuild(string from, string law, string? areas = null)
{
    private static readonly string[] Empty = [];

    /// <summary>Years found, rows written and what there is to say. With a fault, nothing is written.</summary>
    /// <param name="Years">The performance years found.</param>
    /// <param name="Rows">Rows of each table, by year and table.</param>
    /// <param name="Notes">Known rows with their decisions, and faults.</param>
    public sealed record Report(IReadOnlyList<int> Years, IReadOnlyList<(int Year, string Table, int Rows)> Rows, IReadOnlyList<ImportNote> Notes)
    {
        /// <summary>Whether there is a fault.</summary>
        public bool HasFaults => Notes.Any(note => note.IsFault);
    }

    /// <summary>Reads, checks and, without faults, writes.</summary>
    /// <param name="write">Whether to write; else only read and check.</param>
    /// <param name="progress">Told each year as it is read.</param>
    /// <exception cref="InvalidDataException">The checkout has no measures of a recorded year, or a file of it cannot be read.</exception>
    public Report Run(bool write, Action<int>? progress = null)
    {
        var measuresFolder = Path.Combine(from, "measures");
        if (!Directory.Exists(measuresFolder))
        {
            throw new InvalidDataException($"'{from}' has no folder 'measures': it is no checkout of CMS's measures data.");
        }

        var notes = new List<ImportNote>();
        var texts = new List<(string Path, string Text)>();
        var rows = new List<(int, string, int)>();
        var years = Directory.GetDirectories(measuresFolder)
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0)
            .Where(year => year > 0 && Directory.Exists(Path.Combine(law, "tables", Name(year))))
            .Order()
            .ToArray();
        if (years.Length == 0)
        {
            throw new InvalidDataException($"'{measuresFolder}' and '{Path.Combine(law, "tables")}' have no year in common.");
        }

        foreach (var year in years)
        {
            progress?.Invoke(year);
            foreach (var table in Read(year, notes))
            {
                rows.Add((year, table.Name, table.Rows.Count));
                texts.Add((
                    Path.Combine(law, "tables", Name(year), "cms", table.Name + ".tsv"),
                    Tsv.Write(table, $"Made by 'openqpp reference build' from CMS's {SourceOf(table)} of {Name(year)}; never edited by hand.")));
            }
        }

        var report = new Report(years, rows, notes);
        if (write && !report.HasFaults)
        {
            Write(texts);
        }

        return report;
    }

    private static string SourceOf(RawTable table) =>
        string.Equals(table.Name, CmsExtremeCircumstances.TableName, StringComparison.Ordinal) ? "areas under the automatic policy for extreme and uncontrollable circumstances" : "measures data";

    private static string Name(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static void Write(List<(string Path, string Text)> texts)
    {
        // All parts are on disk before the first is put in its place, so that a full disk or a kill leaves the old tables.
        foreach (var (path, text) in texts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path + ".part", text);
        }

        foreach (var (path, _) in texts)
        {
            File.Move(path + ".part", path, overwrite: true);
        }
    }

    private List<RawTable> Read(int year, List<ImportNote> notes)
    {
        try
        {
            return [.. Tables(year, notes)];
        }
        catch (Exception fault) when (fault is InvalidOperationException or FormatException)
        {
            // What JsonElement throws when a value is of another kind than CMS's files have there.
            throw new InvalidDataException($"A file of {Name(year)} has another form than CMS's measures data.", fault);
        }
    }

    private IEnumerable<RawTable> Tables(int year, List<ImportNote> notes)
    {
        using var measuresFile = Open(Path.Combine(from, "measures", Name(year), "measures-data.json"));
        var measures = new CmsMeasures(year, measuresFile.RootElement, notes);
        foreach (var table in measures.Tables())
        {
            yield return table;
        }

        using (var benchmarks = Open(Path.Combine(from, "benchmarks", Name(year) + ".json")))
        {
            var decisions = new BenchmarkDecisions(Own(year, "benchmark-decisions", "measure", "method", "decision", "reason"));
            yield return new CmsBenchmarks(year, measures, decisions, notes).Table(benchmarks.RootElement);
        }

        var clusters = Path.Combine(from, "clinical-clusters", Name(year), "clinical-clusters.json");
        if (File.Exists(clusters))
        {
            using var file = Open(clusters);
            yield return CmsClusters.Table(year, file.RootElement, measures, notes);
        }

        var pathways = Path.Combine(from, "mvp", Name(year), "mvp.json");
        if (File.Exists(pathways))
        {
            using var file = Open(pathways);
            yield return CmsPathways.Table(year, file.RootElement, measures, notes);
        }

        foreach (var table in Supplements(year))
        {
            yield return table;
        }

        if (CmsExtremeCircumstances.Table(year, Path.Combine(areas ?? Path.Combine(from, "extreme-circumstances"), Name(year)), notes) is { } named)
        {
            yield return named;
        }

        CheckOwnTables(year, measures, notes);
    }

    private IEnumerable<RawTable> Supplements(int year)
    {
        var exclusions = Path.Combine(from, "benchmarks", Name(year), "benchmark-exclusion-reasons.json");
        if (File.Exists(exclusions))
        {
            using var file = Open(exclusions);
            yield return new(
                "benchmark-exclusions",
                ["measure", "method", "reasons"],
                [.. file.RootElement.EnumerateArray().Select(row => (string[])[row.Text("measureId"), row.Text("submissionMethod"), row.List("reasonCodes")]).OrderBy(row => row[0] + row[1], StringComparer.Ordinal)]);
        }

        var averages = Path.Combine(from, "benchmarks", Name(year), "cost-national-averages.json");
        if (File.Exists(averages))
        {
            using var file = Open(averages);
            yield return new(
                "cost-averages",
                ["measure", "group", "individual"],
                [.. file.RootElement.EnumerateArray().Select(row => (string[])[row.Text("measureId"), row.Number("groupNationalAverage"), row.Number("individualNationalAverage")]).OrderBy(row => row[0], StringComparer.Ordinal)]);
        }
    }

    /// <summary>Our own tables of the year must name CMS's measures, and all of them where they are lists of measures.</summary>
    private void CheckOwnTables(int year, CmsMeasures measures, List<ImportNote> notes)
    {
        CheckInventory(year, "cost-measures", measures, ["cost"], notes);
        CheckKnown(year, "administrative-claims-quality", measures, notes);
        CheckKnown(year, "web-interface-measures", measures, notes);
        CheckKnown(year, "promoting-interoperability", measures, notes);
    }

    private void CheckInventory(int year, string table, CmsMeasures measures, string[] categories, List<ImportNote> notes)
    {
        var own = Own(year, table, "measure").Rows.Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var missing in measures.ById.Where(measure => categories.Contains(measure.Value.Text("category"), StringComparer.Ordinal) && !own.Contains(measure.Key)))
        {
            notes.Add(new(year, true, $"{table}.tsv", $"measure {missing.Key} of CMS's list is missing; add it with its source"));
        }

        CheckKnown(year, table, measures, notes);
    }

    private void CheckKnown(int year, string table, CmsMeasures measures, List<ImportNote> notes)
    {
        foreach (var row in Own(year, table, "measure").Rows.Where(row => !measures.ById.ContainsKey(row[0])))
        {
            notes.Add(new(year, true, $"{table}.tsv, {row[0]}", "the measure is not in CMS's list of the year"));
        }
    }

    private RawTable Own(int year, string table, params string[] columns)
    {
        var path = Path.Combine(law, "tables", Name(year), table + ".tsv");
        return File.Exists(path) ? Tsv.Read(path, table) : new(table, columns is [] ? Empty : columns, []);
    }

    private static JsonDocument Open(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonDocument.Parse(stream);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"'{path}' cannot be read.", fault);
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"'{path}' is not well-formed JSON.", fault);
        }
    }
}
