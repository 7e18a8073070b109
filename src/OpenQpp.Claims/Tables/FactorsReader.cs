using System.Globalization;
using System.Text;
using OpenQpp.DuckDb;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Claims;

/// <summary>Reads a file of factors: payment_year, tin, npi, status, final_score, total_percent, whatever else stands in it.</summary>
/// <param name="mode">Who pays.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class FactorsReader(PayerMode mode, ProblemList problems)
{
    private const int ScoreScale = 10;
    private const int PercentScale = 2;
    private const decimal HundredPercent = 100m;

    private static readonly string[] Names = ["payment_year", "tin", "npi", "status", "final_score", "total_percent"];

    private readonly SortedDictionary<int, FactorTable> tables = [];

    /// <summary>The factors by payment year; null where something is wrong.</summary>
    /// <param name="path">The file.</param>
    /// <param name="engine">Reads it.</param>
    public IReadOnlyDictionary<int, FactorTable>? Read(string path, IColumnEngine engine)
    {
        var before = problems.Found.Count;
        if (SourceTable.Open(path, Names, [], engine, problems) is { } source)
        {
            source.Read(engine, problems, Take);
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

    private void Take(CellsOfRow cells)
    {
        var year = cells.Whole(0);
        var (tin, npi) = (cells.Digits(1, ProblemCode.TIN_FORM, 9), cells.Digits(2, ProblemCode.NPI_FORM, 10));
        var standing = Standing(cells);
        var score = cells.Number(4, ScoreScale);
        var percent = cells.Number(5, PercentScale);
        if (percent is > HundredPercent or < -HundredPercent)
        {
            cells.Problem(ProblemCode.NUMBER_OUT_OF_RANGE, 5, "A payment adjustment lies between -100 and 100 percent. Correct it.");
        }

        if (year is null || tin is null || npi is null)
        {
            return;
        }

        if (!tables.TryGetValue(year.Value, out var table))
        {
            tables.Add(year.Value, table = new(mode));
        }

        var isVisible = standing is not null;
        if (!table.Add((int)tin, npi.Value, new(FactorTable.TinText((int)tin), standing, isVisible ? score : null, isVisible ? percent : null)))
        {
            cells.Problem(ProblemCode.DUPLICATE_ROW, 1, "The TIN/NPI has a row of the payment year already. Keep one.");
        }
    }

    /// <summary>What came of the performance year; null where the row may not be seen.</summary>
    private static RowStanding? Standing(CellsOfRow cells)
    {
        var word = cells.Text(3);
        if (word.SequenceEqual("notVisible"u8))
        {
            return null;
        }

        if (word.SequenceEqual("scored"u8))
        {
            return RowStanding.Scored;
        }

        if (word.SequenceEqual("neutral"u8))
        {
            return RowStanding.Neutral;
        }

        if (word.SequenceEqual("excluded"u8))
        {
            return RowStanding.Excluded;
        }

        if (word.SequenceEqual("qp"u8))
        {
            return RowStanding.Qp;
        }

        cells.Problem(
            word.IsEmpty ? ProblemCode.MISSING_FIELD : ProblemCode.UNKNOWN_WORD,
            3,
            string.Create(CultureInfo.InvariantCulture, $"'{ShownText.Of(Encoding.UTF8.GetString(word))}' is no status of a factor: scored, neutral, excluded, qp or notVisible."));
        return null;
    }
}
