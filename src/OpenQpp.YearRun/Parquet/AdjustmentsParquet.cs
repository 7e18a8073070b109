using OpenQpp.DuckDb;

namespace OpenQpp.YearRun;

/// <summary>payment-adjustments.parquet: the rows of payment-adjustments.csv in the same order, points and percents as exact decimals, what is empty as NULL.</summary>
internal static class AdjustmentsParquet
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "payment-adjustments.parquet";

    private const string AsParquet = "FORMAT parquet, COMPRESSION zstd";

    /// <summary>Writes the file.</summary>
    /// <param name="csv">The CSV.</param>
    /// <param name="target">The file to write.</param>
    /// <param name="engine">Reads and writes.</param>
    public static void Write(string csv, string target, IColumnEngine engine)
    {
        var columns = string.Join(", ", PaymentAdjustmentsCsv.Header.Select(name => $"{SqlText.Of(name)}: {SqlText.Of(TypeOf(name))}"));
        engine.Run($"COPY (SELECT * FROM read_csv({SqlText.File(csv)}, auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '', columns = {{{columns}}})) TO {SqlText.Target(target)} ({AsParquet})");
    }

    /// <summary>The type of a column: as many decimals as the CSV writes.</summary>
    private static string TypeOf(string column) => column switch
    {
        "performance_year" or "payment_year" => "INTEGER",
        "final_score" or "payment_adjustment_percent" or "additional_percent" or "total_percent" => "DECIMAL(5, 2)",
        "percent_before_scaling" => "DECIMAL(9, 6)",
        "complex_patient_bonus" => "DECIMAL(7, 4)",
        _ when column.EndsWith("_score", StringComparison.Ordinal) || column.EndsWith("_weight", StringComparison.Ordinal) => "DECIMAL(7, 4)",
        _ => "VARCHAR",
    };
}
