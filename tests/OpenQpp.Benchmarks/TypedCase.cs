using System.Text.Json;
using System.Text.Json.Serialization;
using OpenQpp.Vocabulary;

namespace OpenQpp.Benchmarks;

/// <summary>The typed case that System.Text.Json fills: the same fields with the same types as the product's, no more.</summary>
internal sealed class TypedCase
{
    [JsonConverter(typeof(EntityTypeConverter))]
    public ParticipationOption EntityType { get; set; }

    public string? EntityId { get; set; }

    public string? TaxpayerIdentificationNumber { get; set; }

    public string? NationalProviderIdentifier { get; set; }

    public int PerformanceYear { get; set; }

    public string? ProgramName { get; set; }

    public List<TypedSet> MeasurementSets { get; set; } = [];

    public TypedProfile? Profile { get; set; }
}

internal sealed class TypedSet
{
    public string? Category { get; set; }

    public SubmissionMethod SubmissionMethod { get; set; }

    public string? ProgramName { get; set; }

    public string? CehrtId { get; set; }

    public DateOnly? PerformanceStart { get; set; }

    public DateOnly? PerformanceEnd { get; set; }

    public List<TypedMeasurement> Measurements { get; set; } = [];
}

internal sealed class TypedMeasurement
{
    public string? MeasureId { get; set; }

    [JsonConverter(typeof(TypedValueConverter))]
    public TypedValue? Value { get; set; }
}

internal sealed class TypedValue
{
    public bool? Answer { get; set; }

    public bool? IsEndToEndReported { get; set; }

    public long? PerformanceMet { get; set; }

    public long? PerformanceNotMet { get; set; }

    public long? EligiblePopulation { get; set; }

    public long? EligiblePopulationExclusion { get; set; }

    public long? EligiblePopulationException { get; set; }

    public decimal? PerformanceRate { get; set; }

    public List<TypedStratum>? Strata { get; set; }

    public decimal? Numerator { get; set; }

    public decimal? Denominator { get; set; }

    public decimal? NumeratorExclusion { get; set; }

    public decimal? DenominatorException { get; set; }

    public decimal? ObservationInstances { get; set; }

    public decimal? Score { get; set; }

    public long? CaseCount { get; set; }

    public bool? Mask { get; set; }

    public bool? IsBelowMinimum { get; set; }
}

internal sealed class TypedStratum
{
    public string? Stratum { get; set; }

    public long? PerformanceMet { get; set; }

    public long? PerformanceNotMet { get; set; }

    public long? EligiblePopulation { get; set; }

    public long? EligiblePopulationExclusion { get; set; }

    public long? EligiblePopulationException { get; set; }

    public decimal? PerformanceRate { get; set; }
}

internal sealed class TypedProfile
{
    public List<string>? ClinicianTypes { get; set; }

    public long? EligibleClinicians { get; set; }

    public List<string>? SpecialStatuses { get; set; }

    public bool? ApmParticipation { get; set; }

    public List<TypedReweighted>? Reweighted { get; set; }

    public bool? AutomaticExtremeCircumstances { get; set; }

    public TypedComplexPatient? ComplexPatient { get; set; }

    public TypedPriorYear? PriorYear { get; set; }

    public bool? QualityFullParticipation { get; set; }

    public TypedCahps? Cahps { get; set; }

    public string? CehrtEdition { get; set; }

    public Dictionary<string, TypedParticipation>? ActivityParticipation { get; set; }
}

internal sealed record TypedReweighted(string Category, string Reason);

internal sealed record TypedComplexPatient(decimal? AverageHccRiskScore, decimal? DualEligibleRatio, TypedReference? Reference);

internal sealed record TypedReference(TypedIndicator? Hcc, TypedIndicator? Dual);

internal sealed record TypedIndicator(decimal Median, decimal Mean, decimal StandardDeviation);

internal sealed record TypedPriorYear(decimal? QualityAchievementPercent, decimal? CostPercent, bool? FacilityBased, bool? SameIdentifier);

internal sealed record TypedCahps(bool? Registered, bool? SamplingMinimumMet);

internal sealed record TypedParticipation(long Participating, long Billing);

/// <summary>A value is true, false or an object.</summary>
internal sealed class TypedValueConverter : JsonConverter<TypedValue>
{
    public override TypedValue? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => new() { Answer = true },
        JsonTokenType.False => new() { Answer = false },
        _ => JsonSerializer.Deserialize(ref reader, TypedCaseJson.Default.TypedValue),
    };

    public override void Write(Utf8JsonWriter writer, TypedValue value, JsonSerializerOptions options) => throw new NotSupportedException();
}

/// <summary>CMS's words for the level, one of which is not the name of an option.</summary>
internal sealed class EntityTypeConverter : JsonConverter<ParticipationOption>
{
    public override ParticipationOption Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ParticipationOptions.OfEntityType(reader.GetString()!) ?? throw new JsonException();

    public override void Write(Utf8JsonWriter writer, ParticipationOption value, JsonSerializerOptions options) => throw new NotSupportedException();
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TypedCase))]
internal sealed partial class TypedCaseJson : JsonSerializerContext;
