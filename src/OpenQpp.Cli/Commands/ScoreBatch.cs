using OpenQpp.Files;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary>Scores many cases: one result a line with --json, a table otherwise. Cases keep their order.</summary>
internal static class ScoreBatch
{
    private const int AtOnce = 512;

    /// <summary>So many rows are shown; the summary counts all.</summary>
    private const int MostRows = 200;

    public static int Run(IEnumerable<NamedCase> cases, CaseScorer scorer, bool json, bool withExplanation)
    {
        var (refused, scored, screen) = (0, 0, new Screen());
        var (rows, summary) = (new List<string[]>(), new BatchSummary());
        using var stream = Console.OpenStandardOutput();
        foreach (var part in cases.Chunk(AtOnce))
        {
            var outcomes = new (CaseOutcome Outcome, byte[] Line)[part.Length];
            Parallel.For(0, part.Length, index => outcomes[index] = Score(part[index], scorer, json, withExplanation));
            for (var index = 0; index < part.Length; index++)
            {
                var (outcome, line) = outcomes[index];
                _ = outcome.Result is null ? refused++ : scored++;
                TellRefused(part[index].Name, outcome);
                stream.Write(line);
                if (!json && outcome.Result is { } result)
                {
                    summary.Add(result);
                }

                if (!json && rows.Count < MostRows)
                {
                    rows.Add(Row(part[index].Name, outcome));
                }
            }

            TellProgress(scored + refused);
        }

        if (scored + refused == 0)
        {
            throw new Refused(ProblemCode.NOT_READABLE, "$", "No case was found. A folder holds one case a file, named *.json; a list holds one case a line.");
        }

        if (!json)
        {
            screen.Table(["Case", ">Year", "Level", ">Score", "Band", ">Adjustment"], rows);
            if (scored + refused > rows.Count)
            {
                screen.Line($"and {scored + refused - rows.Count} more; --json gives them all");
            }

            summary.Show(screen);
            screen.Line($"{scored} scored, {refused} refused");
        }

        return refused == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static (CaseOutcome Outcome, byte[] Line) Score(NamedCase one, CaseScorer scorer, bool json, bool withExplanation)
    {
        var outcome = scorer.Score(one.Bytes.Span);
        if (!json)
        {
            return (outcome, []);
        }

        return (outcome, Output.JsonLine(writer =>
        {
            if (outcome.Result is { } result)
            {
                ResultJson.Write(writer, result, MadeBy.Of(result.Law, one.Bytes.Span), withExplanation, one.Name);
            }
            else
            {
                ProblemJson.WriteRefusal(writer, outcome.Problems, one.Name);
            }
        }));
    }

    private static void TellRefused(string name, CaseOutcome outcome)
    {
        foreach (var problem in outcome.Problems)
        {
            Console.Error.WriteLine($"{ShownText.Of(name)}: {Output.Line(problem)}");
        }
    }

    private static void TellProgress(int done)
    {
        if (!Console.IsErrorRedirected && done >= AtOnce)
        {
            Console.Error.Write($"\r{done} cases");
        }
    }

    private static string[] Row(string name, CaseOutcome outcome)
    {
        name = ShownText.Of(name);
        if (outcome.Result is not { } result)
        {
            return [name, "", "", "", $"refused: {outcome.Problems.Count} problems", ""];
        }

        return
        [
            name,
            ShownNumber.Of(result.Law.Year.Year),
            result.ParticipationOption.Word(),
            Sentence.Value(result.FinalScore),
            result.PaymentAdjustment is { } adjustment ? ResultJson.Word(adjustment.Band) : "",
            result.PaymentAdjustment?.TotalPercent is { } total ? $"{Sentence.Value(total)}{(total.HasNumber ? " %" : "")}" : "",
        ];
    }
}
