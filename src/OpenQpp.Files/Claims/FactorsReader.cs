using OpenQpp.Program;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>
/// Reads factors: CSV with payment_year, tin, npi, status, final_score, total_percent. Other columns are passed over, so that the
/// payment-adjustments.csv of a year's run is read as it is.
/// </summary>
public static class FactorsReader
{
    private const int Year = 0;
    private const int Tin = 1;
    private const int Npi = 2;
    private const int Status = 3;
    private const int Score = 4;
    private const int Percent = 5;
    private const decimal FirstYear = 2017m;
    private const decimal LastYear = 2100m;
    private const decimal Most = 100m;
    private const string NotVisible = "notVisible";

    private static readonly TableColumns Columns = new("factors.csv", "factors", "payment_year", "tin", "npi", "status", "final_score", "total_percent");
    private static readonly string[] Words = ["scored", "neutral", "excluded", "qp", NotVisible];

    /// <summary>The factors; rows with a problem are left out.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static FactorTable Read(Stream stream, ProblemList problems)
    {
        var table = new FactorTable();
        var any = false;
        new CsvTable(Columns, problems) { HasOthers = true }.Read(stream, row =>
        {
            any = true;
            var before = problems.Found.Count;
            row.Required(Year);
            var (year, tin, npi, word) = (row.Number(Year, FirstYear, LastYear), row.Tin(Tin), row.Npi(Npi, allowSynthetic: true), row.Required(Status));
            if (word.Length > 0 && !Words.Contains(word, StringComparer.Ordinal))
            {
                row.Problem(ProblemCode.UNKNOWN_WORD, Status, $"'{ShownText.Of(word)}' is not one of the words that may stand here: {string.Join(", ", Words)}.");
            }

            var (score, percent) = (row.Number(Score, Most), row.Number(Percent, -Most, Most));
            if (problems.Found.Count == before && !table.Add((int)year!.Value, npi, new(tin, StandingOf(word), score, percent)))
            {
                problems.Add(ProblemCode.DUPLICATE_ROW, row.Place, "The TIN/NPI has a row of this payment year already. Keep one.");
            }

            return problems.Found.Count <= ProblemList.Most;
        });
        if (!any && problems.IsEmpty)
        {
            problems.Add(ProblemCode.MISSING_FIELD, Columns.File, "There is no factor. Give a header and a row for each TIN/NPI.");
        }

        return table;
    }

    private static RowStanding? StandingOf(string word) => word switch
    {
        "scored" => RowStanding.Scored,
        "neutral" => RowStanding.Neutral,
        "qp" => RowStanding.Qp,
        NotVisible => null,
        _ => RowStanding.Excluded,
    };
}
