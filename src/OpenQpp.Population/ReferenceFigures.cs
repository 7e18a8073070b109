using System.Text.Json;

namespace OpenQpp.Population;

/// <summary>Made-up figures that CMS computes from the whole nation: risk indicators, and the distributions behind facility-based scores.</summary>
internal static class ReferenceFigures
{
    private static readonly (decimal Value, decimal Percentile)[] Hvbp = [(8m, 0m), (24m, 25m), (33m, 50m), (44m, 75m), (88m, 99m)];
    private static readonly (decimal Percentile, decimal Value)[] Quality = [(0m, 30m), (25m, 58m), (50m, 72m), (75m, 86m), (99m, 100m)];
    private static readonly (decimal Percentile, decimal Value)[] Cost = [(0m, 20m), (25m, 50m), (50m, 62m), (75m, 74m), (99m, 100m)];

    /// <summary>The HCC risk score.</summary>
    public static (decimal Median, decimal Mean, decimal Deviation) Hcc { get; } = (1.30m, 1.40m, 0.40m);

    /// <summary>The dual eligible ratio.</summary>
    public static (decimal Median, decimal Mean, decimal Deviation) Dual { get; } = (0.20m, 0.25m, 0.15m);

    /// <summary>The hospital score at a percentile.</summary>
    public static decimal HvbpScoreAt(decimal percentile) => decimal.Round(Between([.. Hvbp.Select(point => (point.Percentile, point.Value))], percentile), 2);

    /// <summary>The quality percent at a percentile.</summary>
    public static decimal QualityAt(decimal percentile) => Between(Quality, percentile);

    /// <summary>The cost percent at a percentile.</summary>
    public static decimal CostAt(decimal percentile) => Between(Cost, percentile);

    /// <summary>Writes the file of reference figures.</summary>
    public static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("complexPatient");
        Indicator(json, "hcc", Hcc, byLevel: true);
        Indicator(json, "dual", Dual, byLevel: true);
        json.WriteEndObject();
        json.WriteStartObject("facilityPercentiles");
        Table(json, "hvbp", Hvbp);
        Table(json, "quality", Quality);
        Table(json, "cost", Cost);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes the indicators as a case has them.</summary>
    public static void WriteComplexPatient(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        Indicator(json, "hcc", Hcc, byLevel: false);
        Indicator(json, "dual", Dual, byLevel: false);
        json.WriteEndObject();
    }

    private static void Indicator(Utf8JsonWriter json, string name, (decimal Median, decimal Mean, decimal Deviation) figures, bool byLevel)
    {
        json.WriteStartObject(name);
        foreach (var level in byLevel ? ["individual", "group"] : new string?[] { null })
        {
            if (level is not null)
            {
                json.WriteStartObject(level);
            }

            json.WriteNumber("median", figures.Median);
            json.WriteNumber("mean", figures.Mean);
            json.WriteNumber("standardDeviation", figures.Deviation);
            if (level is not null)
            {
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
    }

    private static void Table(Utf8JsonWriter json, string name, (decimal, decimal)[] points)
    {
        json.WriteStartArray(name);
        foreach (var (from, to) in points)
        {
            json.WriteStartArray();
            json.WriteNumberValue(from);
            json.WriteNumberValue(to);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static decimal Between((decimal At, decimal Value)[] points, decimal at)
    {
        for (var place = 1; place < points.Length; place++)
        {
            var (from, to) = (points[place - 1], points[place]);
            if (at <= to.At)
            {
                return decimal.Round(from.Value + ((to.Value - from.Value) * (at - from.At) / (to.At - from.At)), 4);
            }
        }

        return points[^1].Value;
    }
}
