using System.Text.Json;
using OpenQpp.Files;
using OpenQpp.Rules;

namespace OpenQpp.YearRun;

/// <summary>A changed law beside the recorded one, on the same input: factors, bands and dollars, side by side.</summary>
/// <param name="recorded">What the nation comes to under the recorded law.</param>
/// <param name="changed">What it comes to under the changed law.</param>
internal sealed class WhatIf(LawRun recorded, LawRun changed)
{
    /// <summary>What a changed threshold does not change.</summary>
    public const string BenchmarksStay =
        "Changing the performance threshold does not move the points of cost measures and administrative claims measures: their benchmark table is known for a threshold of 75 only.";

    private const int FactorDecimals = 20;
    private const int ScoreDecimals = 4;

    /// <summary>Every quantity with its value under both laws; null where a law has none.</summary>
    public IReadOnlyList<(string Dimension, string Value, string Quantity, decimal? Recorded, decimal? Changed, int Decimals)> Rows { get; } = [.. RowsOf(recorded, changed)];

    /// <summary>Name of the changed law and what was overridden.</summary>
    public string ChangedLaw => changed.Law.Law.Hash.Split('+', 2) is [_, var overridden] ? $"{changed.Law.Law.Name}, {overridden}" : changed.Law.Law.Name;

    /// <summary>Name of the recorded law.</summary>
    public string RecordedLaw => recorded.Law.Law.Name;

    public void WriteCsv(Stream to)
    {
        var csv = new Csv(to);
        csv.Row("dimension", "value", "quantity", "base", "changed", "difference");
        foreach (var (dimension, value, quantity, before, after, decimals) in Rows)
        {
            csv.Row(dimension, value, quantity, Csv.Number(before, decimals), Csv.Number(after, decimals), Csv.Number(Difference(before, after), decimals));
        }
    }

    public void WriteJson(Stream to)
    {
        using (var json = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("base", RecordedLaw);
            json.WriteString("changed", ChangedLaw);
            json.WriteString("note", BenchmarksStay);
            json.WriteStartArray("rows");
            foreach (var (dimension, value, quantity, before, after, _) in Rows)
            {
                json.WriteStartObject();
                json.WriteString("dimension", dimension);
                json.WriteString("value", value);
                json.WriteString("quantity", quantity);
                json.WriteNumber("base", before);
                json.WriteNumber("changed", after);
                json.WriteNumber("difference", Difference(before, after));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        to.WriteByte((byte)'\n');
    }

    /// <summary>What does not exist under either law does not differ.</summary>
    private static decimal? Difference(decimal? before, decimal? after) => before is null && after is null ? 0m : after - before;

    private static IEnumerable<(string, string, string, decimal?, decimal?, int)> RowsOf(LawRun recorded, LawRun changed)
    {
        (string, string, string, decimal?, decimal?, int) Whole(string quantity, Func<ScalingRun, decimal?> of, int decimals) =>
            (Statistics.All, Statistics.All, quantity, of(recorded.Scaling), of(changed.Scaling), decimals);

        yield return Whole("scalingFactor", scaling => scaling.Factor, FactorDecimals);
        yield return Whole("additionalScalingFactor", scaling => scaling.AdditionalFactor, FactorDecimals);
        yield return Whole("positiveDollars", scaling => scaling.PositiveDollars, 2);
        yield return Whole("negativeDollars", scaling => scaling.NegativeDollars, 2);
        yield return Whole("additionalDollars", scaling => scaling.AdditionalDollars, 2);
        yield return Whole("remainingDollarsAfterRounding", scaling => scaling.RemainingAfterRounding, 2);
        foreach (var dimension in Statistics.Dimensions)
        {
            var (before, after) = (recorded.Statistics.Of(dimension).ToDictionary(StringComparer.Ordinal), changed.Statistics.Of(dimension).ToDictionary(StringComparer.Ordinal));
            foreach (var value in before.Keys.Union(after.Keys, StringComparer.Ordinal))
            {
                var (one, other) = (before.GetValueOrDefault(value) ?? new(), after.GetValueOrDefault(value) ?? new());
                yield return (dimension, value, "clinicians", one.Clinicians, other.Clinicians, 0);
                for (var status = 0; status < Outcome.Words.Count; status++)
                {
                    yield return (dimension, value, Outcome.Words[status], one.ByStatus[status], other.ByStatus[status], 0);
                }

                yield return (dimension, value, "meanFinalScore", one.Mean, other.Mean, ScoreDecimals);
                yield return (dimension, value, "medianFinalScore", one.Median, other.Median, ScoreDecimals);
                foreach (var band in Enum.GetValues<AdjustmentBand>())
                {
                    yield return (dimension, value, $"{ResultJson.Word(band)} clinicians", one.In(band, recorded.Scaling), other.In(band, changed.Scaling), 0);
                    yield return (dimension, value, $"{ResultJson.Word(band)} dollars", one.Dollars(recorded.Scaling, band), other.Dollars(changed.Scaling, band), 2);
                }

                yield return (dimension, value, "dollars", one.Dollars(recorded.Scaling), other.Dollars(changed.Scaling), 2);
            }
        }
    }
}
