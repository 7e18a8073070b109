using System.Text.Json;

namespace OpenQpp.Explanations;

/// <summary>The values of a result by their places: <c>categories.quality.measures[236 electronicHealthRecord].points</c>.</summary>
public static class Places
{
    /// <summary>Every value of a result but its explanations: numbers, yes or no, words, null.</summary>
    /// <param name="result">The result, as JSON.</param>
    public static IReadOnlyDictionary<string, object?> Of(JsonElement result)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        Add(values, "", result);
        return values;
    }

    private static void Add(Dictionary<string, object?> values, string place, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject().Where(property => property.Name is not "explanation"))
                {
                    Add(values, place.Length == 0 ? property.Name : $"{place}.{property.Name}", property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var (item, index) in element.EnumerateArray().Select((item, index) => (item, index)))
                {
                    Add(values, $"{place}[{NameOf(item) ?? index.ToString()}]", item);
                }

                break;
            default:
                values[place] = element.ValueKind switch
                {
                    JsonValueKind.Number => element.GetDecimal(),
                    JsonValueKind.True => true,
                    JsonValueKind.False => false,
                    JsonValueKind.String => element.GetString(),
                    _ => (object?)null,
                };
                break;
        }
    }

    private static string? NameOf(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (item.TryGetProperty("measureId", out var measure))
        {
            return item.TryGetProperty("submissionMethod", out var method) ? $"{measure.GetString()} {method.GetString()}" : measure.GetString();
        }

        return item.TryGetProperty("activityId", out var activity) ? activity.GetString()
            : item.TryGetProperty("what", out var what) ? what.GetString()
            : item.TryGetProperty("code", out var code) ? code.GetString()
            : null;
    }
}
