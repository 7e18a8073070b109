using System.Text;
using OpenQpp.DuckDb;
using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>A file of rows in Parquet, which is written as CSV with the same rows in the same order.</summary>
/// <param name="path">Where it lies.</param>
/// <param name="engine">Reads it.</param>
internal sealed class ParquetTable(string path, IColumnEngine engine)
{
    private const string InCsv = "FORMAT csv, HEADER true, DELIMITER ',', QUOTE '\"', ESCAPE '\"', NULLSTR ''";

    private readonly string name = ShownText.Of(Path.GetFileName(path));

    /// <summary>Writes the CSV; without a problem it stands there whole.</summary>
    /// <param name="target">The file to write.</param>
    /// <param name="problems">Takes what is wrong: a file that is no Parquet, a column whose type does not keep what stands in it.</param>
    public void WriteCsv(string target, ProblemList problems)
    {
        try
        {
            var before = problems.Found.Count;
            var cells = Columns().ConvertAll(column => Cell(column.Name, column.Type, problems));
            if (problems.Found.Count == before)
            {
                engine.Run($"COPY (SELECT {string.Join(", ", cells)} FROM read_parquet({SqlText.File(path)})) TO {SqlText.Target(target)} ({InCsv})");
            }
        }
        catch (EngineFault)
        {
            problems.Add(ProblemCode.NOT_PARQUET, name, "The file cannot be read as Parquet, or there is no room beside the output. Write it again, or make room.");
        }
    }

    private List<(string Name, string Type)> Columns()
    {
        var columns = new List<(string, string)>();
        engine.Read($"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet({SqlText.File(path)}))", rows =>
        {
            for (var row = 0; row < rows.Count; row++)
            {
                columns.Add((Encoding.UTF8.GetString(rows[0].Text(row)), Encoding.UTF8.GetString(rows[1].Text(row))));
            }

            return true;
        });
        return columns;
    }

    /// <summary>
    /// A cell as CSV writes it. A line break within a text becomes a space, so that the number of a row is that of its line.
    /// Floating point has lost cents before it comes here, and a time without a zone names no moment.
    /// </summary>
    private string Cell(string column, string type, ProblemList problems)
    {
        var given = SqlText.Name(column);
        var text = type switch
        {
            "VARCHAR" => $"translate({given}, chr(10) || chr(13), '  ')",
            "BOOLEAN" => $"CASE {given} WHEN true THEN 'Y' WHEN false THEN 'N' END",
            "TIMESTAMP WITH TIME ZONE" => $"strftime(make_timestamp(epoch_us({given})), '%Y-%m-%dT%H:%M:%S.%fZ')",
            "DATE" => $"CAST({given} AS VARCHAR)",
            _ when type.StartsWith("ENUM(", StringComparison.Ordinal) || type.StartsWith("DECIMAL(", StringComparison.Ordinal) || type.EndsWith("INT", StringComparison.Ordinal) || type.EndsWith("INTEGER", StringComparison.Ordinal) => $"CAST({given} AS VARCHAR)",
            _ => null,
        };
        if (text is null)
        {
            problems.Add(ProblemCode.WRONG_TYPE, $"{name}.{ShownText.Of(column)}", $"The column has the type {ShownText.Of(type)}. Give text, whole numbers, DECIMAL, DATE, BOOLEAN or a time with its zone, never floating point.");
        }

        return $"{text} AS {given}";
    }
}
