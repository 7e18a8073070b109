using System.Buffers;
using System.Text.Json;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Program;

namespace OpenQpp.Population;

/// <summary>
/// Finds how well a unit must do to reach a wanted final score. The program itself scores the case: from a worse or better
/// standing in activities, Promoting Interoperability and risk the wanted score is reached through quality and cost.
/// </summary>
/// <param name="scorer">Scores a case.</param>
internal sealed class ScoreSolver(CaseScorer scorer)
{
    private const decimal CloseEnough = 0.2m;
    private const int MostSteps = 7;
    private const decimal Highest = 100m;

    private static readonly Performance[] WithInteroperability =
    [
        new(0m, null, 0, 0m), new(0m, null, 1, 0m), new(0m, 0.3m, 1, 0m), new(0m, 0.6m, 2, 0m), new(0m, 0.85m, 2, 0.05m), new(0m, 1m, 2, 0.25m), new(0m, 1m, 2, 0.5m), new(0m, 1m, 2, 1m),
    ];

    private static readonly Performance[] WithoutInteroperability =
        [new(0m, null, 0, 0m), new(0m, null, 1, 0m), new(0m, null, 2, 0m), new(0m, null, 2, 0.2m), new(0m, null, 2, 0.5m), new(0m, null, 2, 1m)];

    /// <summary>Scores from which a unit usually stands so well.</summary>
    private static readonly decimal[] UsualWithInteroperability = [0m, 25m, 45m, 60m, 74m, 90m, 97m, 99m];
    private static readonly decimal[] UsualWithoutInteroperability = [0m, 30m, 50m, 90m, 97m, 99m];

    private readonly ArrayBufferWriter<byte> buffer = new(1 << 14);

    /// <summary>The performance that comes closest to a wanted score, and what it scores.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="wanted">The wanted score, points.</param>
    public (Performance Performance, ScoredCase Result) Solve(UnitCase unit, decimal wanted)
    {
        var (standings, least) = StandingsOf(unit);
        var usual = unit.Facts.SendsInteroperability ? UsualWithInteroperability : UsualWithoutInteroperability;
        var place = Math.Max(least, Array.FindLastIndex(usual, score => wanted >= score));
        var (low, high) = Range(unit, standings[place]);
        while (wanted < low && place > least)
        {
            (low, high) = Range(unit, standings[--place]);
        }

        while (wanted > high && place < standings.Length - 1)
        {
            (low, high) = Range(unit, standings[++place]);
        }

        return Between(unit, standings[place], wanted, low, high);
    }

    /// <summary>The lowest and the highest score that a unit can reach.</summary>
    /// <param name="unit">The unit.</param>
    public (decimal Least, decimal Most) Reach(UnitCase unit)
    {
        var (standings, least) = StandingsOf(unit);
        return (PointsOf(Score(unit, standings[least])), PointsOf(Score(unit, standings[^1] with { Measures = 1m })));
    }

    /// <summary>What a case scores.</summary>
    public ScoredCase Score(UnitCase unit, Performance performance)
    {
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer))
        {
            unit.Write(json, CaseParts.All, performance);
        }

        var outcome = scorer.Score(buffer.WrittenSpan);
        return outcome.Result ?? throw new LawDataException($"A generated case is refused: {string.Join("; ", outcome.Problems.Select(problem => $"{problem.Code} {problem.Path} {problem.Message}"))}");
    }

    /// <summary>The standings of a unit, and the first of them in which it takes part; an APM Entity always has points in Promoting Interoperability.</summary>
    private static (Performance[] Standings, int Least) StandingsOf(UnitCase unit) => unit.Facts switch
    {
        { SendsInteroperability: true, IsEntity: true } => (WithInteroperability, 2),
        { SendsInteroperability: true } => (WithInteroperability, unit.Facts.SendsQuality ? 0 : 1),
        _ => (WithoutInteroperability, unit.Facts.SendsQuality || unit.Facts.IsEntity ? 0 : 1),
    };

    private (decimal Low, decimal High) Range(UnitCase unit, Performance standing) =>
        (PointsOf(Score(unit, standing with { Measures = 0m })), PointsOf(Score(unit, standing with { Measures = 1m })));

    /// <summary>Quality and cost are nearly even in the performance, so a straight line comes close at once; where the score is cut at its highest, halves do.</summary>
    private (Performance, ScoredCase) Between(UnitCase unit, Performance standing, decimal wanted, decimal low, decimal high)
    {
        var (from, to) = (0m, 1m);
        var taken = standing;
        var result = default(ScoredCase);
        for (var step = 0; step < MostSteps && (result is null || Math.Abs(PointsOf(result) - wanted) > CloseEnough); step++)
        {
            var part = high <= low ? 0m : high >= Highest && wanted < Highest ? 0.5m : Math.Clamp((wanted - low) / (high - low), 0m, 1m);
            taken = standing with { Measures = decimal.Round(from + ((to - from) * part), 6) };
            result = Score(unit, taken);
            if (PointsOf(result) < wanted)
            {
                (from, low) = (taken.Measures, PointsOf(result));
            }
            else
            {
                (to, high) = (taken.Measures, PointsOf(result));
            }
        }

        return (taken, result!);
    }

    private static decimal PointsOf(ScoredCase result) => result.FinalScore.NumberOrZero;
}
