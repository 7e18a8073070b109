using System.Globalization;
using System.Text.Json;
using OpenQpp.Vocabulary;

namespace OpenQpp.Files;

/// <summary>Writes a case as the JSON that <see cref="CaseReader"/> reads: reading it again gives the same case.</summary>
public static class CaseJson
{
    /// <summary>A case as a document of its own.</summary>
    /// <param name="submission">The case.</param>
    public static byte[] Document(Submission submission)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true }))
        {
            Write(json, submission);
        }

        return buffer.ToArray();
    }

    /// <summary>Writes a case.</summary>
    /// <param name="json">The writer, where a value may stand.</param>
    /// <param name="submission">The case.</param>
    public static void Write(Utf8JsonWriter json, Submission submission)
    {
        json.WriteStartObject();
        json.WriteString("entityType", submission.EntityType == ParticipationOption.ApmEntity ? "apm" : submission.EntityType.Word());
        Text(json, "entityId", submission.EntityId);
        Text(json, "taxpayerIdentificationNumber", submission.TaxpayerIdentificationNumber);
        Text(json, "nationalProviderIdentifier", submission.NationalProviderIdentifier);
        if (submission.PerformanceYear is { } year)
        {
            json.WriteNumber("performanceYear", year);
        }

        Text(json, "programName", submission.ProgramName);
        WriteSets(json, submission.MeasurementSets);
        json.WritePropertyName("profile");
        ProfileJson.Write(json, submission.Profile);
        json.WriteEndObject();
    }

    internal static void WriteSets(Utf8JsonWriter json, IEnumerable<MeasurementSet> sets)
    {
        json.WriteStartArray("measurementSets");
        foreach (var set in sets)
        {
            json.WriteStartObject();
            json.WriteString("category", set.Category.Word());
            json.WriteString("submissionMethod", set.SubmissionMethod.Word());
            Text(json, "programName", set.ProgramName);
            Text(json, "cehrtId", set.CehrtId);
            Date(json, "performanceStart", set.PerformanceStart);
            Date(json, "performanceEnd", set.PerformanceEnd);
            json.WriteStartArray("measurements");
            foreach (var measurement in set.Measurements)
            {
                json.WriteStartObject();
                json.WriteString("measureId", measurement.MeasureId);
                WriteValue(json, measurement.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    internal static void Number(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
    }

    internal static void Flag(Utf8JsonWriter json, string name, bool? flag)
    {
        if (flag is { } known)
        {
            json.WriteBoolean(name, known);
        }
    }

    private static void Date(Utf8JsonWriter json, string name, DateOnly? date)
    {
        if (date is { } known)
        {
            json.WriteString(name, known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }

    private static void WriteValue(Utf8JsonWriter json, MeasurementValue value)
    {
        if (value.Answer is { } answer)
        {
            json.WriteBoolean("value", answer);
            return;
        }

        json.WriteStartObject("value");
        Flag(json, "isEndToEndReported", value.IsEndToEndReported);
        Number(json, "eligiblePopulation", value.EligiblePopulation);
        Number(json, "performanceMet", value.PerformanceMet);
        Number(json, "performanceNotMet", value.PerformanceNotMet);
        Number(json, "eligiblePopulationException", value.EligiblePopulationException);
        Number(json, "eligiblePopulationExclusion", value.EligiblePopulationExclusion);
        Number(json, "numerator", value.Numerator);
        Number(json, "denominator", value.Denominator);
        Number(json, "numeratorExclusion", value.NumeratorExclusion);
        Number(json, "denominatorException", value.DenominatorException);
        Number(json, "observationInstances", value.ObservationInstances);
        WriteStrata(json, value.Strata);
        Number(json, "performanceRate", value.PerformanceRate);
        Number(json, "caseCount", value.CaseCount);
        Number(json, "score", value.Score);
        Text(json, "reliability", value.Reliability);
        Flag(json, "mask", value.Mask);
        Flag(json, "isBelowMinimum", value.IsBelowMinimum);
        json.WriteEndObject();
    }

    private static void WriteStrata(Utf8JsonWriter json, Stratum[]? strata)
    {
        if (strata is null)
        {
            return;
        }

        json.WriteStartArray("strata");
        foreach (var stratum in strata)
        {
            json.WriteStartObject();
            json.WriteString("stratum", stratum.Name);
            Number(json, "eligiblePopulation", stratum.EligiblePopulation);
            Number(json, "performanceMet", stratum.PerformanceMet);
            Number(json, "performanceNotMet", stratum.PerformanceNotMet);
            Number(json, "eligiblePopulationException", stratum.EligiblePopulationException);
            Number(json, "eligiblePopulationExclusion", stratum.EligiblePopulationExclusion);
            Number(json, "performanceRate", stratum.PerformanceRate);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
