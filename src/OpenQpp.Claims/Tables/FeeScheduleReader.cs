using OpenQpp.DuckDb;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>Reads a fee schedule: year, hcpcs, modifier (blank, 26, TC, 53), status, and optionally effective_from.</summary>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class FeeScheduleReader(ProblemList problems)
{
    private const int HcpcsColumn = 1;
    private const int ModifierColumn = 2;
    private const int StatusColumn = 3;
    private const int FromColumn = 4;

    private static readonly string[] Needed = ["year", "hcpcs", "modifier", "status"];
    private static readonly string[] Optional = ["effective_from"];

    private readonly FeeSchedule schedule = new();

    /// <summary>The fee schedule; null where something is wrong.</summary>
    /// <param name="path">The file.</param>
    /// <param name="engine">Reads it.</param>
    public FeeSchedule? Read(string path, IColumnEngine engine)
    {
        var before = problems.Found.Count;
        if (SourceTable.Open(path, Needed, Optional, engine, problems) is { } source)
        {
            source.Read(engine, problems, Take);
        }

        return problems.Found.Count == before ? schedule : null;
    }

    private void Take(CellsOfRow cells)
    {
        var year = cells.Whole(0);
        var (hcpcs, modifier, status) = (CellText.Code(cells.Text(HcpcsColumn)), CellText.Code(cells.Text(ModifierColumn)), CellText.Code(cells.Text(StatusColumn)));
        var isWhole = cells.Required(HcpcsColumn) & cells.Required(StatusColumn);
        if (modifier != CellText.NoCode && !FeeSchedule.IsOwnRow(modifier))
        {
            cells.Problem(ProblemCode.UNKNOWN_WORD, ModifierColumn, "A modifier of the fee schedule is 26, TC or 53, or blank. Correct it.");
            isWhole = false;
        }

        if (year is { } known && isWhole && !schedule.Add(known, hcpcs, modifier, status, cells.Day(FromColumn) ?? int.MinValue))
        {
            cells.Problem(ProblemCode.DUPLICATE_ROW, HcpcsColumn, "The service has a row of the year with this modifier and first day already. Keep one.");
        }
    }
}
