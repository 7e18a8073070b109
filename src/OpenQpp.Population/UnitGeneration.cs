using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Population;

/// <summary>The units of the nation, with what they send.</summary>
internal sealed class UnitGeneration(YearLaw law, MeasurePool pool, ScoreSolver solver, long seed)
{
    private readonly bool everybodyIsCovered = law.Eligibility.ExtremeCircumstances.Word is "everyone";

    /// <summary>The units of a practice.</summary>
    public IEnumerable<UnitWork> Of(PracticePlan plan, RandomStream random) => plan.Way switch
    {
        Way.ApmEntity => ApmModel.TakesPointsOfPractices(law) ? [UnitWork.Fixed(InteroperabilityOfGroup(plan), 0, InteroperabilityOf(plan.EntityId!))] : [],
        Way.VirtualGroup => [],
        Way.LowVolume or Way.Silent or Way.ExtremeCircumstances or Way.Individuals => plan.Clinicians.Select(one => Individual(plan, one, random)).OfType<UnitWork>(),
        Way.Subgroup => Subgroups(plan, random),
        _ => [UnitWork.Aimed(new(Facts(plan), law, pool, random), Scored(plan), random)],
    };

    /// <summary>An APM Entity or a virtual group.</summary>
    public UnitWork Of(EntityPlan entity)
    {
        var random = RandomStream.Of(seed, long.MinValue + entity.Number);
        var isApm = entity.Way == Way.ApmEntity;
        var takesPoints = isApm && ApmModel.TakesPointsOfPractices(law);
        var facts = new UnitFacts(isApm ? "apm" : "virtualGroup", entity.Practices.Sum(practice => practice.Billing.Count()))
        {
            EntityId = entity.Id,
            Program = isApm && !ApmModel.IsOther(law) ? Programs.App : Programs.TraditionalMips,
            Statuses = isApm ? [] : StatusesOfVirtualGroup(entity),
            Types = TypesOf(entity.Practices.SelectMany(practice => practice.Clinicians)),
            HasApm = isApm,
            SendsQuality = !(isApm && ApmModel.IsOther(law)),
            SendsActivities = !isApm,
            SendsInteroperability = !takesPoints,
            HasCost = !isApm && entity.Practices[0].Cost == CostWish.Scored,
            HasOtherModel = ApmModel.IsOther(law),
            Participants = takesPoints ? [.. entity.Practices.SelectMany(ParticipantsOf)] : null,
        };
        return UnitWork.Aimed(new(facts, law, pool, random), entity.Scored, random);
    }

    private UnitWork? Individual(PracticePlan plan, ClinicianPlan one, RandomStream random)
    {
        if (!one.IsInMips || (plan.Way == Way.LowVolume && one.Election is null))
        {
            return null;
        }

        var sends = plan.Way is Way.Individuals or Way.LowVolume;
        var facts = Facts(plan) with
        {
            EntityType = "individual",
            Npi = one.Npi,
            Clinicians = 1,
            Types = [one.Type],
            SendsQuality = sends,
            SendsActivities = sends,
            SendsInteroperability = sends && plan.Interoperability == Reweighted.Not && plan.Way != Way.LowVolume,
            IsUnderAutomaticPolicy = plan.Way == Way.ExtremeCircumstances || everybodyIsCovered,
        };
        var unit = new UnitCase(facts, law, pool, random);
        return plan.Way == Way.Individuals || one.Election is "optIn"
            ? UnitWork.Aimed(unit, 1, random)
            : UnitWork.Fixed(unit, plan.Way == Way.LowVolume ? 0 : 1, new(random.Between(10, 90) / 100m, null, sends ? 2 : 0, random.Below(40) / 100m));
    }

    private UnitFacts Facts(PracticePlan plan) => new("group", plan.Billing.Count())
    {
        Tin = plan.Tin,
        Program = plan.Way == Way.Pathway ? PathwayOf(plan).Id : Programs.TraditionalMips,
        Method = plan.Way == Way.Pathway ? PathwayOf(plan).Method : null,
        Statuses = [.. plan.Statuses],
        Types = TypesOf(plan.Clinicians),
        HasApm = plan.HasApmCredit,
        SendsQuality = plan.Cost != CostWish.Half && plan.Way != Way.FacilityBased,
        SendsInteroperability = plan.Interoperability == Reweighted.Not,
        HasCost = plan.Cost != CostWish.None && plan.Way != Way.FacilityBased,
        IsFacilityBased = plan.Way == Way.FacilityBased,
        Reweighted = ReweightedOf(plan),
    };

    private static (string, string)[] ReweightedOf(PracticePlan plan) =>
    [
        .. plan.Cost == CostWish.Half ? [("quality", "noApplicableMeasures")] : Array.Empty<(string, string)>(),
        .. plan.Interoperability switch
        {
            Reweighted.Hardship => [("pi", "hardship")],
            Reweighted.ExtremeCircumstances when plan.Way != Way.ExtremeCircumstances => [("pi", "extremeAndUncontrollableCircumstances")],
            _ => Array.Empty<(string, string)>(),
        },
    ];

    /// <summary>Promoting Interoperability alone, which the practices of an APM Entity send for its roll-up.</summary>
    private UnitCase InteroperabilityOfGroup(PracticePlan plan) =>
        new(Facts(plan) with { SendsQuality = false, SendsActivities = false, SendsInteroperability = true, HasCost = false }, law, pool, RandomStream.Of(seed, plan.Number));

    /// <summary>The clinicians of a practice with its points: every practice of an APM Entity sends the category, so nobody is excepted.</summary>
    private IEnumerable<(string Tin, int Clinicians, decimal Points, bool Excepted)> ParticipantsOf(PracticePlan plan)
    {
        var clinicians = plan.Clinicians.Count(one => one.IsInMips);
        return clinicians == 0 ? [] : [(plan.Tin, clinicians, PointsOf(plan), false)];
    }

    /// <summary>What the group of a practice earns, without bonus points where measures have points of their own.</summary>
    private decimal PointsOf(PracticePlan plan)
    {
        if (solver.Score(InteroperabilityOfGroup(plan), InteroperabilityOf(plan.EntityId!)).PromotingInteroperability is not { } scored)
        {
            return 0m;
        }

        return law.PromotingInteroperability.Method == InteroperabilityMethod.BasePerformanceBonus
            ? scored.Percent.NumberOrZero
            : scored.Measures.Where(measure => !measure.IsBonus).Sum(measure => measure.Points.NumberOrZero);
    }

    /// <summary>How well the practices of an APM Entity do in Promoting Interoperability: most of them fully.</summary>
    private Performance InteroperabilityOf(string entityId)
    {
        var random = RandomStream.Of(seed, EntityAssembly.NumberOf(entityId) - int.MaxValue);
        return new(0m, random.Chance(7000) ? 1m : random.Between(45, 95) / 100m, 0, 0m);
    }

    private PooledPathway PathwayOf(PracticePlan plan) => pool.Pathways[(int)(plan.Number % pool.Pathways.Count)];

    /// <summary>Two halves of a practice report a pathway; what CMS computes is that of the group, which itself sends nothing.</summary>
    private List<UnitWork> Subgroups(PracticePlan plan, RandomStream random)
    {
        var group = new UnitCase(Facts(plan) with { SendsQuality = false, SendsActivities = false, SendsInteroperability = false }, law, pool, random);
        var ofGroup = new Performance(random.Between(50, 90) / 100m, null, 0, random.Below(20) / 100m);
        List<UnitWork> units = [UnitWork.Fixed(group, 0, ofGroup)];
        foreach (var half in (ReadOnlySpan<int>)[0, 1])
        {
            var members = plan.Clinicians.Where((_, place) => place % 2 == half).ToArray();
            if (members.Length == 0)
            {
                // The last practice of a nation can be cut short.
                continue;
            }

            var id = PracticeRows.SubgroupId(plan, half);
            var facts = Facts(plan) with
            {
                EntityType = "subgroup",
                EntityId = id,
                Program = PathwayOf(plan).Id,
                Method = PathwayOf(plan).Method,
                HasCost = false,
                Group = (group, ofGroup),
            };
            units.Add(UnitWork.Aimed(new(facts, law, pool, random), members.Count(one => one.IsInMips), random));
        }

        return units;
    }

    private List<string> StatusesOfVirtualGroup(EntityPlan entity) =>
        entity.Practices.Sum(practice => practice.Billing.Count()) <= law.Eligibility.SmallPracticeClinicians.Number ? ["smallPractice"] : [];

    private string[] TypesOf(IEnumerable<ClinicianPlan> clinicians) =>
        [.. clinicians.Where(one => one.IsInMips).Select(one => one.Type).Where(type => law.Reweighting.ClinicianType(type) is { Eligible: true }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static int Scored(PracticePlan plan) => plan.Clinicians.Count(one => one.IsInMips);
}
