using OpenQpp.Law;

namespace OpenQpp.Population;

/// <summary>Plans the clinicians of a practice.</summary>
/// <param name="law">The law of the year.</param>
/// <param name="shape">The shape of the nation.</param>
/// <param name="seed">The seed of the nation.</param>
internal sealed class ClinicianPlanner(YearLaw law, Shape shape, long seed)
{
    private const string OtherType = "other";
    private const int Whole = 10000;

    private readonly SyntheticIdentifiers identifiers = new(seed);
    private readonly (string Name, int Share)[] types = [.. shape.Shares("type.")];
    private long clinician;

    /// <summary>The clinicians, by NPI. The first one always exceeds the low-volume threshold where the practice is to take part.</summary>
    /// <param name="way">How the practice takes part.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="random">Draws.</param>
    public IReadOnlyList<ClinicianPlan> Of(Way way, int count, RandomStream random)
    {
        var (people, npis, first) = (new List<ClinicianPlan>(count), new HashSet<string>(StringComparer.Ordinal), clinician);
        while (people.Count < count)
        {
            // An earlier clinician who works here too, or a new one.
            var npi = first > 0 && people.Count > 0 && random.Chance(shape.Share("clinician.several-practices"))
                ? identifiers.Npi(random.Below(first))
                : identifiers.Npi(clinician++);
            if (npis.Add(npi))
            {
                people.Add(One(npi, way, people.Count == 0, count, random));
            }
        }

        people.Sort((one, other) => string.CompareOrdinal(one.Npi, other.Npi));
        return people;
    }

    private ClinicianPlan One(string npi, Way way, bool isFirst, int count, RandomStream random)
    {
        var type = TypeOf(way, isFirst, random);
        var mayBeOut = !isFirst && way is Way.Group or Way.ApmEntity or Way.Pathway or Way.LowVolume;
        var isApm = way == Way.ApmEntity && !isFirst;
        var isLate = way == Way.LowVolume ? random.Chance(shape.Share("practice.new")) : !isFirst && way is Way.Group && count > 3 && random.Chance(shape.Share("clinician.late-joiner"));
        var isAbove = way != Way.LowVolume && (isFirst || way is Way.Individuals or Way.Silent or Way.ExtremeCircumstances or Way.VirtualGroup || !random.Chance(shape.Share("clinician.below-threshold")));
        var plan = new ClinicianPlan(npi, type)
        {
            IsEligibleType = law.Reweighting.ClinicianType(type) is { Eligible: true },
            IsNew = mayBeOut && random.Chance(shape.Share("clinician.newly-enrolled")),
            IsQp = isApm && random.Chance(shape.Share("clinician.qp")),
            IsPartialQp = isApm && random.Chance(shape.Share("clinician.partial-qp")),
            IsLateJoiner = isLate,
            IsAboveThreshold = isAbove && !isLate,
            Election = way == Way.LowVolume && !isLate && law.Eligibility.OptIn.Flag ? Election(random) : null,
        };
        return WithVolume(plan with { IsQp = plan.IsQp && !plan.IsNew }, random);
    }

    private string? Election(RandomStream random) =>
        random.Chance(shape.Share("clinician.opt-in")) ? "optIn" : random.Chance(shape.Share("clinician.voluntary")) ? "voluntary" : null;

    private string TypeOf(Way way, bool isFirst, RandomStream random)
    {
        if (isFirst)
        {
            return "physician";
        }

        if (way is Way.Group or Way.ApmEntity && random.Chance(shape.Share("clinician.ineligible-type")))
        {
            return OtherType;
        }

        var drawn = random.Below(Whole);
        foreach (var (name, share) in types)
        {
            drawn -= share;
            if (drawn < 0)
            {
                return law.Reweighting.ClinicianType(name) is { Eligible: true } || way is Way.Group or Way.ApmEntity ? name : "physician";
            }
        }

        return OtherType;
    }

    /// <summary>Volumes well above every criterion, well below every one, or, for those who elect, above the services alone.</summary>
    private ClinicianPlan WithVolume(ClinicianPlan plan, RandomStream random)
    {
        var (dollars, patients) = ((long)law.Eligibility.LowVolumeDollars.Number, (int)law.Eligibility.LowVolumePatients.Number);
        var services = (int)(law.Eligibility.LowVolumeServices?.Number ?? patients);
        return plan.IsAboveThreshold
            ? plan with { Dollars = dollars + random.Between(5000, 400000), Beneficiaries = patients + random.Between(20, 700), Services = services + random.Between(100, 2500) }
            : plan with { Dollars = random.Between(2000, (int)(dollars * 8 / 10)), Beneficiaries = random.Between(5, patients * 8 / 10), Services = plan.Election is null ? random.Between(10, services * 8 / 10) : services + random.Between(20, 200) };
    }
}
