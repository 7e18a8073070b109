using System.Text.Json;
using OpenQpp.Files;
using OpenQpp.Law;

namespace OpenQpp.YearRun;

/// <summary>scaling-run.json: the factors, the dollars on both sides, and what the run was made from.</summary>
internal static class ScalingRunJson
{
    public static void Write(Stream to, YearLaw law, ScalingRun scaling, IReadOnlyList<(string Name, string Hash)> inputs)
    {
        using (var json = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            WriteFields(json, law, scaling);
            var madeBy = MadeBy.Of(law, []);
            json.WriteStartObject("version");
            json.WriteString("engine", madeBy.Engine);
            json.WriteString("law", madeBy.Law);
            json.WriteStartObject("settings");
            foreach (var (name, value) in madeBy.Settings)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartObject("inputHashes");
            foreach (var (name, hash) in inputs)
            {
                json.WriteString(name, hash);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        to.WriteByte((byte)'\n');
    }

    /// <summary>Writes the year, the factors and the dollars into an open object.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="law">The law.</param>
    /// <param name="scaling">The scaling.</param>
    public static void WriteFields(Utf8JsonWriter json, YearLaw law, ScalingRun scaling)
    {
        json.WriteNumber("performanceYear", law.Year.Year);
        json.WriteNumber("paymentYear", law.Year.PaymentYear.Year);
        json.WriteString("law", law.Name);
        json.WriteNumber("scalingFactor", scaling.Factor);
        json.WriteNumber("additionalScalingFactor", scaling.AdditionalFactor);
        json.WriteNumber("positiveDollars", scaling.PositiveDollars);
        json.WriteNumber("negativeDollars", scaling.NegativeDollars);
        json.WriteNumber("additionalDollars", scaling.AdditionalDollars);
        json.WriteNumber("remainingDollarsAfterRounding", scaling.RemainingAfterRounding);
        json.WriteBoolean("neutral", scaling.Neutrality.IsNeutral);
        json.WriteString("why", scaling.Neutrality.Why);
    }
}
