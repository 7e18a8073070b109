using System.Text.Json.Nodes;
using OpenQpp.Law;

namespace OpenQpp.Inputs;

/// <summary>Improvement activities.</summary>
public static class RandomActivities
{
    public static IEnumerable<JsonObject> Sets(Dice dice, YearLaw law)
    {
        if (dice.Chance(18))
        {
            yield break;
        }

        var all = law.Catalogue.Activities.Values.OrderBy(activity => activity.Id, StringComparer.Ordinal);
        var chosen = dice.Some(all, dice.Of(1, 1, 2, 2, 3, 4)).Select(activity => activity.Id);
        if (dice.Chance(8))
        {
            chosen = chosen.Append("IA_PCMH").Distinct(StringComparer.Ordinal);
        }

        yield return RandomCase.Set("ia", "registry", law.Year.Year, chosen.Select(id => RandomQuality.Measurement(id, JsonValue.Create(!dice.Chance(6)))), dice.Of(1, 3, 9, 10, 11));
    }
}
