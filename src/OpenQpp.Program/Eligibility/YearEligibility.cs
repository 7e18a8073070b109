using System.Collections.Concurrent;
using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>
/// Eligibility of a year: joins the facts and asks the rules, clinician by clinician. Practices, entities and subgroups are
/// worked out when the first of their clinicians is asked for, and then kept for a while.
/// </summary>
/// <param name="facts">What is known.</param>
/// <param name="law">The law of the year.</param>
/// <param name="reported">Who sent data, by TIN, NPI; null where that is not known.</param>
/// <param name="nation">Where the facts are a part of a nation: where its virtual groups, worked out before, and its APM Entities are asked for, by several parts at once; else null.</param>
public sealed class YearEligibility(EligibilityFacts facts, YearLaw law, Func<string, string, ReportedLevels>? reported = null, YearEligibility? nation = null)
{
    private const int MostPractices = 1024;

    private readonly Dictionary<string, PracticeFacts> practices = ByTin(facts.Practices);
    private readonly KnownUnits units = new(facts);
    private readonly ILookup<(string Tin, string Id), SubgroupClinician> membersOfSubgroup = facts.Subgroups.ToLookup(one => (one.Tin, one.SubgroupId));
    private readonly Dictionary<string, PracticeEligibility> ofTin = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, LevelEligibility> ofEntity = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Tin, string Id), Finding> ofSubgroup = [];
    private readonly Dictionary<string, StatusTest[]> ofVirtualGroup = new(StringComparer.Ordinal);
    private readonly Exclusions exclusions = new(law);
    private PracticeEligibility? lastPractice;
    private (bool? Given, string? Zip, Finding Found)? lastCircumstances;
    private Dictionary<(string Tin, string Npi), ClinicianFacts>? clinicians;
    private VirtualGroups? virtualGroups;

    /// <summary>Every virtual group with its check.</summary>
    public IReadOnlyList<VirtualGroup> VirtualGroups => Groups.All;

    private VirtualGroups Groups => virtualGroups ??= nation?.Groups ?? new(facts.VirtualGroups, Practice, law);

    /// <summary>The answers for all clinicians, in the order of the facts.</summary>
    public IEnumerable<EligibilityAnswer> Answers() => facts.Clinicians.Select(Answer);

    /// <summary>The answer for a clinician.</summary>
    /// <param name="clinician">The clinician.</param>
    public EligibilityAnswer Answer(ClinicianFacts clinician)
    {
        var (tin, npi) = (clinician.Tin, clinician.Npi);
        var (practice, own, (qp, exclusion)) = (Practice(tin), units.Of(UnitId.Individual(tin, npi)), exclusions.Of(clinician));
        var individual = Individual(own, exclusion);
        var memberships = MembershipsOf(own);
        var virtualGroup = Groups.Of(tin);
        var standing = new Standing(exclusion, LateJoiner.For(clinician.FirstClaim, practice.Facts?.Formed, individual.Volume.HasClaims, law), individual, practice.Level)
        {
            ApmEntities = EntitiesOf(memberships),
            VirtualGroup = virtualGroup is not null && virtualGroup.Tins.Contains(tin, StringComparer.Ordinal) ? virtualGroup.IsApproved : null,
            Subgroup = own.Subgroup is null ? null : SubgroupOf(own.Subgroup),
            Reported = reported?.Invoke(tin, npi) ?? ReportedLevels.Unknown,
        };
        return new(clinician, own, standing, practice, this, law)
        {
            Qp = qp,
            Apm = memberships,
            VirtualGroup = virtualGroup,
        };
    }

    /// <summary>What is known of a practice.</summary>
    /// <param name="tin">The TIN.</param>
    public PracticeEligibility Practice(string tin)
    {
        if (lastPractice is { } last && string.Equals(last.Tin, tin, StringComparison.Ordinal))
        {
            return last;
        }

        if (!ofTin.TryGetValue(tin, out var practice))
        {
            // Files are sorted by TIN as a rule: what was worked out long ago is not asked for again.
            if (ofTin.Count == MostPractices)
            {
                ofTin.Clear();
            }

            practice = new(tin, practices.GetValueOrDefault(tin), units.Of(UnitId.Group(tin)), units.ClaimsUnder(tin), law);
            ofTin.Add(tin, practice);
        }

        lastPractice = practice;
        return practice;
    }

    /// <summary>Forgets a practice of which nothing more will be asked, and with it the status tests of its clinicians.</summary>
    /// <param name="tin">The TIN.</param>
    public void Forget(string tin) => ofTin.Remove(tin);

    /// <summary>What is known of an APM Entity group.</summary>
    /// <param name="entityId">The APM Entity id.</param>
    public LevelEligibility Entity(string entityId) => nation?.Entity(entityId) ?? ofEntity.GetOrAdd(entityId, FindEntity);

    private LevelEligibility FindEntity(string entityId)
    {
        var own = units.Of(UnitId.ApmEntity(entityId));
        var volume = LowVolumeDetermination.For(UnitLevel.ApmEntity, own.First, own.Second, law);
        return new(volume, ElectionOutcome.For(own.Elections, volume, isExcluded: false, law.Eligibility));
    }

    /// <summary>The special statuses of a virtual group: those of the clinicians of all its TINs together.</summary>
    /// <param name="group">The virtual group.</param>
    public StatusTest[] StatusesOf(VirtualGroup group)
    {
        if (!ofVirtualGroup.TryGetValue(group.Id, out var known))
        {
            ofVirtualGroup.Add(group.Id, known = StatusTestsOf(group));
        }

        return known;
    }

    private StatusTest[] StatusTestsOf(VirtualGroup group)
    {
        var tests = new List<StatusTest>();
        var members = group.Tins.Select(Practice).ToArray();
        foreach (var segment in (ReadOnlySpan<int>)[1, 2])
        {
            tests.AddRange(GroupStatuses.SmallPractice(segment, members.Sum(practice => practice.SizeIn(segment)), law));
            var all = members.SelectMany(practice => practice.StatusesIn(segment)).ToArray();
            tests.AddRange(GroupStatuses.For(segment, all, null, isVirtual: true, law));
        }

        return [.. tests];
    }

    private LevelEligibility Individual(UnitFacts own, Exclusion exclusion)
    {
        var volume = LowVolumeDetermination.For(UnitLevel.Individual, own.First, own.Second, law);
        return new(volume, ElectionOutcome.For(own.Elections, volume, exclusion.Word is not null, law.Eligibility));
    }

    private ApmMembership[] MembershipsOf(UnitFacts own)
    {
        var memberships = own.Listings.Count == 0 ? [] : new ApmMembership[own.Listings.Count];
        for (var place = 0; place < memberships.Length; place++)
        {
            memberships[place] = ApmMembership.For(own.Listings[place], law);
        }

        return memberships;
    }

    private LevelEligibility[] EntitiesOf(ApmMembership[] memberships) => memberships switch
    {
        [] => [],
        [var only] => only.IsMember ? [Entity(only.Listing.EntityId)] : [],
        _ => [.. memberships.Where(membership => membership.IsMember).Select(membership => membership.Listing.EntityId).Distinct(StringComparer.Ordinal).Select(Entity)],
    };

    /// <summary>Whether the automatic policy covers a clinician; worked out once for neighbours who share a ZIP code.</summary>
    internal Finding CircumstancesOf(bool? given, string? zip)
    {
        if (lastCircumstances is { } last && last.Given == given && string.Equals(last.Zip, zip, StringComparison.Ordinal))
        {
            return last.Found;
        }

        var found = AutomaticExtremeCircumstances.For(given, zip, law);
        lastCircumstances = (given, zip, found);
        return found;
    }

    /// <summary>The special statuses of a clinician's claims in a segment, test by test.</summary>
    internal StatusTest[] TestsOf(Volume? volume) => IndividualStatuses.TestsOf(volume, law);

    /// <summary>The special statuses of a clinician that hold in a segment.</summary>
    internal SpecialStatus FoundIn(UnitFacts clinician, int segment) => clinician.StatusesIn(segment, law).Found;

    private Finding SubgroupOf(SubgroupClinician member)
    {
        var key = (member.Tin, member.SubgroupId);
        if (!ofSubgroup.TryGetValue(key, out var found))
        {
            clinicians ??= FindCliniciansOfSubgroups();
            var levels = membersOfSubgroup[key]
                .Select(one => clinicians.GetValueOrDefault((one.Tin, one.Npi)))
                .OfType<ClinicianFacts>()
                .Select(one => (exclusions.Of(one).Exclusion, Facts: one))
                .Select(one => (one.Exclusion, Level: Individual(units.Of(UnitId.Individual(one.Facts.Tin, one.Facts.Npi)), one.Exclusion)))
                .Where(one => one.Level.Election.Choice is null)
                .ToArray();
            found = Subgroup.For(levels.Length, levels.Count(one => one.Exclusion.Word is null && one.Level.IsRequired), Practice(member.Tin).Level.IsRequired, law);
            ofSubgroup.Add(key, found);
        }

        return found;
    }

    private Dictionary<(string Tin, string Npi), ClinicianFacts> FindCliniciansOfSubgroups()
    {
        var tins = facts.Subgroups.Select(one => one.Tin).ToHashSet(StringComparer.Ordinal);
        return facts.Clinicians.Where(one => tins.Contains(one.Tin)).DistinctBy(one => (one.Tin, one.Npi)).ToDictionary(one => (one.Tin, one.Npi));
    }

    private static Dictionary<string, PracticeFacts> ByTin(IEnumerable<PracticeFacts> practices)
    {
        var byTin = new Dictionary<string, PracticeFacts>(StringComparer.Ordinal);
        foreach (var practice in practices)
        {
            byTin.TryAdd(practice.Tin, practice);
        }

        return byTin;
    }
}
