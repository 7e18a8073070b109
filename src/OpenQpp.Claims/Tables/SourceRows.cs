using System.Globalization;
using System.Text;
using OpenQpp.DuckDb;
using OpenQpp.Files;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>Reads a file row by row with the place of each, to say what is wrong where. Slow: what is sound is read by the engine.</summary>
internal static class SourceRows
{
    /// <summary>Takes a row.</summary>
    /// <param name="place">File and line, in Parquet file and row.</param>
    /// <param name="cells">Its cells, empty where they have no value.</param>
    public delegate void TakeRow(string place, IReadOnlyList<string> cells);

    /// <summary>Reads all rows.</summary>
    /// <param name="file">The file.</param>
    /// <param name="engine">Reads Parquet.</param>
    /// <param name="problems">Takes what no row can be made of.</param>
    /// <param name="take">Takes each row.</param>
    public static void Read(SourceFile file, IColumnEngine engine, ProblemList problems, TakeRow take)
    {
        if (file.Separator is { } separator)
        {
            ReadCsv(file, separator, problems, take);
        }
        else
        {
            ReadParquet(file, engine, take);
        }
    }

    /// <summary>Says what the engine could not read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="engine">Reads Parquet.</param>
    /// <param name="problems">Takes what is wrong: at least one problem.</param>
    public static void Refuse(SourceFile file, IColumnEngine engine, ProblemList problems)
    {
        if (file.IsParquet)
        {
            problems.Add(ProblemCode.NOT_PARQUET, file.Name, "The file begins like Parquet and cannot be read as such. Write it again.");
            return;
        }

        var before = problems.Found.Count;
        Read(file, engine, problems, (_, _) => { });
        if (problems.Found.Count == before)
        {
            problems.Add(ProblemCode.NOT_CSV, file.Name, "The file cannot be read as CSV: its quotes, separators or line ends are not the same throughout. Write it again.");
        }
    }

    private static void ReadCsv(SourceFile file, char separator, ProblemList problems, TakeRow take)
    {
        using var reader = file.OpenText();
        var csv = new CsvReader(reader, file.Name, problems, separator);
        try
        {
            csv.Next();
            while (csv.Next() is { } cells)
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"{file.Name}({csv.Line})");
                if (cells.Count == file.Columns.Count)
                {
                    take(place, cells);
                }
                else
                {
                    problems.Add(ProblemCode.NOT_CSV, place, $"The row has {cells.Count} cells, the header {file.Columns.Count}. Give every column a cell.");
                }
            }
        }
        catch (DecoderFallbackException)
        {
            problems.Add(ProblemCode.NOT_UTF8, string.Create(CultureInfo.InvariantCulture, $"{file.Name}({csv.Line})"), "The file holds bytes that are not UTF-8, on this line or one after it. Save it as UTF-8.");
        }
    }

    private static void ReadParquet(SourceFile file, IColumnEngine engine, TakeRow take)
    {
        var (read, cells) = (0L, new string[file.Columns.Count]);
        engine.Read(
            $"SELECT {string.Join(", ", file.Columns.Select(column => $"CAST({SqlText.Name(column.Name)} AS VARCHAR)"))} FROM {SourceFile.Scan([file])}",
            rows =>
            {
                for (var row = 0; row < rows.Count; row++)
                {
                    for (var column = 0; column < cells.Length; column++)
                    {
                        cells[column] = Encoding.UTF8.GetString(rows[column].TextOrEmpty(row));
                    }

                    take(file.PlaceOf(++read), cells);
                }

                return true;
            });
    }
}
