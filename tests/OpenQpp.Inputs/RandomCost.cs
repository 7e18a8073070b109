using System.Text.Json.Nodes;
using OpenQpp.Law;

namespace OpenQpp.Inputs;

/// <summary>Cost measures as claims bring them.</summary>
public static class RandomCost
{
    public static IEnumerable<JsonObject> Sets(Dice dice, YearLaw law)
    {
        var all = law.Catalogue.CostMeasures.Values.OrderBy(measure => measure.Id, StringComparer.Ordinal).ToArray();
        if (dice.Chance(25))
        {
            yield break;
        }

        yield return RandomCase.Set("cost", "administrativeClaims", law.Year.Year, dice.Some(all, dice.Of(1, 1, 2, 3, 6)).Select(measure => RandomQuality.Measurement(measure.Id, new JsonObject
        {
            ["score"] = RandomValue.Near(dice, measure.Benchmark, 0m, 1000000m),
            ["caseCount"] = (int)measure.CaseMinimum.Number + dice.Of(-1, 0, 1, 200),
        })));
    }
}
