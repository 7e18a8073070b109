using System.Globalization;
using System.Text.Json;

namespace OpenQpp.Explanations;

/// <summary>
/// Recomputes every node of an explanation from its parts. Written apart from the rules: it reads the JSON that users get and
/// knows nothing but the words of <c>how</c>.
/// </summary>
public static class Recomputation
{
    /// <summary>What is wrong with an explanation; nothing when every node follows from its parts.</summary>
    /// <param name="explanation">The root node, as JSON.</param>
    public static IReadOnlyList<string> FaultsOf(JsonElement explanation)
    {
        var faults = new List<string>();
        Check(explanation, "", faults);
        return faults;
    }

    private static void Check(JsonElement node, string path, List<string> faults)
    {
        var place = $"{path}/{node.GetProperty("name").GetString()}";
        var parts = node.GetProperty("parts").EnumerateArray().ToArray();
        Require(node.GetProperty("basis").GetString() is { Length: > 3 }, place, "no basis", faults);
        Require(node.GetProperty("says").GetString() is { Length: > 3 } says && !says.Contains('{', StringComparison.Ordinal), place, "no sentence, or an unfilled one", faults);
        if (Fault(node.GetProperty("how").GetString()!, node.GetProperty("value"), parts) is { } fault)
        {
            faults.Add($"{place}: {fault}");
        }

        foreach (var part in parts)
        {
            Check(part, place, faults);
        }

        if (node.TryGetProperty("rejected", out var rejected))
        {
            foreach (var one in rejected.EnumerateArray())
            {
                Require(one.GetProperty("why").GetString() is { Length: > 3 }, place, "a rejection without reason", faults);
                Check(one, $"{place} (rejected)", faults);
            }
        }
    }

    private static void Require(bool holds, string place, string what, List<string> faults)
    {
        if (!holds)
        {
            faults.Add($"{place}: {what}");
        }
    }

    private static string? Fault(string how, JsonElement value, JsonElement[] parts)
    {
        decimal P(int part) => parts[part - 1].GetProperty("value").GetDecimal();
        IEnumerable<decimal> Numbers() => parts.Select(part => part.GetProperty("value").GetDecimal());
        IEnumerable<bool> Flags() => parts.Select(part => part.GetProperty("value").GetBoolean());
        decimal Known() => parts.Select(part => part.GetProperty("value")).Where(part => part.ValueKind == JsonValueKind.Number).Sum(part => part.GetDecimal());
        return how switch
        {
            "given" or "assumed" or "parameter" or "published" => parts.Length == 0 ? HasValue(value) : "a leaf with parts",
            "not scored" or "not known" => value.ValueKind == JsonValueKind.Null ? null : "a value where there is none",
            "sum" or "choice, then sum" => Same(value, Known()),
            "difference" => Same(value, Numbers().Skip(1).Aggregate(P(1), (left, right) => left - right)),
            "product" => Same(value, Numbers().Aggregate(1m, (left, right) => left * right)),
            "quotient" => Same(value, P(1) / P(2)),
            "percentage" => Same(value, 100m * P(1) / P(2)),
            "share" => Same(value, P(1) * P(2) / 100m),
            "proportion" => Same(value, P(1) * P(2) / P(3)),
            "sliding scale" => Same(value, P(1) * (P(2) - P(3)) / P(4)),
            "standard score" => Same(value, (P(1) - P(2)) / P(3)),
            "interpolation" => Same(value, P(2) + ((P(1) - P(3)) / (P(4) - P(3)))),
            "mean" => Same(value, Numbers().Sum() / parts.Length),
            "count" => Same(value, parts.Length),
            "minimum" => Same(value, Numbers().Min()),
            "maximum" => Same(value, Numbers().Max()),
            "rounding" => Same(value, Math.Round(P(1), (int)P(2), MidpointRounding.AwayFromZero)),
            "ceiling" => Same(value, decimal.Ceiling(P(1))),
            "cut off" => Same(value, Math.Round(P(1), (int)P(2), MidpointRounding.ToZero)),
            "at least" => Same(value, P(1) >= P(2)),
            "more than" => Same(value, P(1) > P(2)),
            "at most" => Same(value, P(1) <= P(2)),
            "all of" => Same(value, Flags().All(flag => flag)),
            "any of" => Same(value, Flags().Any(flag => flag)),
            "none of" => Same(value, !Flags().Any(flag => flag)),
            "choice" => parts.Length > 0 && string.Equals(value.GetRawText(), parts[0].GetProperty("value").GetRawText(), StringComparison.Ordinal) ? null : "not the value of its first part",
            _ => $"unknown word '{how}'",
        };
    }

    private static string? HasValue(JsonElement value) => value.ValueKind == JsonValueKind.Null ? "a leaf without value" : null;

    /// <summary>
    /// The same number. Digits beyond the twenty-second may differ: the parts were written with all their digits, but a quotient
    /// of 28 digits that was used before it was written loses its last one.
    /// </summary>
    private static string? Same(JsonElement value, decimal expected)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            return $"{expected} expected, not {value}";
        }

        var actual = value.GetDecimal();
        return Math.Abs(actual - expected) <= 0.0000000000000000000001m * Math.Max(1m, Math.Abs(expected))
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{expected} expected, not {actual}");
    }

    private static string? Same(JsonElement value, bool expected) =>
        value.ValueKind == (expected ? JsonValueKind.True : JsonValueKind.False) ? null : $"{expected} expected, not {value}";
}
