using System.Globalization;
using System.Text;
using OpenQpp.DuckDb;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>A file of synthetic rows: each follows from its number, so that none is held.</summary>
/// <param name="columns">Name and type of each column.</param>
/// <param name="compute">Fills rows from their numbers; one whose first column has no value is left out.</param>
internal sealed class SyntheticTable(IReadOnlyList<(string Name, ColumnKind Kind)> columns, ComputeRows compute)
{
    private const string Function = "openqpp_synthetic_row";
    private const int LongestText = 64;

    /// <summary>Writes the file; false with a problem where it cannot be done.</summary>
    /// <param name="rows">How many numbers.</param>
    /// <param name="path">The file.</param>
    /// <param name="asCsv">CSV, not Parquet.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public bool Write(long rows, string path, bool asCsv, ProblemList problems)
    {
        if (!AnalyticsLibrary.IsHere)
        {
            problems.Add(ProblemCode.ANALYTICS_MISSING, "$", "Claims are written by DuckDB, whose library is missing. " + AnalyticsLibrary.Remedy);
            return false;
        }

        using var engine = new DuckDbEngine(path + ".spill", null, null);
        engine.Define(new(Function, [ColumnKind.Long], new ColumnKind.Row(columns), compute));
        var format = asCsv ? "FORMAT csv, HEADER true" : "FORMAT parquet, COMPRESSION zstd";
        try
        {
            engine.Run(string.Create(CultureInfo.InvariantCulture, $"COPY (SELECT row.* FROM (SELECT {Function}(number) AS row FROM range({rows}) AS numbers(number)) WHERE row.{columns[0].Name} IS NOT NULL) TO {SqlText.Target(path)} ({format})"));
            return true;
        }
        catch (EngineFault fault)
        {
            problems.Add(ProblemCode.ANALYTICS_FAILED, "$.out", $"The claims could not be written: {fault.Kind}. Check the path, the permissions and the space on the disk.");
            return false;
        }
    }

    /// <summary>Writes a text; a blank one is none.</summary>
    public static void SetText(ColumnWriter to, int row, string text)
    {
        if (text.Length == 0)
        {
            to.SetNull(row);
            return;
        }

        Span<byte> utf8 = stackalloc byte[LongestText];
        to.SetText(row, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }
}
