using System.Runtime.InteropServices;
using OpenQpp.DuckDb;
using OpenQpp.Rules;
using FactorRows = OpenQpp.Files.FactorsReader;

namespace OpenQpp.Claims;

/// <summary>Reads rows of factors with which nothing is wrong, as <see cref="FactorRows"/> does, several at a time and without making texts of their cells.</summary>
internal sealed class FactorFunction : IDisposable
{
    private const string Name = "openqpp_factor";

    private readonly ThreadLocal<List<Row>> found = new(() => [], trackAllValues: true);
    private volatile bool isSound = true;

    /// <summary>What was read, in any order.</summary>
    public IEnumerable<Row> Found => found.Values.SelectMany(rows => rows);

    /// <summary>Reads all rows; false where one is not as usual.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="engine">Reads them.</param>
    public bool TryRead(SourceTable table, IColumnEngine engine)
    {
        engine.Define(new(Name, [.. Enumerable.Repeat(ColumnKind.Text, FactorRows.Columns.Names.Count)], ColumnKind.Whole, Compute));
        try
        {
            engine.Run($"SELECT count({Name}({table.Cells})) FROM {table.Rows}");
            return isSound;
        }
        catch (EngineFault fault) when (fault.InnerException is null)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => found.Dispose();

    private void Compute(Rows given, RowsWriter result)
    {
        var rows = found.Value!;
        var taken = result.Only.Wholes;
        var years = given[FactorRows.Year];
        var tins = given[FactorRows.Tin];
        var npis = given[FactorRows.Npi];
        var words = given[FactorRows.Status];
        var scores = given[FactorRows.Score];
        var percents = given[FactorRows.Percent];
        for (var row = 0; row < given.Count; row++)
        {
            taken[row] = 1;
            if (StandingOf(words.TextOrEmpty(row)) is { } standing
                && CellText.TryYear(years.TextOrEmpty(row), out var year)
                && CellText.TryTin(tins.TextOrEmpty(row), out var tin)
                && CellText.TryNpi(npis.TextOrEmpty(row), out var npi)
                && TryNumber(scores.TextOrEmpty(row), FactorRows.ScoreScale, 0m, out var score)
                && TryNumber(percents.TextOrEmpty(row), FactorRows.PercentScale, -FactorRows.Most, out var percent))
            {
                rows.Add(new(year, (int)tin, npi, new(standing, score, percent)));
            }
            else
            {
                isSound = false;
            }
        }
    }

    private static RowStanding? StandingOf(ReadOnlySpan<byte> cell) => CellText.Trim(cell) switch
    {
        var word when word.SequenceEqual("scored"u8) => RowStanding.Scored,
        var word when word.SequenceEqual("neutral"u8) => RowStanding.Neutral,
        var word when word.SequenceEqual("excluded"u8) => RowStanding.Excluded,
        var word when word.SequenceEqual("qp"u8) => RowStanding.Qp,
        _ => null,
    };

    private static bool TryNumber(ReadOnlySpan<byte> cell, byte scale, decimal least, out decimal? number)
    {
        number = null;
        if (CellText.Trim(cell).IsEmpty)
        {
            return true;
        }

        if (!CellText.TryScaled(cell, scale, out var scaled))
        {
            return false;
        }

        var magnitude = (ulong)Math.Abs(scaled);
        number = new decimal(unchecked((int)magnitude), unchecked((int)(magnitude >> 32)), 0, scaled < 0, scale);
        return number >= least && number <= FactorRows.Most;
    }

    /// <summary>A row.</summary>
    /// <param name="Year">The payment year.</param>
    /// <param name="Tin">The TIN.</param>
    /// <param name="Npi">The NPI.</param>
    /// <param name="Said">What it says of them.</param>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Row(int Year, int Tin, long Npi, FactorSaid Said);
}
