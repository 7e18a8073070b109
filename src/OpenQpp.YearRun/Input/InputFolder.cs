using System.Security.Cryptography;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>The folder that holds a year's input. Files of rows are CSV, or Parquet, which is unpacked into CSV before it is read.</summary>
/// <param name="path">The folder.</param>
/// <param name="unpacked">The folder for what is unpacked; it is made when there is Parquet.</param>
internal sealed class InputFolder(string path, string unpacked)
{
    /// <summary>The most bytes of a row of CSV.</summary>
    public const int LongestRow = 1 << 20;

    private string? made;

    public bool Has(InputTable table) => File.Exists(GivenAt(table));

    /// <summary>Whether a file of rows was given as Parquet.</summary>
    public bool IsParquet(InputTable table) => table <= InputTable.Charges && !File.Exists(Path.Combine(path, table.FileName())) && File.Exists(Path.Combine(path, table.ParquetName()));

    /// <summary>The name of the file that was given.</summary>
    public string NameOf(InputTable table) => IsParquet(table) ? table.ParquetName() : table.FileName();

    /// <summary>Where the lines of a file stand: what was given, or what it was unpacked into.</summary>
    public string PathOf(InputTable table) => IsParquet(table) ? Path.Combine(unpacked, table.FileName()) : GivenAt(table);

    public FileStream Open(InputTable table) => Reading(PathOf(table));

    /// <summary>The bytes of all files, as they were given.</summary>
    public long Bytes => Tables.Sum(table => new FileInfo(GivenAt(table)).Length);

    /// <summary>Unpacks every file of Parquet.</summary>
    /// <param name="threads">Threads.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public void Unpack(int threads, ProblemList problems)
    {
        foreach (var table in InputTables.Csv.Where(table => File.Exists(Path.Combine(path, table.FileName())) && File.Exists(Path.Combine(path, table.ParquetName()))))
        {
            problems.Add(ProblemCode.DUPLICATE_FIELD, table.ParquetName(), $"{table.FileName()} stands beside it. Keep one of the two.");
        }

        var packed = InputTables.Csv.Where(IsParquet).ToArray();
        if (packed.Length == 0 || !problems.IsEmpty || !Analytics.IsHere(problems))
        {
            return;
        }

        made = Directory.Exists(Path.GetDirectoryName(unpacked)) ? unpacked : Path.GetDirectoryName(unpacked);
        Directory.CreateDirectory(unpacked);
        using var engine = Analytics.Open(unpacked, threads);
        foreach (var table in packed)
        {
            new ParquetTable(GivenAt(table), engine).WriteCsv(PathOf(table), problems);
        }
    }

    /// <summary>Removes what was unpacked, and the folder of the output where nothing else came into it.</summary>
    public void Forget()
    {
        if (made is null)
        {
            return;
        }

        Directory.Delete(unpacked, recursive: true);
        if (Directory.Exists(made) && !Directory.EnumerateFileSystemEntries(made).Any())
        {
            Directory.Delete(made);
        }

        made = null;
    }

    /// <summary>The files that there are.</summary>
    public IReadOnlyList<InputTable> Tables => [.. InputTables.All.Where(Has)];

    /// <summary>SHA-256 of a file, as it was given.</summary>
    /// <param name="table">The file.</param>
    public string HashOf(InputTable table)
    {
        using var stream = Reading(GivenAt(table));
        return Convert.ToHexStringLower(SHA256.HashData(stream));
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

    private string GivenAt(InputTable table) => Path.Combine(path, NameOf(table));

    private static FileStream Reading(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
}
