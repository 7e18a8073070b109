using OpenQpp.DuckDb;
using OpenQpp.Rules;

namespace OpenQpp.Claims;

/// <summary>The files of adjusted lines, whole or in parts.</summary>
internal static class AdjustFiles
{
    /// <summary>What the folders of parts are called by.</summary>
    public const string Parts = "adjust";

    /// <summary>Name of the file of lines of a part.</summary>
    public const string PartLines = "lines.parquet";

    /// <summary>Under which name a part says what file is made of it in the end.</summary>
    public const string Form = "file";

    // Rows come out as they are done: keeping their order costs a sixth of the time. Of columns with more values a dictionary is no smaller.
    private const string AsParquet = "FORMAT parquet, COMPRESSION zstd, DICTIONARY_SIZE_LIMIT 4096";
    private const string InCsv = "FORMAT csv, HEADER true";
    private const string AdjustedSum = "adjusted";

    /// <summary>Name of the file of lines.</summary>
    /// <param name="asCsv">It is CSV, not Parquet.</param>
    public static string NameOf(bool asCsv) => asCsv ? "adjusted.csv" : "adjusted.parquet";

    /// <summary>Writes lines; in CSV in the order in which they come.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="query">The lines.</param>
    /// <param name="path">The file.</param>
    /// <param name="asCsv">Write CSV, not Parquet.</param>
    /// <returns>How many lines were written.</returns>
    public static long Copy(IColumnEngine engine, string query, string path, bool asCsv)
    {
        engine.Run($"SET preserve_insertion_order = {(asCsv ? "true" : "false")}");
        var written = 0L;
        engine.Read($"COPY ({query}) TO {SqlText.Target(path)} ({(asCsv ? InCsv : AsParquet)})", rows =>
        {
            written = rows[0].Longs[0];
            return true;
        });
        return written;
    }

    /// <summary>The sums of a part: its lines, and by reason those that there are.</summary>
    /// <param name="tally">What was seen.</param>
    public static IReadOnlyDictionary<string, long[]> Sums(LineTally tally)
    {
        var sums = new Dictionary<string, long[]>(StringComparer.Ordinal) { [PartRun.Lines] = [tally.Lines] };
        for (var reason = 0; reason < tally.ByReason.Length; reason++)
        {
            sums[NameOf(reason)] = tally.ByReason[reason].Numbers;
        }

        return sums;
    }

    /// <summary>Adds the sums by reason of all parts.</summary>
    /// <param name="made">The parts.</param>
    /// <param name="tally">Takes them.</param>
    public static void AddReasons(PartsMade made, LineTally tally)
    {
        for (var reason = 0; reason < tally.ByReason.Length; reason++)
        {
            tally.Add(reason, PairSums.Of(made.Sum(NameOf(reason))));
        }
    }

    private static string NameOf(int reason) => reason < LineReasons.All.Count ? LineReasons.All[reason].Word() : AdjustedSum;
}
