using OpenQpp.Vocabulary;

namespace OpenQpp.YearRun;

/// <summary>problems.csv: every row and participant that was rejected, and what else is worth knowing, by file and line.</summary>
internal static class ProblemsCsv
{
    /// <summary>Writes the problems.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="problems">The problems, in order.</param>
    /// <param name="input">The input: rows of Parquet have no header above them.</param>
    public static void Write(Stream to, IEnumerable<RunProblem> problems, InputFolder input)
    {
        var csv = new Csv(to);
        csv.Row("consequence", "code", "file", "line", "path", "entity_type", "tin", "npi", "entity_id", "rows", "message");
        foreach (var problem in problems)
        {
            var unit = problem.Unit;
            var isIndividual = unit?.Level == ParticipationOption.Individual;
            csv.Row(
                problem.Consequence == Consequence.Rejected ? "rejected" : "note",
                problem.Code.ToString(),
                input.NameOf(problem.File),
                problem.Line > 0 ? Csv.Whole(input.IsParquet(problem.File) ? problem.Line - 1 : problem.Line) : "",
                problem.Path,
                unit is { } known ? UnitScoring.Word(known.Level) : "",
                unit?.Tin ?? "",
                isIndividual ? unit?.Id ?? "" : "",
                isIndividual ? "" : unit?.Id ?? "",
                Csv.Whole(problem.Rows),
                problem.Message);
        }
    }
}
