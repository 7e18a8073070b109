using OpenQpp.Law;

namespace OpenQpp.Population;

/// <summary>Plans practice after practice: how each takes part, its size, its statuses. Quotas keep the shares of clinicians.</summary>
internal sealed class PracticePlanner
{
    private const int Solo = 0;
    private const int Small = 1;
    private const int Medium = 2;
    private const int Large = 3;
    private const int LargestSmall = 15;
    private const int LargestInVirtualGroup = 10;
    private const int LargestMedium = 99;
    private const int LargestLarge = 900;
    private const int PartOfNation = 160;

    /// <summary>The largest practice of a small nation is at least so large, that it may have subgroups.</summary>
    private const int LeastLargest = 20;
    private const long Tins = 9_000_000;

    private static readonly string[] SizeNames = ["solo", "small", "medium", "large"];

    private readonly long seed;
    private readonly long clinicians;
    private readonly YearLaw law;
    private readonly Shape shape;
    private readonly ClinicianPlanner clinicianPlanner;
    private readonly PracticeCharacters characters;
    private readonly Quota ways;
    private readonly Quota sizes;
    private readonly long step;
    private readonly int largest;
    private long number;
    private long planned;

    /// <summary>A planner of a nation.</summary>
    /// <param name="law">The law of the year.</param>
    /// <param name="shape">The shape of the nation.</param>
    /// <param name="pool">The measures of the year.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="clinicians">TIN/NPI in all.</param>
    public PracticePlanner(YearLaw law, Shape shape, MeasurePool pool, long seed, long clinicians)
    {
        (this.law, this.shape, this.seed, this.clinicians) = (law, shape, seed, clinicians);
        clinicianPlanner = new(law, shape, seed);
        characters = new(law, shape, clinicians);
        ways = new(WayShares(law, shape, pool), clinicians);
        sizes = new([.. SizeNames.Select(name => shape.Share($"size.{name}"))], clinicians);
        step = Math.Clamp(Tins / (clinicians + 1), 2, 20);
        largest = (int)Math.Clamp(clinicians / PartOfNation, Math.Clamp(clinicians / 10, 2, LeastLargest), LargestLarge);
    }

    /// <summary>The next practice; null when all clinicians are planned.</summary>
    public PracticePlan? Next()
    {
        if (planned >= clinicians)
        {
            return null;
        }

        var random = RandomStream.Of(seed, ++number);
        var left = clinicians - planned;
        var way = (Way)ways.Choose(1, way => SizesOf((Way)way, left).Any());
        var size = SizeOf(way, left, random);
        var tin = SyntheticIdentifiers.Tin((number * step) + random.Below((int)step));
        var people = clinicianPlanner.Of(way, size, random);
        planned += size;
        ways.Count((int)way, size);
        return characters.Of(new(number, tin, way, people) { Zip = "", IsSmall = people.Count(one => !one.IsLateJoiner) <= (int)law.Eligibility.SmallPracticeClinicians.Number }, random);
    }

    /// <summary>The classes of size that a way may have.</summary>
    private IEnumerable<int> SizesOf(Way way, long left) => Enumerable.Range(0, SizeNames.Length).Where(size => LeastOf(size) <= Math.Min(largest, left) && way switch
    {
        Way.LowVolume => size == Solo,
        Way.Individuals or Way.Silent or Way.ExtremeCircumstances or Way.VirtualGroup => size is Solo or Small,
        Way.FacilityBased => size is Medium or Small,
        Way.Subgroup => size is Medium,
        _ => size != Solo,
    });

    private int SizeOf(Way way, long left, RandomStream random)
    {
        int[] may = [.. SizesOf(way, left)];
        var chosen = sizes.Choose(1, size => may.Contains(size));
        var most = (int)Math.Min(Math.Min(left, largest), way == Way.VirtualGroup ? LargestInVirtualGroup : chosen switch
        {
            Solo => 1,
            Small => random.Chance(6000) ? LargestSmall / 2 : LargestSmall,
            Medium => LargestMedium,
            _ => LargestLarge,
        });
        var least = LeastOf(chosen);

        // The smaller of two draws: small practices are more frequent than large ones in every class.
        var size = most <= least ? Math.Min(most, least) : Math.Min(random.Between(least, most), random.Between(least, most));
        sizes.Count(chosen, size);
        return Math.Max(1, size);
    }

    private static int LeastOf(int size) => size switch
    {
        Solo => 1,
        Small => 2,
        Medium => LargestSmall + 1,
        _ => LargestMedium + 1,
    };

    /// <summary>Ways that the year does not have go to groups.</summary>
    private static int[] WayShares(YearLaw law, Shape shape, MeasurePool pool)
    {
        var wanted = new (Way Way, string Name, bool Exists)[]
        {
            (Way.Group, "group", true),
            (Way.Individuals, "individuals", true),
            (Way.FacilityBased, "facility-based", law.FinalScore.FacilityBasedMethod != FacilityBasedMethod.None),
            (Way.Pathway, "pathway", pool.Pathways.Count > 0),
            (Way.Subgroup, "subgroup", pool.Pathways.Count > 0 && law.Eligibility.Membership.Subgroups.Flag),
            (Way.VirtualGroup, "virtual-group", law.Eligibility.VirtualGroups.Flag),
            (Way.ApmEntity, "apm-entity", true),
            (Way.Silent, "silent", true),
            (Way.ExtremeCircumstances, "extreme-circumstances", true),
            (Way.LowVolume, "low-volume", true),
        };
        var shares = new int[wanted.Length];
        foreach (var (way, name, exists) in wanted)
        {
            shares[(int)(exists ? way : Way.Group)] += shape.Share($"way.{name}");
        }

        return shares;
    }
}
