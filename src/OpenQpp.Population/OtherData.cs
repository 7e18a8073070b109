using System.Text.Json;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Population;

/// <summary>Improvement activities and Promoting Interoperability of a unit.</summary>
internal sealed class OtherData
{
    private const int FullActivities = 2;

    private readonly UnitFacts facts;
    private readonly YearLaw law;
    private readonly List<ImprovementActivity> activities;
    private readonly Dictionary<string, int> denominators = new(StringComparer.Ordinal);
    private readonly string? cehrtId;

    /// <summary>Draws activities and counts.</summary>
    /// <param name="facts">The unit.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="pool">The measures of the year.</param>
    /// <param name="random">Draws.</param>
    public OtherData(UnitFacts facts, YearLaw law, MeasurePool pool, RandomStream random)
    {
        (this.facts, this.law) = (facts, law);
        activities = facts.SendsActivities ? random.Some(pool.Activities(facts.Program), Needed()) : [];
        if (facts.SendsInteroperability)
        {
            cehrtId = CehrtIds.Of(law, random);
            foreach (var measure in law.Catalogue.Interoperability.All.Where(measure => measure.IsProportion))
            {
                denominators.Add(measure.Id, random.Between(80, 400) + Math.Min(facts.Clinicians * 20, 5000));
            }
        }
    }

    /// <summary>Writes the sets.</summary>
    public void Write(Utf8JsonWriter json, Performance performance, BeginSet begin)
    {
        var count = performance.Activities >= FullActivities ? activities.Count : (activities.Count + 1) / 2 * performance.Activities;
        if (count > 0)
        {
            begin(json, "ia", SubmissionMethod.Registry, null);
            foreach (var activity in activities.Take(count))
            {
                WriteAnswer(json, activity.Id);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        if (facts.SendsInteroperability && performance.Interoperability is { } level)
        {
            begin(json, PerformanceCategory.PromotingInteroperability.Word(), SubmissionMethod.Registry, cehrtId);
            foreach (var measure in Answered())
            {
                WriteMeasure(json, measure, level);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    /// <summary>Activities for full credit without that of an APM.</summary>
    private int Needed()
    {
        var points = law.ImprovementActivities;
        var isSpecial = facts.Statuses.Any(status => status is "smallPractice" or "ruralPractice" or "hpsa" or "nonPatientFacing") || law.Catalogue.Pathways.ContainsKey(facts.Program);
        var each = points.Method == ActivitiesMethod.Unweighted
            ? (isSpecial ? points.UnweightedPointsSpecialStatus! : points.UnweightedPoints!).Number
            : points.MediumPoints!.Number * (isSpecial ? points.SpecialStatusMultiplier!.Number : 1m);
        var missing = facts.HasApm ? points.MaximumPoints.Number * (100m - points.ApmCredit.Number) / 100m : points.MaximumPoints.Number;
        return (int)decimal.Ceiling(missing / each);
    }

    /// <summary>The answers that a full report has.</summary>
    private IEnumerable<InteroperabilityMeasure> Answered()
    {
        var (catalogue, registries) = (law.Catalogue.Interoperability, 0);
        foreach (var measure in catalogue.All)
        {
            var isAnswered = measure.Set is not InteroperabilitySet.Transition && measure.Role switch
            {
                InteroperabilityRole.Attestation or InteroperabilityRole.SecurityRiskAnalysis or InteroperabilityRole.SaferGuides or InteroperabilityRole.EPrescribing
                    or InteroperabilityRole.Pdmp or InteroperabilityRole.Sending or InteroperabilityRole.Receiving or InteroperabilityRole.PatientAccess
                    or InteroperabilityRole.Base or InteroperabilityRole.Performance or InteroperabilityRole.Immunization => true,
                InteroperabilityRole.PublicHealth => law.PromotingInteroperability.PublicHealth == PublicHealthMethod.ImmunizationAndCaseReporting || ++registries <= 2,
                _ => false,
            };
            if (isAnswered)
            {
                yield return measure;
                if (measure.InProduction is { } production)
                {
                    yield return production;
                }
            }
        }
    }

    private void WriteMeasure(Utf8JsonWriter json, InteroperabilityMeasure measure, decimal level)
    {
        if (!measure.IsProportion)
        {
            WriteAnswer(json, measure.Id);
            return;
        }

        var denominator = denominators[measure.Id];
        json.WriteStartObject();
        json.WriteString("measureId", measure.Id);
        json.WriteStartObject("value");
        json.WriteNumber("numerator", Math.Max(1, (int)decimal.Round(denominator * level)));
        json.WriteNumber("denominator", denominator);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteAnswer(Utf8JsonWriter json, string id)
    {
        json.WriteStartObject();
        json.WriteString("measureId", id);
        json.WriteBoolean("value", true);
        json.WriteEndObject();
    }
}
