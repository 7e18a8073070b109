using System.Text;
using System.Text.Json.Nodes;
using OpenQpp.Law;

namespace OpenQpp.Inputs;

/// <summary>A random case of traditional MIPS, made from the year's own catalogue. Nearly all are valid submissions.</summary>
public static class RandomCase
{
    private const string Npi = "1234567893";

    /// <summary>The case of a year and a number: the same on every machine.</summary>
    public static JsonObject Of(YearLaw law, int number)
    {
        var year = law.Year.Year;
        var dice = new Dice((year * 1_000_003) + number);
        var entity = dice.Of(year == 2017 ? ["individual", "group"] : (string[])["individual", "individual", "group", "group", "virtualGroup"]);
        var isSmall = dice.Chance(35);
        var withWebInterface = !isSmall && entity is not "individual" && law.Catalogue.WebInterfaceMeasures.Count > 0 && dice.Chance(15);
        var profile = RandomProfile.Of(dice, law, entity, isSmall, withWebInterface);
        var sets = new List<JsonObject>();
        if (dice.Chance(92))
        {
            sets.AddRange(RandomQuality.Sets(dice, law, entity, isSmall, withWebInterface));
            sets.AddRange(RandomActivities.Sets(dice, law));
            sets.AddRange(RandomInteroperability.Sets(dice, law));
        }

        sets.AddRange(RandomCost.Sets(dice, law));
        var submission = new JsonObject { ["entityType"] = entity, ["performanceYear"] = year };
        if (entity is "virtualGroup")
        {
            submission["entityId"] = $"VG{dice.Whole(1, 9999):0000}";
        }
        else
        {
            submission["taxpayerIdentificationNumber"] = $"000{dice.Whole(1, 999999):000000}";
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
