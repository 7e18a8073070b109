using System.Globalization;
using OpenQpp.DuckDb;
using OpenQpp.Files;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;
using FactorRows = OpenQpp.Files.FactorsReader;

namespace OpenQpp.Claims;

/// <summary>Reads a file of factors, CSV or Parquet, row by row as <see cref="FactorRows"/> does.</summary>
/// <param name="mode">Who pays.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class FactorsReader(PayerMode mode, ProblemList problems)
{
    private readonly SortedDictionary<int, FactorTable> tables = [];

    /// <summary>The factors by payment year; null where something is wrong.</summary>
    /// <param name="path">The file.</param>
    /// <param name="engine">Reads it.</param>
    public IReadOnlyDictionary<int, FactorTable>? Read(string path, IColumnEngine engine)
    {
        var before = problems.Found.Count;
        if (!TryReadSound(path, engine))
        {
            tables.Clear();
            SourceTable.Read(path, FactorRows.Columns, FactorRows.Columns.Names.Count, engine, problems, Take);
        }

        if (tables.Count == 0 && problems.Found.Count == before)
        {
            FactorRows.None(ShownText.Of(Path.GetFileName(path)), problems);
        }

        if (problems.Found.Count != before)
        {
            return null;
        }

        foreach (var table in tables.Values)
        {
            table.Complete();
        }

        return tables;
    }

    /// <summary>Reads a file in which every row is as usual, several at a time; false where one is not, and all are to be read again.</summary>
    private bool TryReadSound(string path, IColumnEngine engine)
    {
        using var function = new FactorFunction();
        return SourceTable.Open(path, [.. FactorRows.Columns.Names], [], engine, new()) is { } table
            && function.TryRead(table, engine)
            && function.Found.All(found => Of(found.Year).Add(found.Tin, found.Npi, found.Said));
    }

    private void Take(TableRow row)
    {
        if (FactorRows.RowOf(row, problems) is var (year, npi, factor)
            && !Of(year).Add(int.Parse(factor.Tin, NumberStyles.None, CultureInfo.InvariantCulture), long.Parse(npi, NumberStyles.None, CultureInfo.InvariantCulture), new(factor.Standing, factor.FinalScore, factor.Percent)))
        {
            FactorRows.Twice(row);
        }
    }

    private FactorTable Of(int year)
    {
        if (!tables.TryGetValue(year, out var table))
        {
            tables.Add(year, table = new(mode));
        }

        return table;
    }
}
