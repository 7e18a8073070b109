using System.Globalization;
using System.IO.Compression;
using System.Text;
using OpenQpp.DuckDb;
using OpenQpp.Files;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>A file with a table: CSV, separated by commas or vertical bars, also packed by gzip, or Parquet.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Separator">What separates cells; null in Parquet.</param>
/// <param name="Columns">Name and SQL type of every column; in CSV each is text.</param>
/// <param name="IsPacked">CSV packed by gzip.</param>
internal sealed record SourceFile(string Path, char? Separator, IReadOnlyList<(string Name, string Type)> Columns, bool IsPacked = false)
{
    private const string TextType = "VARCHAR";
    private const int Mark = 4;

    // The engine takes sixteen times the longest line for each file that it reads, if it is not told otherwise: some 256 MiB.
    private const string LongestLine = "4194304";
    private const string Buffer = "8388608";

    // Otherwise the runtime takes the end of a file that was cut for the end of what was packed.
    static SourceFile() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", isEnabled: true);

    /// <summary>Name of the file, for messages.</summary>
    public string Name => ShownText.Of(System.IO.Path.GetFileName(Path));

    /// <summary>Whether it is Parquet.</summary>
    public bool IsParquet => Separator is null;

    /// <summary>Files of one shape are read together.</summary>
    public string Shape => $"{Separator}|{IsPacked}|{string.Join(',', Columns.Select(column => $"{SqlText.Name(column.Name)} {column.Type}"))}";

    /// <summary>Where a row stands: in CSV its line, as long as no cell holds several.</summary>
    /// <param name="number">The number of the row, from 1.</param>
    public string PlaceOf(long number) => IsParquet ? string.Create(CultureInfo.InvariantCulture, $"{Name}(row {number})") : string.Create(CultureInfo.InvariantCulture, $"{Name}({number + 1})");

    /// <summary>The place of a column, or -1.</summary>
    /// <param name="name">Its name, in whatever letters.</param>
    public int Find(string name)
    {
        for (var place = 0; place < Columns.Count; place++)
        {
            if (string.Equals(Columns[place].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>The rows of files of one shape, in SQL.</summary>
    /// <param name="files">The files, at least one.</param>
    public static string Scan(IReadOnlyList<SourceFile> files)
    {
        var list = $"[{string.Join(", ", files.Select(file => SqlText.File(file.Path)))}]";
        if (files[0].Separator is not { } separator)
        {
            return $"read_parquet({list})";
        }

        var columns = string.Join(", ", files[0].Columns.Select(column => $"{SqlText.Of(column.Name)}: '{TextType}'"));
        return $"read_csv({list}, auto_detect = false, header = true, compression = '{(files[0].IsPacked ? "gzip" : "none")}', delim = {SqlText.Of(separator.ToString())}, quote = '\"', escape = '\"', columns = {{{columns}}}, max_line_size = {LongestLine}, buffer_size = {Buffer})";
    }

    /// <summary>Opens a file as far as its columns; null where it cannot be read.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="engine">Reads Parquet.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static SourceFile? Open(string path, IColumnEngine engine, ProblemList problems)
    {
        var before = problems.Found.Count;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            Span<byte> mark = stackalloc byte[Mark];
            var read = stream.ReadAtLeast(mark, Mark, throwOnEndOfStream: false);
            var file = read == Mark && mark.SequenceEqual("PAR1"u8) ? OfParquet(path, engine, problems) : OfCsv(path, IsGzip(mark[..read]), problems);
            file?.CheckNames(problems);
            return problems.Found.Count == before ? file : null;
        }
        catch (InvalidDataException)
        {
            problems.Add(ProblemCode.NOT_CSV, ShownText.Of(System.IO.Path.GetFileName(path)), "The file begins like gzip and cannot be unpacked: it is damaged or not whole. Pack it again.");
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add(ProblemCode.NOT_READABLE, "$", $"The file '{ShownText.Of(path)}' cannot be opened. Check the path and that you may read it.");
            return null;
        }
    }

    /// <summary>The text of CSV, unpacked where it is packed.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public StreamReader OpenText() => OpenText(Path, IsPacked, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));

    private static StreamReader OpenText(string path, bool isPacked, Encoding encoding)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return new(isPacked ? new GZipStream(stream, CompressionMode.Decompress) : stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
    }

    /// <summary>Unpacks all of it, for the engine looks neither at its checksum nor whether it is whole: lines would be lost unseen.</summary>
    /// <exception cref="InvalidDataException">It is damaged or not whole.</exception>
    private static void CheckPacked(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        using var packed = new GZipStream(stream, CompressionMode.Decompress);
        packed.CopyTo(Stream.Null, 1 << 17);
    }

    private static bool IsGzip(ReadOnlySpan<byte> mark) => mark is [0x1F, 0x8B, ..];

    private static SourceFile? OfParquet(string path, IColumnEngine engine, ProblemList problems)
    {
        var columns = new List<(string, string)>();
        try
        {
            engine.Read(
                $"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet({SqlText.File(path)}))",
                rows =>
                {
                    for (var row = 0; row < rows.Count; row++)
                    {
                        columns.Add((Encoding.UTF8.GetString(rows[0].Text(row)), Encoding.UTF8.GetString(rows[1].Text(row))));
                    }

                    return true;
                });
        }
        catch (EngineFault)
        {
            problems.Add(ProblemCode.NOT_PARQUET, ShownText.Of(System.IO.Path.GetFileName(path)), "The file begins like Parquet and cannot be read as such. Write it again.");
            return null;
        }

        return new(path, null, columns);
    }

    private static SourceFile? OfCsv(string path, bool isPacked, ProblemList problems)
    {
        if (isPacked)
        {
            CheckPacked(path);
        }

        var separator = ',';
        var name = ShownText.Of(System.IO.Path.GetFileName(path));
        using (var first = OpenText(path, isPacked, Encoding.UTF8))
        {
            // The names of columns hold neither: what separates them is what the header holds more of.
            var head = new char[1 << 16];
            var line = head.AsSpan(0, first.ReadBlock(head));
            line = line.IndexOf('\n') is var end && end < 0 ? line : line[..end];
            separator = line.Count('|') > line.Count(',') ? '|' : ',';
        }

        using var reader = OpenText(path, isPacked, Encoding.UTF8);
        if (new CsvReader(reader, name, problems, separator).Next() is { } header)
        {
            return new(path, separator, [.. header.Select(column => (column.Trim(), TextType))], isPacked);
        }

        problems.Add(ProblemCode.NOT_CSV, name, "The file has no header. Give it a first line with the names of its columns.");
        return null;
    }

    private void CheckNames(ProblemList problems)
    {
        foreach (var name in Columns.Select(column => column.Name).GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(names => names.Skip(1).Any()))
        {
            problems.Add(ProblemCode.DUPLICATE_FIELD, $"{Name}(1)", $"The column '{ShownText.Of(name.Key)}' stands twice. Keep one.");
        }

        if (Columns.Any(column => column.Name.Length == 0))
        {
            problems.Add(ProblemCode.MISSING_FIELD, $"{Name}(1)", "A column has no name. Give it one.");
        }
    }
}
