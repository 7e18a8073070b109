using System.Globalization;
using System.Text;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>
/// Reads the counties and ZIP codes of the automatic policy for extreme and uncontrollable circumstances of one year, as CMS
/// publishes them (repository qpp-eu-data): <c>counties.csv</c> and <c>county-zipcodes.csv</c>.
/// </summary>
internal static class CmsExtremeCircumstances
{
    /// <summary>Name of the table.</summary>
    public const string TableName = "extreme-circumstances";

    private const int DigitsOfZip = 5;

    private static readonly string[] CountyColumns = ["state_code", "county_name"];
    private static readonly string[] ZipColumns = ["state_code", "county_name", "zipcode"];

    /// <summary>The ZIP codes of a year, each once, with the counties that it lies in; null where CMS named none.</summary>
    /// <param name="year">The performance year.</param>
    /// <param name="folder">The folder of the year.</param>
    /// <param name="notes">Takes known rows and faults.</param>
    public static RawTable? Table(int year, string folder, List<ImportNote> notes)
    {
        var file = Path.Combine(folder, "county-zipcodes.csv");
        if (!File.Exists(file))
        {
            return null;
        }

        var counties = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, cells) in Rows(year, file, ZipColumns, notes))
        {
            var (county, zip) = ($"{cells[0]} {cells[1]}", cells[2]);
            named.Add(Letters(county));
            if (zip.Length == 0)
            {
                notes.Add(new(year, false, $"county-zipcodes.csv, {county}", "no ZIP code; the row is ignored"));
            }
            else if (zip.Length != DigitsOfZip || !zip.All(char.IsAsciiDigit))
            {
                notes.Add(new(year, true, string.Create(CultureInfo.InvariantCulture, $"county-zipcodes.csv({line})"), "the ZIP code is not five digits"));
            }
            else
            {
                (counties.TryGetValue(zip, out var known) ? known : counties[zip] = new(StringComparer.Ordinal)).Add(county);
            }
        }

        CheckCounties(year, Path.Combine(folder, "counties.csv"), named, notes);
        return new(TableName, ["zip", "counties"], [.. counties.Select(pair => (string[])[pair.Key, string.Join(';', pair.Value)])]);
    }

    /// <summary>Every county of the list of counties has ZIP codes; the two lists spell some names otherwise, so letters are compared, and beginnings.</summary>
    private static void CheckCounties(int year, string file, HashSet<string> named, List<ImportNote> notes)
    {
        foreach (var (_, cells) in File.Exists(file) ? Rows(year, file, CountyColumns, notes) : [])
        {
            var letters = Letters($"{cells[0]} {cells[1]}");
            if (!named.Contains(letters) && !named.Any(name => letters.StartsWith(name, StringComparison.Ordinal)))
            {
                notes.Add(new(year, false, $"counties.csv, {cells[0]} {cells[1]}", "the county has no ZIP codes; clinicians there are not found by ZIP code"));
            }
        }
    }

    private static List<(int Line, string[] Cells)> Rows(int year, string file, string[] columns, List<ImportNote> notes)
    {
        var (problems, rows, name) = (new ProblemList(), new List<(int, string[])>(), Path.GetFileName(file));
        using var reader = new StreamReader(file, Encoding.UTF8);
        var csv = new CsvReader(reader, name, problems);
        if (csv.Next() is not { } header || !header.SequenceEqual(columns, StringComparer.Ordinal))
        {
            notes.Add(new(year, true, name, $"the columns are not {string.Join(", ", columns)}"));
            return rows;
        }

        while (csv.Next() is { } cells)
        {
            if (cells.Count == columns.Length)
            {
                rows.Add((csv.Line, [.. cells.Select(cell => cell.Trim())]));
            }
            else
            {
                notes.Add(new(year, true, string.Create(CultureInfo.InvariantCulture, $"{name}({csv.Line})"), "the row has another number of cells than the header"));
            }
        }

        notes.AddRange(problems.Found.Select(problem => new ImportNote(year, true, problem.Path, problem.Message)));
        return rows;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetter).Select(char.ToLowerInvariant));
}
