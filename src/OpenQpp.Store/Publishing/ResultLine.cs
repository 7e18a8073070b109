using System.Globalization;
using System.Text.Json;
using OpenQpp.Vocabulary;
using OpenQpp.YearRun;

namespace OpenQpp.Store;

/// <summary>What the table of scores holds of a line of entity-scores.ndjson.</summary>
internal sealed class ResultLine
{
    public required UnitKey Unit { get; init; }

    public string? Option { get; private set; }

    public string? Program { get; private set; }

    public bool? IsFacilityBased { get; private set; }

    public decimal? FinalScore { get; private set; }

    /// <summary>Promoting Interoperability measures of the unit itself were scored.</summary>
    public bool HasOwnInteroperability { get; private set; }

    /// <summary>Reads a line; null where it is no result.</summary>
    /// <param name="utf8">The line.</param>
    public static ResultLine? Read(ReadOnlySpan<byte> utf8)
    {
        if (UnitKey.Of(utf8) is not { } unit)
        {
            return null;
        }

        var line = new ResultLine { Unit = unit };
        var json = new Utf8JsonReader(utf8);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            line.Take(ref json);
        }

        return line.Option is null || ReportingOptions.Of(line.Option) is null ? null : line;
    }

    private void Take(ref Utf8JsonReader json)
    {
        if (json.ValueTextEquals("reportingOption"u8))
        {
            Option = TextOf(ref json);
        }
        else if (json.ValueTextEquals("programName"u8))
        {
            Program = TextOf(ref json);
        }
        else if (json.ValueTextEquals("facilityBased"u8))
        {
            json.Read();
            IsFacilityBased = json.GetBoolean();
        }
        else if (json.ValueTextEquals("finalScore"u8))
        {
            json.Read();
            FinalScore = json.TokenType == JsonTokenType.Null ? null : json.GetDecimal();
        }
        else if (json.ValueTextEquals("categories"u8))
        {
            TakeCategories(ref json);
        }
        else
        {
            json.Skip();
        }
    }

    private void TakeCategories(ref Utf8JsonReader json)
    {
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (!json.ValueTextEquals("pi"u8))
            {
                json.Skip();
                continue;
            }

            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isMeasures = json.ValueTextEquals("measures"u8);
                json.Read();
                if (isMeasures && json.TokenType == JsonTokenType.StartArray)
                {
                    json.Read();
                    HasOwnInteroperability = json.TokenType != JsonTokenType.EndArray;
                    ToEndOfArray(ref json);
                }
                else
                {
                    json.Skip();
                }
            }
        }
    }

    private static void ToEndOfArray(ref Utf8JsonReader json)
    {
        while (json.TokenType != JsonTokenType.EndArray)
        {
            json.Skip();
            json.Read();
        }
    }

    private static string? TextOf(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetString();
    }

    /// <summary>The score with two decimals, as it is stored.</summary>
    /// <exception cref="FormatException">It has more.</exception>
    public long? StoredScore =>
        FinalScore is not { } score ? null
        : decimal.Round(score, 2) == score ? Scaled.Of(score, 2)
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{score} is no final score."));
}
