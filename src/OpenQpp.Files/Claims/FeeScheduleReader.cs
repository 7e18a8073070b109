using OpenQpp.Program;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Reads status indicators: CSV with year, hcpcs, modifier, status, and effective_from where a status begins within a year.</summary>
public static class FeeScheduleReader
{
    private const int Year = 0;
    private const int Code = 1;
    private const int Modifier = 2;
    private const int Status = 3;
    private const int From = 4;
    private const decimal FirstYear = 2017m;
    private const decimal LastYear = 2100m;

    private static readonly TableColumns Columns = new("fee-schedule.csv", "feeSchedule", "year", "hcpcs", "modifier", "status", "effective_from");

    /// <summary>The status indicators; rows with a problem are left out.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static FeeScheduleTable Read(Stream stream, ProblemList problems)
    {
        var table = new FeeScheduleTable();
        new CsvTable(Columns, problems) { HasOthers = true }.Read(stream, row =>
        {
            var before = problems.Found.Count;
            row.Required(Year);
            var (year, code, status, from) = (row.Number(Year, FirstYear, LastYear), row.Required(Code), row.Required(Status), row.Date(From));
            if (problems.Found.Count == before && !table.Add((int)year!.Value, Upper(code), Upper(row[Modifier] ?? ""), from, Upper(status)))
            {
                problems.Add(ProblemCode.DUPLICATE_ROW, row.Place, "Code and modifier have a row of this year and day already. Keep one.");
            }

            return problems.Found.Count <= ProblemList.Most;
        });
        return table;
    }

    private static string Upper(string text) => text.Trim().ToUpperInvariant();
}
