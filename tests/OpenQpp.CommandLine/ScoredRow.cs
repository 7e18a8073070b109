using System.Globalization;
using System.Text.Json.Nodes;

namespace OpenQpp.CommandLine;

/// <summary>A TIN/NPI with a final score in the output of a year's run, and how its unit was scored.</summary>
internal sealed record ScoredRow(string Level, decimal FinalScore, decimal CostWeight, string? InteroperabilityReason, bool HasApmCredit, bool IsFacilityBased)
{
    /// <summary>The scored TIN/NPI of a run, but for those who took a score from another practice.</summary>
    public static IReadOnlyList<ScoredRow> Read(string folder)
    {
        var units = File.ReadLines(Path.Combine(folder, "entity-scores.ndjson")).Select(line => JsonNode.Parse(line)!).ToDictionary(Key);
        var lines = File.ReadAllLines(Path.Combine(folder, "payment-adjustments.csv")).Select(line => line.Split(',')).ToArray();
        int Column(string name) => Array.IndexOf(lines[0], name);
        var (tin, npi, level, entity, score, note) = (Column("tin"), Column("npi"), Column("participation_option"), Column("entity_id"), Column("final_score"), Column("score_source_note"));
        return
        [
            .. from cells in lines.Skip(1)
               where cells[score].Length > 0 && !cells[note].StartsWith("MOVER_FROM", StringComparison.Ordinal)
               let unit = units[(cells[level] is "apmEntity" ? "apm" : cells[level], cells[level] switch { "individual" => cells[tin] + cells[npi], "group" => cells[tin], _ => cells[entity] })]
               select Of(unit, decimal.Parse(cells[score], CultureInfo.InvariantCulture)),
        ];
    }

    /// <summary>The levels whose scores count for somebody.</summary>
    public static HashSet<string> Levels(string folder)
    {
        var lines = File.ReadLines(Path.Combine(folder, "payment-adjustments.csv")).Select(line => line.Split(',')).ToArray();
        var level = Array.IndexOf(lines[0], "participation_option");
        return [.. lines.Skip(1).Select(cells => cells[level]).Where(word => word.Length > 0)];
    }

    private static ScoredRow Of(JsonNode unit, decimal score) => new(
        (string)unit["participationOption"]!,
        score,
        (decimal)unit["categories"]!["cost"]!["weight"]!,
        (string?)unit["categories"]!["pi"]!["reason"],
        (decimal?)unit["categories"]!["ia"]!["apmCredit"] > 0m,
        (bool)unit["facilityBased"]!);

    private static (string, string) Key(JsonNode unit)
    {
        var level = (string)unit["entityType"]!;
        return (level, level switch
        {
            "individual" => (string)unit["taxpayerIdentificationNumber"]! + (string)unit["nationalProviderIdentifier"]!,
            "group" => (string)unit["taxpayerIdentificationNumber"]!,
            _ => (string)unit["entityId"]!,
        });
    }
}
