using System.Text.Json.Nodes;
using OpenQpp.Law;

namespace OpenQpp.Inputs;

/// <summary>What CMS knows about a participant from elsewhere.</summary>
public static class RandomProfile
{
    public static JsonObject Of(Dice dice, YearLaw law, RandomOption option, bool isSmall, bool isLarge)
    {
        var entity = option.Entity;
        var statuses = new List<string>(isSmall ? ["smallPractice"] : []);
        statuses.AddRange(new[] { "ruralPractice", "hpsa", "nonPatientFacing", "hospitalBased", "ascBased" }.Where(_ => dice.Chance(9)));
        var profile = new JsonObject
        {
            ["specialStatuses"] = new JsonArray([.. statuses]),
            ["eligibleClinicians"] = isLarge ? dice.Whole(25, 300) : isSmall ? dice.Whole(1, 15) : dice.Of(16, 17, dice.Whole(18, 400)),
        };
        if (dice.Chance(70))
        {
            var known = law.Reweighting.ClinicianTypes.Where(type => type.Eligible).Select(type => type.Name).ToArray();
            profile["clinicianTypes"] = new JsonArray([.. entity is "individual" ? [dice.Of("physician", dice.Of(known))] : dice.Some(known, dice.Whole(1, 4))]);
        }

        if (dice.Chance(25))
        {
            profile["apmParticipation"] = dice.Chance(80);
        }

        if (dice.Chance(15))
        {
            profile["automaticExtremeCircumstances"] = true;
        }

        if (dice.Chance(20))
        {
            profile["reweighted"] = Reweighted(dice, law, entity);
        }

        if (dice.Chance(60))
        {
            profile["complexPatient"] = ComplexPatient(dice);
        }

        if (dice.Chance(55))
        {
            profile["priorYear"] = new JsonObject
            {
                ["qualityAchievementPercent"] = dice.Of(0m, 20m, 30m, 30.01m, 55m, dice.Whole(0, 10000) / 100m, 100m),
                ["costPercent"] = dice.Of(0m, 25m, 50m, dice.Whole(0, 10000) / 100m, 100m),
            };
        }

        RandomPathwayProfile.Add(profile, dice, law, option, isLarge);
        return profile;
    }

    private static JsonArray Reweighted(Dice dice, YearLaw law, string entity)
    {
        var possible = law.Reweighting.Triggers
            .Where(trigger => trigger.Known == KnownBy.Given && !trigger.EntitiesOnly && !(entity is "individual" ? trigger.GroupsOnly : trigger.IndividualsOnly))
            .Where(trigger => entity is not "apm" || (!trigger.GroupsOnly && trigger.Name is not "extremeAndUncontrollableCircumstances"))
            .Select(trigger => (Category: Word(trigger.Category), trigger.Name))
            .Where(pair => pair.Name is not ("joinedInFinalThreeMonths" or "automaticExtremeCircumstances"));
        return new([.. dice.Some(possible, 3).DistinctBy(pair => pair.Category).Take(dice.Whole(1, 3))
            .Select(pair => new JsonObject { ["category"] = pair.Category, ["reason"] = pair.Name })]);
    }

    private static string Word(Vocabulary.PerformanceCategory category) => category switch
    {
        Vocabulary.PerformanceCategory.Quality => "quality",
        Vocabulary.PerformanceCategory.Cost => "cost",
        Vocabulary.PerformanceCategory.ImprovementActivities => "ia",
        _ => "pi",
    };

    private static JsonObject ComplexPatient(Dice dice) => new()
    {
        ["averageHccRiskScore"] = dice.Whole(50, 400) / 100m,
        ["dualEligibleRatio"] = dice.Whole(0, 100) / 100m,
        ["reference"] = new JsonObject
        {
            ["hcc"] = new JsonObject { ["median"] = 1.3m, ["mean"] = 1.4m, ["standardDeviation"] = dice.Of(0.3m, 0.7m) },
            ["dual"] = new JsonObject { ["median"] = 0.22m, ["mean"] = 0.25m, ["standardDeviation"] = dice.Of(0.15m, 0.3m) },
        },
    };
}
