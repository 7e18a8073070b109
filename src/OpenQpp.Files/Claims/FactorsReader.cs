using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>
/// Reads factors: CSV with payment_year, tin, npi, status, final_score, total_percent. Other columns are passed over, so that the
/// payment-adjustments.csv of a year's run is read as it is. Whoever reads them in another way reads each row by <see cref="RowOf"/>.
/// </summary>
public static class FactorsReader
{
    // Places of the columns, and how many decimals and how much their numbers may have.
    internal const int Year = 0;
    internal const int Tin = 1;
    internal const int Npi = 2;
    internal const int Status = 3;
    internal const int Score = 4;
    internal const int Percent = 5;
    internal const byte ScoreScale = 10;
    internal const byte PercentScale = 2;
    internal const decimal Most = 100m;
    private const string NotVisible = "notVisible";

    private static readonly string[] Words = ["scored", "neutral", "excluded", "qp", NotVisible];

    /// <summary>The columns; all must be there.</summary>
    internal static TableColumns Columns { get; } = new("factors.csv", "factors", "payment_year", "tin", "npi", "status", "final_score", "total_percent");

    /// <summary>The factors; rows with a problem are left out.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static FactorTable Read(Stream stream, ProblemList problems)
    {
        var (table, any) = (new FactorTable(), false);
        new CsvTable(Columns, problems) { HasOthers = true, Needed = Columns.Names.Count }.Read(stream, row =>
        {
            any = true;
            row.Trim();
            if (RowOf(row, problems) is var (year, npi, factor) && !table.Add(year, npi, factor))
            {
                Twice(row);
            }

            return problems.Found.Count <= ProblemList.Most;
        });
        if (!any && problems.IsEmpty)
        {
            None(Columns.File, problems);
        }

        return table;
    }

    /// <summary>What a row says; null where something is wrong with it. What one may not see of a row is not taken from it.</summary>
    /// <param name="row">The row, without spaces around its cells.</param>
    /// <param name="problems">Takes what is wrong.</param>
    internal static (int Year, string Npi, FactorRow Row)? RowOf(TableRow row, ProblemList problems)
    {
        var before = problems.Found.Count;
        var (year, tin, npi, word) = (row.Year(Year), row.Tin(Tin), row.Npi(Npi, allowSynthetic: true), row.Required(Status));
        if (word.Length > 0 && !Words.Contains(word, StringComparer.Ordinal))
        {
            row.Problem(ProblemCode.UNKNOWN_WORD, Status, $"'{ShownText.Of(word)}' is not one of the words that may stand here: {string.Join(", ", Words)}.");
        }

        var (score, percent) = (row.Scaled(Score, ScoreScale, 0m, Most), row.Scaled(Percent, PercentScale, -Most, Most));
        return problems.Found.Count != before ? null
            : word is NotVisible ? (year!.Value, npi, new(tin, null, null, null))
            : (year!.Value, npi, new(tin, StandingOf(word), score, percent));
    }

    /// <summary>Tells of a row whose TIN/NPI has one already.</summary>
    /// <param name="row">The row.</param>
    internal static void Twice(TableRow row) => row.Problem(ProblemCode.DUPLICATE_ROW, Tin, "The TIN/NPI has a row of the payment year already. Keep one.");

    /// <summary>Tells of a file without a row.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="problems">Takes the problem.</param>
    internal static void None(string file, ProblemList problems) => problems.Add(ProblemCode.MISSING_FIELD, file, "There is no factor. Give a header and a row for each TIN/NPI.");

    private static RowStanding StandingOf(string word) => word switch
    {
        "scored" => RowStanding.Scored,
        "neutral" => RowStanding.Neutral,
        "qp" => RowStanding.Qp,
        _ => RowStanding.Excluded,
    };
}
