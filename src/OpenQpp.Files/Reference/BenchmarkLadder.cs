using System.Text.Json;

namespace OpenQpp.Files;

/// <summary>Normalises the benchmark ladders of all years to one orientation: bounds of deciles 1 to 10, from worst to best.</summary>
internal static class BenchmarkLadder
{
    private static readonly string[] Ascending = ["1", "10", "20", "30", "40", "50", "60", "70", "80", "90"];
    private static readonly string[] Descending = ["99", "90", "80", "70", "60", "50", "40", "30", "20", "10"];

    /// <summary>The ladder of an array (2017 to 2022), or null when its length does not fit its layout.</summary>
    public static decimal?[]? OfArray(JsonElement array, BenchmarkLayout layout)
    {
        var numbers = array.EnumerateArray().Select(number => number.GetDecimal()).ToArray();
        var (length, first) = layout switch
        {
            BenchmarkLayout.Decile1 => (10, 0),
            BenchmarkLayout.Decile2Best => (10, 1),
            _ => (9, 1),
        };
        if (numbers.Length != length)
        {
            return null;
        }

        var ladder = new decimal?[10];
        for (var decile = first; decile < 10; decile++)
        {
            ladder[decile] = numbers[decile - first];
        }

        return ladder;
    }

    /// <summary>The ladder of a map of percentiles (2023 on), or null when a key is missing.</summary>
    /// <remarks>For inverse measures the 99th percentile bounds decile 1 and the 10th decile 10.</remarks>
    public static decimal?[]? OfPercentiles(JsonElement percentiles, bool isInverse)
    {
        var ladder = new decimal?[10];
        var keys = isInverse ? Descending : Ascending;
        for (var decile = 0; decile < 10; decile++)
        {
            if (!percentiles.TryGetProperty(keys[decile], out var number) || number.ValueKind != JsonValueKind.Number)
            {
                return null;
            }

            ladder[decile] = number.GetDecimal();
        }

        return ladder;
    }

    /// <summary>Whether every bound is at least as good as the one before.</summary>
    public static bool IsMonotonic(decimal?[] ladder, bool isInverse)
    {
        decimal? before = null;
        foreach (var bound in ladder)
        {
            if (bound is { } value)
            {
                if (before is { } last && (isInverse ? value > last : value < last))
                {
                    return false;
                }

                before = value;
            }
        }

        return true;
    }
}
