using System.Text.Json;
using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Population;

/// <summary>Which parts of a case are written.</summary>
[Flags]
internal enum CaseParts
{
    /// <summary>What the participant sends.</summary>
    Submitted = 1,

    /// <summary>What CMS computes or decides.</summary>
    Computed = 2,

    /// <summary>What follows from the facts of eligibility.</summary>
    Derived = 4,

    /// <summary>A case that can be scored by itself.</summary>
    All = 7,
}

/// <summary>The case of a unit, which can be written for any performance: what is sent is drawn once.</summary>
internal sealed class UnitCase
{
    private readonly UnitFacts facts;
    private readonly YearLaw law;
    private readonly QualityData quality;
    private readonly CostData cost;
    private readonly OtherData other;
    private readonly ProfileData profile;
    private readonly string year;

    /// <summary>The case of a unit.</summary>
    /// <param name="facts">Who it is.</param>
    /// <param name="law">The law of the year.</param>
    /// <param name="pool">The measures of the year.</param>
    /// <param name="random">Draws what is sent.</param>
    public UnitCase(UnitFacts facts, YearLaw law, MeasurePool pool, RandomStream random)
    {
        (this.facts, this.law) = (facts, law);
        year = law.Name;
        quality = new(facts, law, pool, random);
        cost = new(facts, pool, random);
        other = new(facts, law, pool, random);
        profile = new(facts, law, quality);
    }

    /// <summary>The unit.</summary>
    public UnitFacts Facts => facts;

    /// <summary>Whether there is something to write of a part for a performance.</summary>
    public bool Has(CaseParts parts, Performance performance) => parts switch
    {
        CaseParts.Submitted => facts.SendsQuality || (facts.SendsActivities && performance.Activities > 0) || (facts.SendsInteroperability && performance.Interoperability is not null),
        _ => facts.HasCost || quality.HasComputed || profile.HasComputed,
    };

    /// <summary>Writes the case.</summary>
    public void Write(Utf8JsonWriter json, CaseParts parts, Performance performance)
    {
        json.WriteStartObject();
        json.WriteString("entityType", facts.EntityType);
        Text(json, "entityId", facts.EntityId);
        Text(json, "taxpayerIdentificationNumber", facts.Tin);
        Text(json, "nationalProviderIdentifier", facts.Npi);
        json.WriteNumber("performanceYear", law.Year.Year);
        json.WriteStartArray("measurementSets");
        if (parts.HasFlag(CaseParts.Submitted))
        {
            quality.WriteSent(json, performance, Begin);
            other.Write(json, performance, Begin);
        }

        if (parts.HasFlag(CaseParts.Computed))
        {
            WriteComputedSets(json, performance);
        }

        json.WriteEndArray();
        profile.Write(json, parts, performance);
        json.WriteEndObject();
    }

    /// <summary>Writes the sets that CMS computes.</summary>
    public void WriteComputedSets(Utf8JsonWriter json, Performance performance)
    {
        quality.WriteComputed(json, performance, Begin);
        cost.Write(json, performance, Begin);
    }

    /// <summary>Writes the risk indicators with the figures of the nation.</summary>
    public void WriteRisk(Utf8JsonWriter json, Performance performance) => profile.WriteRisk(json, withReference: true, performance);

    /// <summary>Begins a set and its list of measurements.</summary>
    private void Begin(Utf8JsonWriter json, string category, SubmissionMethod method, string? cehrtId)
    {
        json.WriteStartObject();
        json.WriteString("category", category);
        json.WriteString("submissionMethod", method.Word());
        if (method != SubmissionMethod.AdministrativeClaims)
        {
            json.WriteString("programName", facts.Program);
        }

        json.WriteString("performanceStart", $"{year}-01-01");
        json.WriteString("performanceEnd", $"{year}-12-31");
        Text(json, "cehrtId", cehrtId);
        json.WriteStartArray("measurements");
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}

/// <summary>Begins a set: category, method, CEHRT ID or null.</summary>
internal delegate void BeginSet(Utf8JsonWriter json, string category, SubmissionMethod method, string? cehrtId);
