using System.Text;
using System.Text.Json.Nodes;
using OpenQpp.Law;

namespace OpenQpp.Inputs;

/// <summary>A random case of any reporting and participation option, made from the year's own catalogue. Nearly all are valid submissions.</summary>
public static class RandomCase
{
    private const string Npi = "1234567893";

    /// <summary>The case of a year and a number: the same on every machine.</summary>
    public static JsonObject Of(YearLaw law, int number)
    {
        var year = law.Year.Year;
        var dice = new Dice((year * 1_000_003) + number);
        var option = RandomOption.Of(dice, law);
        var entity = option.Entity;
        var isSmall = dice.Chance(35);
        var withWebInterface = !isSmall && option.Programs.Any(program => option.HasWebInterface(program, law)) && dice.Chance(entity is "apm" ? 60 : 15);
        var profile = RandomProfile.Of(dice, law, option, isSmall, withWebInterface);
        var sets = new List<JsonObject>();
        foreach (var program in option.Programs.Where(_ => dice.Chance(92)))
        {
            JsonObject[] submitted = [.. RandomQuality.Sets(dice, law, option, program, isSmall, withWebInterface), .. RandomActivities.Sets(dice, law), .. RandomInteroperability.Sets(dice, law, entity)];
            Array.ForEach(submitted, set => set["programName"] = program);
            sets.AddRange(submitted);
        }

        sets.AddRange(RandomQuality.Computed(dice, law));
        sets.AddRange(RandomCost.Sets(dice, law));
        if (entity is "subgroup")
        {
            RandomPathwayProfile.MoveToGroup(profile, sets, dice);
        }

        var submission = new JsonObject { ["entityType"] = entity, ["performanceYear"] = year };
        if (entity is "individual" or "group")
        {
            submission["taxpayerIdentificationNumber"] = $"000{dice.Whole(1, 999999):000000}";
        }
        else
        {
            submission["entityId"] = entity is "subgroup" ? $"SG-{dice.Whole(1, 99999999):00000000}" : $"VG{dice.Whole(1, 9999):0000}";
        }

        if (entity is "individual")
        {
            submission["nationalProviderIdentifier"] = Npi;
        }

        submission["measurementSets"] = new JsonArray([.. dice.Shuffled(sets)]);
        submission["profile"] = profile;
        return submission;
    }

    public static byte[] Bytes(JsonNode submission) => Encoding.UTF8.GetBytes(submission.ToJsonString());

    /// <summary>A set without its measurements.</summary>
    public static JsonObject Set(string category, string method, int year, IEnumerable<JsonNode> measurements, int firstMonth = 1) => new()
    {
        ["category"] = category,
        ["submissionMethod"] = method,
        ["programName"] = "mips",
        ["performanceStart"] = $"{year}-{firstMonth:00}-01",
        ["performanceEnd"] = $"{year}-12-31",
        ["measurements"] = new JsonArray([.. measurements]),
    };
}
