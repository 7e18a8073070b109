using System.Text.Json.Nodes;
using OpenQpp.Inputs;

namespace OpenQpp.NationalRuns;

/// <summary>A nation of random cases with everything in it that a run can meet, not sorted, some of it wrong.</summary>
internal static class RandomNation
{
    private static readonly string[] FromCms = ["complexPatient", "priorYear", "reweighted"];
    private static readonly string[] FromSubmitter = ["cahps", "activityParticipation", "cehrtEdition", "qualityFullParticipation"];

    public static MadeUpNation Of(int year, int practices, int seed)
    {
        var (dice, law, nation) = (new Dice(seed), RunOutputs.Book.Of(new(year)), new MadeUpNation(year));
        var npi = 1;
        foreach (var number in dice.Shuffled(Enumerable.Range(1, practices)))
        {
            var tin = $"{number * 7:000000000}";
            var size = dice.Of(1, 1, 2, 3, 6, 20);
            nation.Practice(tin, size, dice.Chance(80) ? "900000.00,2500,3000" : MadeUpNation.FewPatients, formed: dice.Chance(5) ? $"{year}-10-15" : "");
            for (var one = 0; one < size; one++, npi++)
            {
                nation.Clinician(
                    tin,
                    npi,
                    dice.Chance(5) ? null : dice.Of(MadeUpNation.Required, MadeUpNation.FewPatients),
                    dice.Of("physician", "physician", "nursePractitioner", "other"),
                    dice.Chance(3) ? $"{year}-02-01" : "",
                    dice.Chance(5) ? "qp" : "",
                    dice.Chance(5) ? $"{year}-11-01" : "",
                    dice.Chance(5) ? "Y" : "");
                nation.Charges(tin, npi, $"{dice.Whole(0, 400_000)}.{dice.Whole(0, 99):00}");
                AddMemberships(dice, nation, year, tin, npi);
                if (dice.Chance(20))
                {
                    Add(nation, "individual", tin, npi, RandomCase.Of(law, npi), dice);
                }
            }

            if (dice.Chance(70))
            {
                Add(nation, "group", tin, 0, RandomCase.Of(law, 100_000 + number), dice);
            }
        }

        nation.Row("clinicians.csv", $"000000001,{MadeUpNation.Npi(npi)},wizard,,,,,,,").Row("volumes.csv", "group,12,,,1,1.00,1,1,1").Row("charges.csv", "not a row");
        nation.Row("submissions.ndjson", "{ not JSON").Row("submissions.ndjson", """{"entityType":"group","performanceYear":1999,"taxpayerIdentificationNumber":"000000007","measurementSets":[]}""");
        return nation.Write();
    }

    private static void AddMemberships(Dice dice, MadeUpNation nation, int year, string tin, int npi)
    {
        if (dice.Chance(8))
        {
            nation.Charges($"{int.Parse(tin) + dice.Whole(1, 3):000000000}", npi, "12345.67");
        }

        if (dice.Chance(10))
        {
            nation.ApmEntity($"E{dice.Whole(1, 4)}", tin, npi);
        }

        if (dice.Chance(5))
        {
            nation.Elects(tin, npi, dice.Of("optIn", "voluntary"));
        }

        if (year > 2017 && dice.Chance(6))
        {
            nation.VirtualGroup($"VG{dice.Whole(1, 3)}", tin);
        }

        if (dice.Chance(10))
        {
            nation.Row("subgroups.csv", $"SG{dice.Whole(1, 9)},{tin},{MadeUpNation.Npi(npi)}");
        }
    }

    /// <summary>A random case, cut into what was submitted and what CMS computed, now and then over several lines.</summary>
    private static void Add(MadeUpNation nation, string entityType, string tin, int npi, JsonObject random, Dice dice)
    {
        var (submitted, more, computed) = (nation.Case(entityType, tin, npi), nation.Case(entityType, tin, npi), nation.Case(entityType, tin, npi));
        foreach (var set in random["measurementSets"]!.AsArray())
        {
            var isComputed = (string)set!["submissionMethod"]! is "administrativeClaims";
            (isComputed ? computed : dice.Chance(20) ? more : submitted)["measurementSets"]!.AsArray().Add(set.DeepClone());
        }

        submitted["profile"] = PartOf(random["profile"]!.AsObject(), FromSubmitter);
        computed["profile"] = PartOf(random["profile"]!.AsObject(), FromCms);
        nation.Submits(submitted).Submits(more).Computed(computed);
    }

    private static JsonObject PartOf(JsonObject profile, string[] fields) =>
        new(profile.Where(field => fields.Contains(field.Key, StringComparer.Ordinal)).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
}
