using OpenQpp.DuckDb;
using OpenQpp.Files;
using OpenQpp.Law;

namespace OpenQpp.Claims;

/// <summary>The files of items and services, whole or in parts, and the numbers of their summary.</summary>
internal static class ServiceFiles
{
    /// <summary>What the folders of parts are called by.</summary>
    public const string Parts = "services";

    /// <summary>Numbers that <see cref="ServicesSql.Numbers"/> gives.</summary>
    public const int CountedNumbers = 7;

    // What a part says it is made of.
    public const string Year = "year";
    public const string Form = "form";
    public const string Visits = "emergency visits";
    public const string Known = "known";
    public const string List = "list of primary care";
    public const string Own = "own";
    public const string Parquet = "parquet";
    public const string Csv = "csv";

    public const string Items = "items";
    public const string Emergency = "ed";
    public const string Attribution = "attribution";

    /// <summary>Writes the three files.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="asParquet">Write Parquet, not CSV.</param>
    /// <param name="items">Items and services, in SQL.</param>
    /// <param name="emergency">Emergency visits, in SQL.</param>
    /// <param name="attribution">Attribution, in SQL.</param>
    /// <returns>Their names.</returns>
    public static List<string> Write(IColumnEngine engine, string folder, bool asParquet, string items, string emergency, string attribution)
    {
        var (ending, format) = asParquet ? (".parquet", "FORMAT parquet, COMPRESSION zstd") : (".csv", "FORMAT csv, HEADER true");
        var files = new List<string>();
        foreach (var (name, query) in (ReadOnlySpan<(string, string)>)[(Items, items), (Emergency, emergency), (Attribution, attribution)])
        {
            engine.Run($"COPY ({query}) TO {SqlText.Target(Path.Combine(folder, name + ending))} ({format})");
            files.Add(name + ending);
        }

        return files;
    }

    /// <summary>Writes services-run.json; the answer is its name.</summary>
    /// <param name="engine">The engine, which knows who is shown.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="law">The law of the year, with its settings.</param>
    /// <param name="visitsAreKnown">Institutional claims were given.</param>
    /// <param name="hasOwnList">The list of primary care services was given, not the recorded one.</param>
    public static string WriteHeader(IColumnEngine engine, string folder, YearLaw law, bool visitsAreKnown, bool hasOwnList)
    {
        var shown = WholeNumbers.Of(engine, ServicesSql.ShownNumbers, 2);
        using var to = File.Create(Path.Combine(folder, ServicesHeader.FileName));
        ServicesHeader.Of(law, shown[0], shown[1], visitsAreKnown, hasOwnList).Write(to);
        return ServicesHeader.FileName;
    }

    /// <summary>The summary.</summary>
    /// <param name="files">Names of the files.</param>
    /// <param name="numbers">Lines, those without date and without receipt, and what <see cref="ServicesSql.Numbers"/> gives.</param>
    /// <param name="shown">What <see cref="ServicesSql.ShownNumbers"/> gives.</param>
    /// <param name="visitsAreKnown">Institutional claims were given.</param>
    public static ServicesSummary Summary(IReadOnlyList<string> files, long[] numbers, long[] shown, bool visitsAreKnown) => new(
        files,
        Lines: numbers[0],
        Counted: numbers[3],
        WithoutDate: numbers[1],
        WithoutReceipt: numbers[2],
        WithoutAmount: numbers[4],
        WithoutUnits: numbers[5],
        Beneficiaries: numbers[6],
        Included: numbers[7],
        ToClinicians: numbers[8],
        ToCenters: numbers[9],
        Individuals: shown[0],
        Groups: shown[1],
        visitsAreKnown);
}
