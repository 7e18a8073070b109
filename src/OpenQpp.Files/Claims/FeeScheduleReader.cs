using System.Runtime.InteropServices;
using OpenQpp.Program;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>
/// Reads status indicators: CSV with year, hcpcs, modifier, status, and effective_from where a status begins within a year. Whoever reads
/// them in another way reads each row by <see cref="RowOf"/>.
/// </summary>
public static class FeeScheduleReader
{
    private const int Year = 0;
    private const int Code = 1;
    private const int Modifier = 2;
    private const int Status = 3;
    private const int From = 4;
    private const int LongestCode = 8;

    /// <summary>The columns; the last one may be missing.</summary>
    internal static TableColumns Columns { get; } = new("fee-schedule.csv", "feeSchedule", "year", "hcpcs", "modifier", "status", "effective_from");

    /// <summary>How many columns must be there.</summary>
    internal const int Needed = From;

    /// <summary>The status indicators; rows with a problem are left out.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static FeeScheduleTable Read(Stream stream, ProblemList problems)
    {
        var table = new FeeScheduleTable();
        new CsvTable(Columns, problems) { HasOthers = true, Needed = Needed }.Read(stream, row =>
        {
            row.Trim();
            if (RowOf(row, problems) is { } known && !table.Add(known.Year, known.Code, known.Modifier, known.From, known.Status))
            {
                Twice(row);
            }

            return problems.Found.Count <= ProblemList.Most;
        });
        return table;
    }

    /// <summary>What a row says, in capitals; null where something is wrong with it. Without a first day a status holds from the beginning of the year.</summary>
    /// <param name="row">The row, without spaces around its cells.</param>
    /// <param name="problems">Takes what is wrong.</param>
    internal static FeeScheduleRow? RowOf(TableRow row, ProblemList problems)
    {
        var before = problems.Found.Count;
        var (year, code, status, from) = (row.Year(Year), CodeOf(row, Code), CodeOf(row, Status), row.Date(From));
        var modifier = (row[Modifier] ?? "").ToUpperInvariant();
        if (modifier.Length > 0 && !FeeScheduleTable.HasOwnRows(modifier))
        {
            row.Problem(ProblemCode.UNKNOWN_WORD, Modifier, "A modifier of the fee schedule is 26, TC or 53, or blank. Correct it.");
        }

        return problems.Found.Count == before ? new(year!.Value, code, modifier, status, from ?? new DateOnly(year.Value, 1, 1)) : null;
    }

    /// <summary>Tells of a row that stands twice.</summary>
    /// <param name="row">The row.</param>
    internal static void Twice(TableRow row) => row.Problem(ProblemCode.DUPLICATE_ROW, Code, "The service has a row of the year with this modifier and first day already. Keep one.");

    private static string CodeOf(TableRow row, int column)
    {
        var text = row.Required(column);
        if (text.Length > LongestCode || !text.All(char.IsAsciiLetterOrDigit))
        {
            row.Problem(ProblemCode.UNKNOWN_WORD, column, $"A code is at most {LongestCode} letters and digits. Correct it.");
        }

        return text.ToUpperInvariant();
    }
}

/// <summary>A row of the fee schedule.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Code">The code of the service.</param>
/// <param name="Modifier">26, TC, 53, or empty.</param>
/// <param name="Status">The status indicator.</param>
/// <param name="From">The first day on which it holds.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FeeScheduleRow(int Year, string Code, string Modifier, string Status, DateOnly From);
