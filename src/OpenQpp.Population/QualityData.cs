using System.Text.Json;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Population;

/// <summary>Quality of a unit: measures drawn once, whose rates follow the performance. Half of them do better than the mean by what the others do worse.</summary>
internal sealed class QualityData
{
    private const decimal Most = 10m;
    private const int SurveyCases = 2;

    private readonly List<Drawn> sent = [];
    private readonly List<Drawn> survey = [];
    private readonly List<Drawn> computed = [];
    private readonly decimal floor;
    private readonly string? cehrtId;

    /// <summary>Draws the measures.</summary>
    /// <param name="facts">The unit.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="pool">The measures of the year.</param>
    /// <param name="random">Draws.</param>
    public QualityData(UnitFacts facts, YearLaw law, MeasurePool pool, RandomStream random)
    {
        floor = law.Quality.MeasurePointsFloor.Number;
        if (facts.SendsQuality)
        {
            var method = facts.Method is { } known ? known : facts.IsEntity || !random.Chance(facts.SendsInteroperability && !facts.IsVirtualGroup ? 4000 : 0) ? SubmissionMethod.Registry : SubmissionMethod.ElectronicHealthRecord;
            foreach (var measure in facts.Program is Programs.App ? OfApp(law, pool, method) : Chosen(facts, law, pool, method, random))
            {
                Draw(sent, measure, random, facts);
            }

            cehrtId = sent.Exists(one => one.Measure.Method == SubmissionMethod.ElectronicHealthRecord) ? CehrtIds.Of(law, random) : null;
            if (facts.Program is Programs.App)
            {
                foreach (var measure in pool.Survey)
                {
                    Draw(survey, measure, random, facts);
                }
            }
        }

        foreach (var measure in facts.Group is null ? Claims(facts, law, pool) : [])
        {
            Draw(computed, measure, random, facts);
        }

        PopulationHealthMeasure = law.Catalogue.Pathways.TryGetValue(facts.Program, out var pathway) ? pathway.PopulationHealthMeasures is [var first, ..] ? first : null : null;
    }

    /// <summary>Whether CMS computes a measure.</summary>
    public bool HasComputed => computed.Count > 0;

    /// <summary>The population health measure of the pathway for which the unit is registered, or null.</summary>
    public string? PopulationHealthMeasure { get; }

    /// <summary>Writes the sets that are sent.</summary>
    public void WriteSent(Utf8JsonWriter json, Performance performance, BeginSet begin)
    {
        foreach (var set in sent.GroupBy(one => one.Measure.Method))
        {
            begin(json, "quality", set.Key, set.Key == SubmissionMethod.ElectronicHealthRecord ? cehrtId : null);
            foreach (var one in set)
            {
                WriteCounts(json, one, performance);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        if (survey.Count > 0)
        {
            begin(json, "quality", SubmissionMethod.CertifiedSurveyVendor, null);
            foreach (var one in survey)
            {
                WriteSurvey(json, one, performance);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    /// <summary>Writes what CMS computes from claims.</summary>
    public void WriteComputed(Utf8JsonWriter json, Performance performance, BeginSet begin)
    {
        if (computed.Count == 0)
        {
            return;
        }

        begin(json, "quality", SubmissionMethod.AdministrativeClaims, null);
        foreach (var one in computed)
        {
            json.WriteStartObject();
            json.WriteString("measureId", one.Measure.Id);
            json.WriteStartObject("value");
            json.WriteNumber("performanceRate", decimal.Round(one.Measure.Ladder.RateFor(Points(one, performance)), 4));
            json.WriteNumber("caseCount", one.Cases);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<PooledMeasure> OfApp(YearLaw law, MeasurePool pool, SubmissionMethod method) =>
        law.Catalogue.AppMeasures(Programs.App).Where(measure => !measure.IsComputed).Select(measure => pool.Named(measure.Id, method)).OfType<PooledMeasure>();

    private static List<PooledMeasure> Chosen(UnitFacts facts, YearLaw law, MeasurePool pool, SubmissionMethod method, RandomStream random)
    {
        var isPathway = law.Catalogue.Pathways.ContainsKey(facts.Program);
        var wanted = (int)(isPathway ? law.Quality.MvpRequiredMeasures! : law.Quality.RequiredMeasures).Number;
        var measures = pool.Sent(facts.Program, method);
        PooledMeasure[] outcomes = [.. measures.Where(measure => measure.IsOutcome)];
        outcomes = outcomes.Length > 0 || !isPathway ? outcomes : [.. measures.Where(measure => measure.IsHighPriority)];
        PooledMeasure[] others = [.. measures.Where(measure => !measure.IsOutcome)];
        if (!isPathway && (measures.Count < wanted || outcomes.Length == 0))
        {
            return Chosen(facts, law, pool, SubmissionMethod.Registry, random);
        }

        var outcome = random.Of(outcomes);
        var chosen = random.Some(!isPathway && others.Length >= wanted - 1 ? others : [.. measures.Where(measure => measure != outcome)], wanted - 1);
        chosen.Add(outcome);
        return chosen;
    }

    private static IEnumerable<PooledMeasure> Claims(UnitFacts facts, YearLaw law, MeasurePool pool)
    {
        foreach (var measure in law.Catalogue.AdministrativeClaims.Values.OrderBy(measure => measure.Id, StringComparer.Ordinal))
        {
            var isForIt = !facts.IsIndividual && measure is { Groups: true, Individuals: false } && facts.Clinicians >= measure.Clinicians.Number && !facts.IsFacilityBased;
            if (isForIt && facts.SendsQuality && measure.Clinicians.Number > 1m && pool.Named(measure.Id, SubmissionMethod.AdministrativeClaims) is { } pooled)
            {
                yield return pooled;
            }
        }
    }

    private static void Draw(List<Drawn> list, PooledMeasure measure, RandomStream random, UnitFacts facts)
    {
        var apart = (list.Count % 2 == 0 ? 1 : -1) * random.Below(15) / 10m;
        list.Add(new(measure, random.Between(120, facts.IsIndividual ? 400 : 900) + Math.Min(facts.Clinicians * 15, 3000), apart));
    }

    private decimal Points(Drawn one, Performance performance)
    {
        var least = Math.Max(floor, one.Measure.Ladder.Least);
        var mean = least + ((Most - least) * performance.Measures);
        return Math.Clamp(mean + (one.Apart * 2m * Math.Min(performance.Measures, 1m - performance.Measures)), least, Most);
    }

    private void WriteCounts(Utf8JsonWriter json, Drawn one, Performance performance)
    {
        var met = one.Measure.Ladder.MetFor(Points(one, performance), one.Cases);
        json.WriteStartObject();
        json.WriteString("measureId", one.Measure.Id);
        json.WriteStartObject("value");
        json.WriteBoolean("isEndToEndReported", one.Measure.Method == SubmissionMethod.ElectronicHealthRecord);
        json.WriteNumber("eligiblePopulation", one.Cases);
        json.WriteNumber("performanceMet", met);
        json.WriteNumber("performanceNotMet", one.Cases - met);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteSurvey(Utf8JsonWriter json, Drawn one, Performance performance)
    {
        json.WriteStartObject();
        json.WriteString("measureId", one.Measure.Id);
        json.WriteStartObject("value");
        json.WriteNumber("score", decimal.Round(one.Measure.Ladder.RateFor(Points(one, performance)), SurveyCases));
        json.WriteNumber("reliability", 0.85m);
        json.WriteBoolean("mask", false);
        json.WriteBoolean("isBelowMinimum", false);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private sealed record Drawn(PooledMeasure Measure, int Cases, decimal Apart);
}
