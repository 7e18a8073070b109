using System.Text.Json;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Population;

/// <summary>Cost of a unit, computed by CMS: the broad measures and some episodes, whose amounts follow the performance.</summary>
internal sealed class CostData
{
    private const decimal Most = 10m;
    private const int Cents = 2;
    private const int Broad = 2;
    private const int MostEpisodes = 3;

    private readonly List<(CostMeasure Measure, Ladder Ladder, int Cases, decimal Apart)> drawn = [];

    /// <summary>Draws the measures.</summary>
    /// <param name="facts">The unit.</param>
    /// <param name="pool">The measures of the year.</param>
    /// <param name="random">Draws.</param>
    public CostData(UnitFacts facts, MeasurePool pool, RandomStream random)
    {
        if (!facts.HasCost)
        {
            return;
        }

        var broad = pool.Cost.Take(Broad);
        var episodes = random.Some([.. pool.Cost.Skip(Broad)], random.Between(0, MostEpisodes));
        foreach (var (measure, ladder) in broad.Concat(episodes))
        {
            var apart = (drawn.Count % 2 == 0 ? 1 : -1) * random.Below(20) / 10m;
            drawn.Add((measure, ladder, (int)measure.CaseMinimum.Number + random.Below(20 + (facts.Clinicians * 10)), apart));
        }
    }

    /// <summary>Writes the set.</summary>
    public void Write(Utf8JsonWriter json, Performance performance, BeginSet begin)
    {
        if (drawn.Count == 0)
        {
            return;
        }

        begin(json, "cost", SubmissionMethod.AdministrativeClaims, null);
        foreach (var (measure, ladder, cases, apart) in drawn)
        {
            var mean = ladder.Least + ((Most - ladder.Least) * performance.Measures);
            var points = Math.Clamp(mean + (apart * 2m * Math.Min(performance.Measures, 1m - performance.Measures)), ladder.Least, Most);
            json.WriteStartObject();
            json.WriteString("measureId", measure.Id);
            json.WriteStartObject("value");
            json.WriteNumber("score", decimal.Round(ladder.RateFor(points), Cents, points < Most ? MidpointRounding.AwayFromZero : MidpointRounding.ToZero));
            json.WriteNumber("caseCount", cases);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
