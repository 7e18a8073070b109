using System.Text.Json.Nodes;
using OpenQpp.Law;

namespace OpenQpp.Inputs;

/// <summary>Promoting Interoperability: all that is required, now and then something missing, excluded or too much.</summary>
public static class RandomInteroperability
{
    public static IEnumerable<JsonObject> Sets(Dice dice, YearLaw law, string entity)
    {
        var year = law.Year.Year;
        if (dice.Chance(22) || (entity is "apm" && law.ApmEntity.OwnInteroperability == OwnInteroperabilityMethod.None))
        {
            yield break;
        }

        var set = RandomCase.Set(year == 2017 ? "aci" : "pi", dice.Of("registry", "electronicHealthRecord"), year, Answers(dice, law.Catalogue.Interoperability), dice.Of(1, 1, 1, 7, 9, 11));
        if (dice.Chance(95))
        {
            set["cehrtId"] = CehrtId(dice, year);
        }

        yield return set;
    }

    /// <summary>A CEHRT ID of the editions of the year.</summary>
    public static string CehrtId(Dice dice, int year)
    {
        var edition = year <= 2022 ? "0015E" : year == 2023 ? dice.Of("0015E", "0015C") : "0015C";
        return edition + string.Concat(Enumerable.Range(0, 10).Select(_ => dice.Of("0123456789ABCDEFGH".ToCharArray())));
    }

    private static IEnumerable<JsonNode> Answers(Dice dice, InteroperabilityCatalogue catalogue)
    {
        var set = dice.Of(InteroperabilitySet.Full, InteroperabilitySet.Transition);
        var exclusive = new HashSet<string>(StringComparer.Ordinal);
        foreach (var measure in dice.Shuffled(catalogue.All))
        {
            if (measure.Role is InteroperabilityRole.Exclusion or InteroperabilityRole.EngagementLevel or InteroperabilityRole.SecondRegistry
                || (measure.Set is not (InteroperabilitySet.One or InteroperabilitySet.Both) && measure.Set != set)
                || exclusive.Contains(measure.Id)
                || dice.Chance(measure.Role is InteroperabilityRole.Attestation ? 2 : 6))
            {
                continue;
            }

            exclusive.UnionWith(measure.Substitutes.Select(substitute => substitute.Id));
            exclusive.UnionWith(catalogue.All.Where(other => other.Substitutes.Contains(measure)).Select(other => other.Id));
            if (measure.Exclusions.Length > 0 && dice.Chance(25))
            {
                var exclusion = dice.Of(measure.Exclusions);
                if (exclusive.Add(exclusion.Id))
                {
                    yield return RandomQuality.Measurement(exclusion.Id, JsonValue.Create(true));
                }

                continue;
            }

            yield return RandomQuality.Measurement(measure.Id, measure.IsProportion ? Proportion(dice) : JsonValue.Create(!dice.Chance(4)));
            if (measure is { BeforeProduction: { } before, InProduction: { } production })
            {
                yield return RandomQuality.Measurement((dice.Chance(50) ? before : production).Id, JsonValue.Create(true));
            }
            else if (measure.SecondRegistry is { Role: InteroperabilityRole.SecondRegistry } second && dice.Chance(15))
            {
                yield return RandomQuality.Measurement(second.Id, JsonValue.Create(true));
            }
        }
    }

    private static JsonObject Proportion(Dice dice)
    {
        var denominator = dice.Of(1, 4, 30, 200, dice.Whole(1, 900));
        return new() { ["numerator"] = dice.Chance(4) ? 0 : dice.Whole(1, denominator), ["denominator"] = denominator };
    }
}
