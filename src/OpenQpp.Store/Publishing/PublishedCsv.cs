using OpenQpp.Files;
using OpenQpp.Vocabulary;
using OpenQpp.YearRun;

namespace OpenQpp.Store;

/// <summary>Files of rows that are published, and how they are read.</summary>
internal static class PublishedCsv
{
    /// <summary>The columns of payment-adjustments.csv.</summary>
    public static TableColumns Adjustments { get; } = new("payment-adjustments.csv", "paymentAdjustments", PaymentAdjustmentsCsv.Header);

    /// <summary>The columns of mvp-averages.csv.</summary>
    public static TableColumns Averages { get; } = new("mvp-averages.csv", "mvpAverages", "mvp_id", "submissions", "mean_quality_percent", "mean_cost_percent");

    /// <summary>The columns of problems.csv.</summary>
    public static TableColumns Problems { get; } =
        new("problems.csv", "problems", "consequence", "code", "file", "line", "path", "entity_type", "tin", "npi", "entity_id", "rows", "message");

    /// <summary>The columns of names.csv.</summary>
    public static TableColumns Names { get; } = new("names.csv", "names", "npi", "last_name", "first_name", "specialty");

    /// <summary>The columns of organizations.csv.</summary>
    public static TableColumns Organizations { get; } = new("organizations.csv", "organizations", "kind", "identifier", "name", "address", "model");

    /// <summary>The columns of items.csv.</summary>
    public static TableColumns Items { get; } = new("items.csv", "items", "level", "tin", "npi", "range_key", "beneficiaries", "cost", "services");

    /// <summary>The columns of ed.csv.</summary>
    public static TableColumns Visits { get; } = new("ed.csv", "ed", "level", "tin", "npi", "associated", "with_visit", "visits");

    /// <summary>Reads a file row by row; one that is missing has no rows. What is wrong with a row is a problem, and the row does not come.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="take">Takes a row, which is filled anew for the next one.</param>
    public static void Read(string folder, TableColumns columns, ProblemList problems, Action<TableRow> take)
    {
        var path = Path.Combine(folder, columns.File);
        if (!File.Exists(path))
        {
            return;
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        var lines = new ByteLines(stream, isCsv: true, InputFolder.LongestRow);
        if (!lines.Next(out var first) || CsvRows.Header(first, columns, problems) is not { } header)
        {
            return;
        }

        var (row, texts) = (new TableRow(columns, problems), new CellTexts());
        while (lines.Next(out var line))
        {
            row.Line = lines.Number;
            if (CsvRows.Fill(line, header, texts, row, problems))
            {
                take(row);
            }
        }
    }

    /// <summary>A number as it is stored; null where the cell is empty or wrong, which is a problem.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="scale">Decimals that are stored.</param>
    /// <param name="least">The least that can be.</param>
    /// <param name="most">The most that can be.</param>
    public static long? Stored(this TableRow row, int column, int scale, decimal least, decimal most)
    {
        if (row.Number(column, least, most) is not { } number)
        {
            return null;
        }

        if (decimal.Round(number, scale) == number)
        {
            return Scaled.Of(number, scale);
        }

        row.Problem(ProblemCode.NUMBER_OUT_OF_RANGE, column, $"The number has more than the {scale} decimals that a run writes. Run the year again.");
        return null;
    }
}
