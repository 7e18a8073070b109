using System.Text;
using OpenQpp.DuckDb;
using OpenQpp.Files;
using OpenQpp.Vocabulary;
using FeeScheduleRows = OpenQpp.Files.FeeScheduleReader;

namespace OpenQpp.Claims;

/// <summary>Reads a fee schedule, CSV or Parquet, row by row as <see cref="FeeScheduleRows"/> does.</summary>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class FeeScheduleReader(ProblemList problems)
{
    private readonly FeeSchedule schedule = new();

    /// <summary>The fee schedule; null where something is wrong.</summary>
    /// <param name="path">The file.</param>
    /// <param name="engine">Reads it.</param>
    public FeeSchedule? Read(string path, IColumnEngine engine)
    {
        var before = problems.Found.Count;
        SourceTable.Read(path, FeeScheduleRows.Columns, FeeScheduleRows.Needed, engine, problems, Take);
        return problems.Found.Count == before ? schedule : null;
    }

    private void Take(TableRow row)
    {
        if (FeeScheduleRows.RowOf(row, problems) is { } known && !schedule.Add(known.Year, Code(known.Code), Code(known.Modifier), Code(known.Status), CellText.Day(known.From)))
        {
            FeeScheduleRows.Twice(row);
        }
    }

    private static ulong Code(string text) => CellText.Code(Encoding.UTF8.GetBytes(text));
}
