using System.Globalization;
using OpenQpp.Law;

namespace OpenQpp.Population;

/// <summary>An APM Entity or a virtual group with its practices.</summary>
internal sealed record EntityPlan(string Id, Way Way, long Number)
{
    public List<PracticePlan> Practices { get; } = [];

    public int Clinicians => Practices.Sum(practice => practice.Clinicians.Count);

    public int Scored => Practices.Sum(practice => practice.Clinicians.Count(one => one.IsInMips));
}

/// <summary>Gathers practices to APM Entities and virtual groups. One of each is open at a time.</summary>
/// <param name="law">The law of the year.</param>
/// <param name="expected">TIN/NPI in all.</param>
internal sealed class EntityAssembly(YearLaw law, long expected)
{
    private const int PracticesOfVirtualGroup = 3;
    private const int PartOfNation = 160;
    private const int MostClinicians = 2500;
    private const int MostPractices = 12;

    private readonly Dictionary<Way, EntityPlan> open = [];
    private long number;

    /// <summary>The practice with its entity, and the entity where it is complete now.</summary>
    public (PracticePlan Plan, EntityPlan? Closed) Join(PracticePlan plan)
    {
        if (plan.Way is not (Way.ApmEntity or Way.VirtualGroup))
        {
            return (plan, null);
        }

        if (!open.TryGetValue(plan.Way, out var entity))
        {
            number++;
            entity = new(string.Create(CultureInfo.InvariantCulture, $"{(plan.Way == Way.ApmEntity ? "A" : "VG")}{number:D5}"), plan.Way, number);
            open.Add(plan.Way, entity);
        }

        var member = plan with { EntityId = entity.Id };
        entity.Practices.Add(member);
        var isComplete = plan.Way == Way.VirtualGroup
            ? entity.Practices.Count == PracticesOfVirtualGroup
            : entity.Practices.Count == MostPractices || entity.Clinicians >= Math.Clamp(expected / PartOfNation, 2, MostClinicians);
        if (isComplete)
        {
            open.Remove(plan.Way);
        }

        return (member, isComplete ? entity : null);
    }

    /// <summary>The number in the id of an APM Entity.</summary>
    public static long NumberOf(string entityId) => long.Parse(entityId.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The entities that were not completed, at the end.</summary>
    public IEnumerable<EntityPlan> Rest() =>
        open.Values.Where(entity => entity.Way == Way.ApmEntity || entity.Practices.Count >= law.Eligibility.Membership.VirtualGroupPractices?.Number);
}
