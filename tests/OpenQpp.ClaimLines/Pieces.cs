using System.Globalization;
using OpenQpp.DuckDb;

namespace OpenQpp.ClaimLines;

/// <summary>A table dealt out at random: rows in another order, in several files, as CSV, as CSV packed by gzip, as Parquet.</summary>
/// <param name="seed">The same seed deals the same.</param>
internal sealed class Pieces(int seed)
{
    private const int MostFiles = 3;

    private static readonly (string Ending, string Form)[] Forms = [(".csv", "FORMAT csv, HEADER true"), (".csv.gz", "FORMAT csv, HEADER true, COMPRESSION gzip"), (".parquet", "FORMAT parquet")];

    private readonly Random random = new(seed);

    /// <summary>How many parts and threads this deal is run with.</summary>
    public (int Parts, int Threads) Run => ((seed % 4) * 2, 1 + (seed % 3));

    /// <summary>Writes the files into a folder of its own.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="rows">The table, in SQL.</param>
    /// <param name="key">What tells its rows apart, in SQL.</param>
    /// <returns>The folder, or the files.</returns>
    public string[] Write(string folder, string rows, string key)
    {
        Directory.CreateDirectory(folder);
        using var engine = new DuckDbEngine(Path.Combine(folder, "spill"), 256, 1);
        var files = random.Next(1, MostFiles + 1);
        var written = new List<string>();
        for (var file = 0; file < files; file++)
        {
            var (ending, form) = Forms[random.Next(Forms.Length)];
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{file}{ending}"));
            engine.Run(string.Create(CultureInfo.InvariantCulture, $"COPY (SELECT * FROM ({rows}) WHERE hash({key} || '{seed}') % {files} = {file} ORDER BY hash({key} || '-{seed}')) TO {SqlText.Target(path)} ({form})"));
            written.Add(path);
        }

        return random.Next(2) == 0 ? [folder] : [.. written];
    }
}
