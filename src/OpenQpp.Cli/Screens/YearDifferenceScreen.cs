using System.Text.Json;
using OpenQpp.Files;
using OpenQpp.Program;
using OpenQpp.Vocabulary;

namespace OpenQpp.Cli;

/// <summary>What differs between two laws.</summary>
internal static class YearDifferenceScreen
{
    public static int Show(Screen screen, YearDifference difference)
    {
        var (before, after) = (difference.Before.Name, difference.After.Name);
        if (difference.Parameters.Count > 0)
        {
            screen.Heading("Numbers and methods");
            screen.Table(
                ["Parameter", before, after, "Source"],
                [.. difference.Parameters.Select(one => (string[])[one.Definition.Name, ParameterText.Cell(one.Before), ParameterText.Cell(one.After), one.After.Source])]);
        }

        if (difference.Weights.Count > 0)
        {
            screen.Heading("Weights: quality / cost / activities / interoperability");
            screen.Table(
                ["Option", "Practice", "Reweighted", before, after],
                [.. difference.Weights.Select(one => (string[])[one.Option, Practice(one.SmallPractice), one.Zeroed.Words(), Text(one.Before), Text(one.After)])]);
        }

        foreach (var list in difference.Lists)
        {
            screen.Heading($"{char.ToUpperInvariant(list.What[0])}{list.What[1..]}: {list.Added.Count} came, {list.Removed.Count} went");
            Ids(screen, "came", list.Added);
            Ids(screen, "went", list.Removed);
        }

        if (difference is { Parameters: [], Weights: [], Lists: [] })
        {
            screen.Line($"Nothing differs between {before} and {after}.");
        }

        return ExitCode.Done;
    }

    public static void Write(Utf8JsonWriter json, YearDifference difference)
    {
        json.WriteStartObject();
        json.WriteString("before", difference.Before.Name);
        json.WriteString("after", difference.After.Name);
        json.WriteStartArray("parameters");
        foreach (var one in difference.Parameters)
        {
            json.WriteStartObject();
            json.WriteString("key", one.Definition.Key);
            json.WriteString("name", one.Definition.Name);
            ParameterJson.WriteValue(json, "before", one.Before);
            ParameterJson.WriteValue(json, "after", one.After);
            json.WriteString("sourceBefore", one.Before.Source);
            json.WriteString("sourceAfter", one.After.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("weights");
        foreach (var one in difference.Weights)
        {
            json.WriteStartObject();
            json.WriteString("option", one.Option);
            json.WriteString("practice", Practice(one.SmallPractice));
            json.WriteString("zeroed", one.Zeroed.Words());
            Weights(json, "before", one.Before);
            Weights(json, "after", one.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("lists");
        foreach (var list in difference.Lists)
        {
            json.WriteStartObject();
            json.WriteString("what", list.What);
            json.WriteTexts("added", list.Added);
            json.WriteTexts("removed", list.Removed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Ids(Screen screen, string verb, IReadOnlyList<string> ids)
    {
        if (ids.Count > 0)
        {
            screen.Line($"  {verb}: {string.Join(", ", ids)}");
        }
    }

    private static string Practice(bool? small) => small switch { true => "small", false => "other", null => "any" };

    private static string Text(Finding[]? weights) => weights is null ? "-" : string.Join(" / ", weights.Select(weight => ShownNumber.Of(weight.Number)));

    private static void Weights(Utf8JsonWriter json, string name, Finding[]? weights)
    {
        if (weights is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        foreach (var category in PerformanceCategories.All)
        {
            json.WriteNumber(category.Word(), weights[(int)category].NumberOrNull);
        }

        json.WriteEndObject();
    }
}
