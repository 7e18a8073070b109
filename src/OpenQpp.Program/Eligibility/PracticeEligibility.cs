using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>What eligibility says of a practice: its level, its size and its special statuses.</summary>
public sealed class PracticeEligibility
{
    private readonly UnitFacts own;
    private readonly List<ClinicianClaims> individuals;
    private readonly YearLaw law;

    internal PracticeEligibility(string tin, PracticeFacts? facts, UnitFacts own, List<ClinicianClaims> individuals, YearLaw law)
    {
        (Tin, Facts, this.own, this.individuals, this.law) = (tin, facts, own, individuals, law);
        var volume = LowVolumeDetermination.For(UnitLevel.Group, own.First, own.Second, law);
        var billing = own.First?.Clinicians is { } first && own.Second?.Clinicians is { } second ? Math.Max(first, second) : own.First?.Clinicians ?? own.Second?.Clinicians;
        Level = new(volume, ElectionOutcome.For(own.Elections, volume, isExcluded: false, law.Eligibility)) { IsGroup = LevelEligibility.GroupTest(billing, law.Eligibility.Membership) };
        Size = GroupStatuses.FoundBySize(1, SizeIn(1), law) | GroupStatuses.FoundBySize(2, SizeIn(2), law);
    }

    /// <summary>The TIN.</summary>
    public string Tin { get; }

    /// <summary>What is known of the practice, or null.</summary>
    public PracticeFacts? Facts { get; }

    /// <summary>The group level.</summary>
    public LevelEligibility Level { get; }

    /// <summary>The status of a small practice, or none.</summary>
    public SpecialStatus Size { get; }

    /// <summary>Whether the practice is small, segment by segment. Worked out when first asked for.</summary>
    public StatusTest[] SizeTests => field ??= [.. GroupStatuses.SmallPractice(1, SizeIn(1), law), .. GroupStatuses.SmallPractice(2, SizeIn(2), law)];

    /// <summary>The special statuses of the group, test by test. Worked out when first asked for.</summary>
    public StatusTest[] StatusTests => field ??= [.. SizeTests, .. TestsIn(1), .. TestsIn(2)];

    /// <summary>The special statuses of the group.</summary>
    public SpecialStatus SpecialStatuses => Size | FoundIn(1) | FoundIn(2);

    /// <summary>How many clinicians billed under the TIN in a segment: as given, else counted; 0 where nothing is known.</summary>
    /// <param name="segment">1 or 2.</param>
    public long SizeIn(int segment) =>
        own.In(segment)?.Clinicians ?? ClaimsIn(segment).Select(claims => claims.Volume.Unit.Npi).Distinct(StringComparer.Ordinal).LongCount();

    /// <summary>The special statuses of each clinician who billed in a segment.</summary>
    /// <param name="segment">1 or 2.</param>
    internal ClinicianStatuses[] StatusesIn(int segment)
    {
        var statuses = new List<ClinicianStatuses>(individuals.Count);
        foreach (var claims in individuals)
        {
            if (claims.IsIn(segment))
            {
                statuses.Add(claims.Statuses(law));
            }
        }

        return [.. statuses];
    }

    /// <summary>The practice as it elects a virtual group: a solo practitioner is judged by TIN/NPI, a group by TIN.</summary>
    internal ElectingPractice Electing(VirtualGroupPractice row, bool isElsewhere, YearLaw law)
    {
        var size = SizeIn(1);
        var volume = size == 1 && ClaimsIn(1).ToArray() is [var solo]
            ? LowVolumeDetermination.OfFirstSegment(UnitLevel.Individual, solo.Volume, law)
            : LowVolumeDetermination.OfFirstSegment(UnitLevel.Group, own.First, law);
        return new(row, size, volume, isElsewhere);
    }

    private StatusTest[] TestsIn(int segment) => GroupStatuses.For(segment, StatusesIn(segment), own.In(segment), isVirtual: false, law);

    private SpecialStatus FoundIn(int segment) => GroupStatuses.Found(segment, StatusesIn(segment), own.In(segment), isVirtual: false, law);

    private IEnumerable<ClinicianClaims> ClaimsIn(int segment) => individuals.Where(claims => claims.IsIn(segment));
}
