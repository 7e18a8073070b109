using System.Text.Json;
using OpenQpp.Law;

namespace OpenQpp.Population;

/// <summary>The profile of a unit: what is registered, what CMS computes or decides, what follows from eligibility.</summary>
internal sealed class ProfileData(UnitFacts facts, YearLaw law, QualityData quality)
{
    private const decimal MostBonus = 10m;
    private const decimal Hundred = 100m;

    /// <summary>Whether CMS computes or decides anything.</summary>
    public bool HasComputed => facts.Reweighted.Count > 0 || facts.IsFacilityBased || facts.HasOtherModel || law.FinalScore.ComplexPatientBonusMethod != ComplexPatientBonusMethod.None;

    /// <summary>Writes the profile.</summary>
    public void Write(Utf8JsonWriter json, CaseParts parts, Performance performance)
    {
        json.WriteStartObject("profile");
        if (parts.HasFlag(CaseParts.Submitted) && law.Catalogue.Pathways.ContainsKey(facts.Program))
        {
            json.WriteStartObject("registeredMvp");
            json.WriteString("mvpId", facts.Program);
            if (quality.PopulationHealthMeasure is { } measure)
            {
                json.WriteString("populationHealthMeasureId", measure);
            }

            json.WriteEndObject();
        }

        if (parts.HasFlag(CaseParts.Derived))
        {
            WriteDerived(json);
        }

        if (parts.HasFlag(CaseParts.Computed))
        {
            WriteComputed(json, parts, performance);
        }

        WriteEntity(json, parts, performance);
        json.WriteEndObject();
    }

    private void WriteDerived(Utf8JsonWriter json)
    {
        json.WriteStartArray("specialStatuses");
        foreach (var status in facts.Statuses)
        {
            json.WriteStringValue(status);
        }

        json.WriteEndArray();
        if (facts.Types.Count > 0)
        {
            json.WriteStartArray("clinicianTypes");
            foreach (var type in facts.Types)
            {
                json.WriteStringValue(type);
            }

            json.WriteEndArray();
        }

        if (!facts.IsIndividual)
        {
            json.WriteNumber("eligibleClinicians", facts.Clinicians);
        }

        json.WriteBoolean("apmParticipation", facts.HasApm || facts.IsEntity);
        if (facts.Group is var (group, ofGroup))
        {
            json.WriteStartObject("affiliatedGroup");
            json.WriteStartArray("measurementSets");
            group.WriteComputedSets(json, ofGroup);
            json.WriteEndArray();
            group.WriteRisk(json, ofGroup);
            json.WriteEndObject();
        }

        if (facts.IsUnderAutomaticPolicy)
        {
            json.WriteBoolean("automaticExtremeCircumstances", true);
        }
    }

    private void WriteComputed(Utf8JsonWriter json, CaseParts parts, Performance performance)
    {
        if (facts.Reweighted.Count > 0)
        {
            json.WriteStartArray("reweighted");
            foreach (var (category, reason) in facts.Reweighted)
            {
                json.WriteStartObject();
                json.WriteString("category", category);
                json.WriteString("reason", reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        WriteRisk(json, parts.HasFlag(CaseParts.Derived), performance);
        if (facts.IsFacilityBased)
        {
            var percentile = decimal.Round(performance.Measures * (Hundred - 1m));
            json.WriteStartObject("facility");
            json.WriteString("name", "Hospital of the made-up county");
            json.WriteNumber("hvbpScore", ReferenceFigures.HvbpScoreAt(percentile));
            json.WriteNumber("percentile", percentile);
            json.WriteNumber("qualityPercentAtPercentile", ReferenceFigures.QualityAt(percentile));
            json.WriteNumber("costPercentAtPercentile", ReferenceFigures.CostAt(percentile));
            json.WriteEndObject();
        }
    }

    /// <summary>Writes the risk indicators, in years that have a bonus for them.</summary>
    /// <param name="json">Takes them.</param>
    /// <param name="withReference">Whether the figures of the nation go with them.</param>
    /// <param name="performance">The performance.</param>
    public void WriteRisk(Utf8JsonWriter json, bool withReference, Performance performance)
    {
        if (law.FinalScore.ComplexPatientBonusMethod == ComplexPatientBonusMethod.None)
        {
            return;
        }

        var (hcc, dual) = Indicators(performance.Risk);
        json.WriteStartObject("complexPatient");
        json.WriteNumber("averageHccRiskScore", hcc);
        json.WriteNumber("dualEligibleRatio", dual);
        if (withReference)
        {
            ReferenceFigures.WriteComplexPatient(json, "reference");
        }

        json.WriteEndObject();
    }

    private void WriteEntity(Utf8JsonWriter json, CaseParts parts, Performance performance)
    {
        if (!facts.IsEntity || parts == CaseParts.Submitted)
        {
            return;
        }

        json.WriteStartObject("apmEntity");
        if (parts.HasFlag(CaseParts.Computed) && facts.HasOtherModel)
        {
            json.WriteNumber("qualityPercent", decimal.Round(performance.Measures * Hundred, 2));
        }

        if (parts.HasFlag(CaseParts.Derived))
        {
            json.WriteString("model", facts.HasOtherModel ? "other" : "sharedSavingsProgram");
            json.WriteStartArray("piParticipants");
            foreach (var (tin, clinicians, points, excepted) in facts.Participants ?? [])
            {
                json.WriteStartObject();
                json.WriteString("tin", tin);
                json.WriteNumber("clinicians", clinicians);
                json.WriteNull("individualPoints");
                json.WriteNumber("groupPoints", points);
                json.WriteBoolean("excepted", excepted);
                json.WriteBoolean("optionalPublicHealth", false);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Risk indicators that earn a bonus of about risk x 10: from 2022 on the medical component alone, before that both together.</summary>
    private (decimal Hcc, decimal Dual) Indicators(decimal risk)
    {
        var reference = ReferenceFigures.Hcc;
        if (law.FinalScore.ComplexPatientBonusMethod == ComplexPatientBonusMethod.HccPlusDual)
        {
            return (decimal.Round(0.7m + (risk * 2.3m), 2), decimal.Round(0.05m + (risk * 0.45m), 2));
        }

        if (risk == 0m)
        {
            return (reference.Median - 0.2m, ReferenceFigures.Dual.Median - 0.08m);
        }

        var bonus = risk * MostBonus;
        var hcc = reference.Mean + (reference.Deviation * (bonus - law.FinalScore.ComplexPatientComponentBase!.Number) / law.FinalScore.ComplexPatientComponentSlope!.Number);
        return (Math.Max(decimal.Round(hcc, 2), reference.Median), ReferenceFigures.Dual.Median - 0.05m);
    }
}
