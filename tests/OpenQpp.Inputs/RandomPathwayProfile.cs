using System.Text.Json.Nodes;
using OpenQpp.Law;

namespace OpenQpp.Inputs;

/// <summary>The parts of a profile that pathways, subgroups, APM Entities and facilities need.</summary>
public static class RandomPathwayProfile
{
    private static readonly string[] Categories = ["quality", "cost", "ia", "pi"];

    public static void Add(JsonObject profile, Dice dice, YearLaw law, RandomOption option, bool withWebInterface)
    {
        if (dice.Chance(15))
        {
            profile["specialStatuses"]!.AsArray().Add("facilityBased");
            profile["facility"] = new JsonObject
            {
                ["hvbpScore"] = dice.Whole(0, 10000) / 100m,
                ["percentile"] = dice.Whole(1, 99),
                ["qualityPercentAtPercentile"] = dice.Whole(0, 10000) / 100m,
                ["costPercentAtPercentile"] = dice.Whole(0, 10000) / 100m,
            };
        }

        if (option.Programs.FirstOrDefault(law.Catalogue.Pathways.ContainsKey) is { } program && (dice.Chance(80) || option.Entity is "subgroup"))
        {
            profile["registeredMvp"] = Registration(dice, law.Catalogue.Pathways[program]);
        }

        if (option.Entity is "apm")
        {
            profile["apmEntity"] = Entity(dice, withWebInterface || option.Programs.Contains("mips") || dice.Chance(70));
            if (law.ApmEntity.ExtremeCircumstances.Flag && dice.Chance(6))
            {
                profile["reweighted"] = new JsonArray([.. Categories.Select(category => new JsonObject { ["category"] = category, ["reason"] = "extremeAndUncontrollableCircumstances" })]);
            }
        }

        if (option.Programs.Any(one => one is "app1" or "appPlus"))
        {
            profile["apmParticipation"] = true;
        }
    }

    /// <summary>What belongs to a subgroup's group moves there.</summary>
    public static void MoveToGroup(JsonObject profile, List<JsonObject> sets, Dice dice)
    {
        if (dice.Chance(8))
        {
            sets.RemoveAll(IsComputed);
            profile.Remove("reweighted");
            return;
        }

        var group = new JsonObject { ["measurementSets"] = new JsonArray([.. sets.Where(IsComputed)]) };
        sets.RemoveAll(IsComputed);
        foreach (var part in new[] { "reweighted", "complexPatient" })
        {
            if (profile[part] is { } given)
            {
                profile.Remove(part);
                group[part] = given;
            }
        }

        profile["affiliatedGroup"] = group;
    }

    private static bool IsComputed(JsonObject set) => (string?)set["submissionMethod"] is "administrativeClaims";

    private static JsonObject Registration(Dice dice, Mvp pathway)
    {
        var registered = new JsonObject { ["mvpId"] = pathway.Id };
        if (dice.Chance(70))
        {
            registered["populationHealthMeasureId"] = dice.Of(pathway.PopulationHealthMeasures);
        }

        if (pathway.OutcomeClaimsMeasures.Count > 0 && dice.Chance(60))
        {
            registered["outcomeAdministrativeClaimsMeasureId"] = dice.Of(pathway.OutcomeClaimsMeasures);
        }

        return registered;
    }

    private static JsonObject Entity(Dice dice, bool isSharedSavings)
    {
        var entity = new JsonObject { ["model"] = isSharedSavings ? "sharedSavingsProgram" : dice.Of("webInterface", "other") };
        if ((string?)entity["model"] is "other" && dice.Chance(60))
        {
            entity["qualityPercent"] = dice.Whole(0, 10000) / 100m;
        }

        if (dice.Chance(85))
        {
            entity["piParticipants"] = new JsonArray([.. Enumerable.Range(0, dice.Whole(0, 5)).Select(index => new JsonObject
            {
                ["tin"] = $"0004{index:00000}",
                ["clinicians"] = dice.Whole(1, 80),
                ["individualPoints"] = dice.Chance(50) ? dice.Whole(0, 100) : null,
                ["groupPoints"] = dice.Chance(70) ? dice.Whole(0, 100) : null,
                ["excepted"] = dice.Chance(20),
                ["optionalPublicHealth"] = dice.Chance(30),
            })]);
        }

        return entity;
    }
}
