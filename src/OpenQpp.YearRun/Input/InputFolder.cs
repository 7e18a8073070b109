using System.Security.Cryptography;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>The folder that holds a year's input.</summary>
/// <param name="path">The folder.</param>
internal sealed class InputFolder(string path)
{
    /// <summary>The most bytes of a row of CSV.</summary>
    public const int LongestRow = 1 << 20;

    public bool Has(InputTable table) => File.Exists(PathOf(table));

    public string PathOf(InputTable table) => Path.Combine(path, table.FileName());

    public FileStream Open(InputTable table) => new(PathOf(table), FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);

    /// <summary>The bytes of all files.</summary>
    public long Bytes => InputTables.All.Where(Has).Sum(table => new FileInfo(PathOf(table)).Length);

    /// <summary>SHA-256 of every file that there is.</summary>
    /// <param name="threads">Files read at once.</param>
    public IReadOnlyList<(InputTable Table, string Hash)> Hashes(int threads)
    {
        var tables = InputTables.All.Where(Has).ToArray();
        var hashes = new string[tables.Length];
        Parallel.For(0, tables.Length, new() { MaxDegreeOfParallelism = threads }, index =>
        {
            using var stream = Open(tables[index]);
            hashes[index] = Convert.ToHexStringLower(SHA256.HashData(stream));
        });
        return [.. tables.Zip(hashes)];
    }

    /// <summary>The headers of the files of rows; a file without a usable header is a problem.</summary>
    /// <param name="problems">Takes what is wrong.</param>
    public Dictionary<InputTable, CsvHeader> Headers(ProblemList problems)
    {
        var headers = new Dictionary<InputTable, CsvHeader>();
        foreach (var table in InputTables.Csv.Where(Has))
        {
            using var stream = Open(table);
            if (new ByteLines(stream, isCsv: true, LongestRow).Next(out var line) && CsvRows.Header(line, table.Columns(), problems) is { } header)
            {
                headers.Add(table, header);
            }
        }

        if (!Has(InputTable.Clinicians))
        {
            problems.Add(ProblemCode.NOT_READABLE, InputTable.Clinicians.FileName(), "The folder has no clinicians.csv, which names everybody to be judged. Add it.");
        }

        return headers;
    }
}
