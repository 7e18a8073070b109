namespace OpenQpp.YearRun;

/// <summary>Counts problems by consequence and code while they pass.</summary>
internal sealed class ProblemCounts
{
    private readonly SortedDictionary<(Consequence Consequence, string Code), (long Problems, long Rows)> counts = [];

    /// <summary>Problems and the rows or results that they touch, by consequence and code.</summary>
    public IReadOnlyDictionary<(Consequence Consequence, string Code), (long Problems, long Rows)> All => counts;

    /// <summary>The problems, counted as they pass.</summary>
    /// <param name="problems">The problems.</param>
    public IEnumerable<RunProblem> Of(IEnumerable<RunProblem> problems)
    {
        foreach (var problem in problems)
        {
            var key = (problem.Consequence, problem.Code.ToString());
            var (number, rows) = counts.GetValueOrDefault(key);
            counts[key] = (number + 1, rows + problem.Rows);
            yield return problem;
        }
    }
}
