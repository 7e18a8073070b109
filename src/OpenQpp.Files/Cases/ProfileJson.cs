using System.Text.Json;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Writes the profile of a case. What is not known is left out.</summary>
internal static class ProfileJson
{
    public static void Write(Utf8JsonWriter json, Profile profile)
    {
        json.WriteStartObject();
        WriteTypes(json, profile.ClinicianTypes);
        CaseJson.Number(json, "eligibleClinicians", profile.EligibleClinicians);
        WriteStatuses(json, profile.SpecialStatuses);
        CaseJson.Flag(json, "apmParticipation", profile.ApmParticipation);
        WriteReweighted(json, profile.Reweighted);
        CaseJson.Flag(json, "automaticExtremeCircumstances", profile.AutomaticExtremeCircumstances);
        WriteComplexPatient(json, profile.ComplexPatient);
        WritePriorYear(json, profile.PriorYear);
        CaseJson.Flag(json, "qualityFullParticipation", profile.QualityFullParticipation);
        if (profile.Cahps is { } cahps)
        {
            json.WriteStartObject("cahps");
            CaseJson.Flag(json, "registered", cahps.Registered);
            CaseJson.Flag(json, "samplingMinimumMet", cahps.SamplingMinimumMet);
            json.WriteEndObject();
        }

        CaseJson.Text(json, "cehrtEdition", profile.CehrtEdition);
        WriteActivities(json, profile.ActivityParticipation);
        WriteFacility(json, profile.Facility);
        if (profile.RegisteredMvp is { } mvp)
        {
            json.WriteStartObject("registeredMvp");
            json.WriteString("mvpId", mvp.MvpId);
            CaseJson.Text(json, "populationHealthMeasureId", mvp.PopulationHealthMeasureId);
            CaseJson.Text(json, "outcomeAdministrativeClaimsMeasureId", mvp.OutcomeAdministrativeClaimsMeasureId);
            json.WriteEndObject();
        }

        if (profile.AffiliatedGroup is { } group)
        {
            json.WriteStartObject("affiliatedGroup");
            CaseJson.WriteSets(json, group.MeasurementSets);
            WriteReweighted(json, group.Reweighted);
            WriteComplexPatient(json, group.ComplexPatient);
            json.WriteEndObject();
        }

        WriteApmEntity(json, profile.ApmEntity);
        json.WriteEndObject();
    }

    private static void WriteTypes(Utf8JsonWriter json, string[]? types)
    {
        if (types is null)
        {
            return;
        }

        json.WriteStartArray("clinicianTypes");
        foreach (var type in types)
        {
            json.WriteStringValue(type);
        }

        json.WriteEndArray();
    }

    private static void WriteStatuses(Utf8JsonWriter json, SpecialStatus? statuses)
    {
        if (statuses is not { } known)
        {
            return;
        }

        json.WriteStartArray("specialStatuses");
        foreach (var (word, status) in SpecialStatuses.All)
        {
            if (known.Has(status))
            {
                json.WriteStringValue(word);
            }
        }

        json.WriteEndArray();
    }

    private static void WriteReweighted(Utf8JsonWriter json, ReweightedCategory[]? reweighted)
    {
        if (reweighted is null)
        {
            return;
        }

        json.WriteStartArray("reweighted");
        foreach (var (category, reason) in reweighted)
        {
            json.WriteStartObject();
            json.WriteString("category", category.Word());
            json.WriteString("reason", reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteComplexPatient(Utf8JsonWriter json, ComplexPatient? patients)
    {
        if (patients is null)
        {
            return;
        }

        json.WriteStartObject("complexPatient");
        CaseJson.Number(json, "averageHccRiskScore", patients.AverageHccRiskScore);
        CaseJson.Number(json, "dualEligibleRatio", patients.DualEligibleRatio);
        if (patients.Reference is { } reference)
        {
            json.WriteStartObject("reference");
            WriteIndicator(json, "hcc", reference.Hcc);
            WriteIndicator(json, "dual", reference.Dual);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteIndicator(Utf8JsonWriter json, string name, IndicatorReference? indicator)
    {
        if (indicator is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("median", indicator.Median);
        json.WriteNumber("mean", indicator.Mean);
        json.WriteNumber("standardDeviation", indicator.StandardDeviation);
        json.WriteEndObject();
    }

    private static void WritePriorYear(Utf8JsonWriter json, PriorYear? prior)
    {
        if (prior is null)
        {
            return;
        }

        json.WriteStartObject("priorYear");
        CaseJson.Number(json, "qualityAchievementPercent", prior.QualityAchievementPercent);
        CaseJson.Number(json, "costPercent", prior.CostPercent);
        CaseJson.Flag(json, "facilityBased", prior.FacilityBased);
        CaseJson.Flag(json, "sameIdentifier", prior.SameIdentifier);
        CaseJson.Number(json, "qualityCategoryPercent", prior.QualityCategoryPercent);
        CaseJson.Number(json, "costCategoryPercent", prior.CostCategoryPercent);
        json.WriteEndObject();
    }

    private static void WriteActivities(Utf8JsonWriter json, ActivityParticipation[]? activities)
    {
        if (activities is null)
        {
            return;
        }

        json.WriteStartObject("activityParticipation");
        foreach (var (id, participating, billing) in activities)
        {
            json.WriteStartObject(id);
            json.WriteNumber("participating", participating);
            json.WriteNumber("billing", billing);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteFacility(Utf8JsonWriter json, Facility? facility)
    {
        if (facility is null)
        {
            return;
        }

        json.WriteStartObject("facility");
        CaseJson.Text(json, "name", facility.Name);
        CaseJson.Number(json, "hvbpScore", facility.HvbpScore);
        CaseJson.Number(json, "percentile", facility.Percentile);
        CaseJson.Number(json, "qualityPercentAtPercentile", facility.QualityPercentAtPercentile);
        CaseJson.Number(json, "costPercentAtPercentile", facility.CostPercentAtPercentile);
        json.WriteEndObject();
    }

    private static void WriteApmEntity(Utf8JsonWriter json, ApmEntityFacts? entity)
    {
        if (entity is null)
        {
            return;
        }

        json.WriteStartObject("apmEntity");
        CaseJson.Text(json, "model", entity.Model);
        CaseJson.Number(json, "qualityPercent", entity.QualityPercent);
        if (entity.PiParticipants is { } participants)
        {
            json.WriteStartArray("piParticipants");
            foreach (var participant in participants)
            {
                json.WriteStartObject();
                json.WriteString("tin", participant.Tin);
                json.WriteNumber("clinicians", participant.Clinicians);
                CaseJson.Number(json, "individualPoints", participant.IndividualPoints);
                CaseJson.Number(json, "groupPoints", participant.GroupPoints);
                json.WriteBoolean("excepted", participant.Excepted);
                json.WriteBoolean("optionalPublicHealth", participant.OptionalPublicHealth);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
