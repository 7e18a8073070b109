using System.Text.Json;

namespace OpenQpp.YearRun;

/// <summary>What a run came to, in short.</summary>
public sealed class RunSummary
{
    private readonly LawRun run;
    private readonly LawRun? compared;

    private RunSummary(LawRun run, LawRun? compared, long bytes) => (this.run, this.compared, Bytes) = (run, compared, bytes);

    /// <summary>Bytes of all outputs.</summary>
    public long Bytes { get; }

    /// <summary>What is told to a person: a name and a value each.</summary>
    public IEnumerable<(string Name, string Value)> Lines
    {
        get
        {
            var (whole, scaling) = (run.Statistics.Whole, run.Scaling);
            yield return ("TIN/NPIs", Csv.Whole(whole.Clinicians));
            for (var status = 0; status < Outcome.Words.Count; status++)
            {
                yield return (Outcome.Words[status], Csv.Whole(whole.ByStatus[status]));
            }

            yield return ("mean final score", Csv.Two(whole.Mean));
            yield return ("median final score", Csv.Two(whole.Median));
            yield return ("scaling factor", Csv.Number(scaling.Factor, 12));
            if (scaling.Neutrality.AdditionalScalingFactor is not null)
            {
                yield return ("additional scaling factor", Csv.Number(scaling.AdditionalFactor, 12));
            }

            yield return ("dollars gained", Csv.Two(scaling.PositiveDollars));
            yield return ("dollars lost", Csv.Two(scaling.NegativeDollars));
            yield return ("remaining after rounding", Csv.Two(scaling.RemainingAfterRounding));
            yield return ("budget neutral", scaling.Neutrality.IsNeutral ? "yes" : $"no: {scaling.Neutrality.Why}");
            if (compared is not null)
            {
                yield return ($"scaling factor under {compared.Law.Law.Name} as recorded", Csv.Number(compared.Scaling.Factor, 12));
            }
        }
    }

    /// <summary>Writes the summary as JSON.</summary>
    /// <param name="json">The writer, where a value may stand.</param>
    public void Write(Utf8JsonWriter json)
    {
        var whole = run.Statistics.Whole;
        json.WriteStartObject();
        ScalingRunJson.WriteFields(json, run.Law.Law, run.Scaling);
        json.WriteNumber("clinicians", whole.Clinicians);
        json.WriteStartObject("byStatus");
        for (var status = 0; status < Outcome.Words.Count; status++)
        {
            json.WriteNumber(Outcome.Words[status], whole.ByStatus[status]);
        }

        json.WriteEndObject();
        WriteNumber(json, "meanFinalScore", whole.Mean);
        WriteNumber(json, "medianFinalScore", whole.Median);
        json.WriteNumber("outputBytes", Bytes);
        json.WriteEndObject();
    }

    internal static RunSummary Of(LawRun run, LawRun? compared, long bytes) => new(run, compared, bytes);

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
