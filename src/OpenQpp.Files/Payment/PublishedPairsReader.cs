using OpenQpp.Program;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Reads pairs of final score and published percent: CSV with the columns performance_year, final_score, total_percent.</summary>
public static class PublishedPairsReader
{
    private const int Year = 0;
    private const int Score = 1;
    private const int Percent = 2;
    private const decimal LastYear = 9999m;
    private const decimal MostPoints = 100m;

    private static readonly TableColumns Columns = new("pairs.csv", "pairs", "performance_year", "final_score", "total_percent");

    /// <summary>The pairs, each with its line.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static IReadOnlyList<PublishedPair> Read(byte[] bytes, ProblemList problems)
    {
        var pairs = new List<PublishedPair>();
        using var stream = new MemoryStream(bytes);
        new CsvTable(Columns, problems).Read(stream, row =>
        {
            var before = problems.Found.Count;
            foreach (var column in (ReadOnlySpan<int>)[Year, Score, Percent])
            {
                row.Required(column);
            }

            var (year, score, percent) = (row.Number(Year, LastYear), row.Number(Score, MostPoints), row.Number(Percent, -MostPoints, MostPoints));
            if (year is { } given && decimal.Truncate(given) != given)
            {
                row.Problem(ProblemCode.NOT_A_WHOLE_NUMBER, Year, "A performance year is a whole number. Correct it.");
            }

            if (problems.Found.Count == before)
            {
                pairs.Add(new((int)year!.Value, score!.Value, percent!.Value, row.Place));
            }

            return problems.Found.Count <= ProblemList.Most;
        });
        if (pairs.Count == 0 && problems.IsEmpty)
        {
            problems.Add(ProblemCode.MISSING_FIELD, "pairs.csv", "There is no pair. Give a header and a line for each published pair of final score and percent.");
        }

        return pairs;
    }
}
