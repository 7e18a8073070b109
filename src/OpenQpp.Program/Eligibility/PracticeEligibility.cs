using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>What eligibility says of a practice: its level, its size and its special statuses.</summary>
public sealed class PracticeEligibility
{
    private readonly UnitFacts own;
    private readonly List<Volume>[] clinicians = [[], []];
    private readonly long?[] sizes = new long?[2];
    private readonly YearLaw law;
    private Dictionary<Volume, ClinicianStatuses>? statusesOf;

    internal PracticeEligibility(string tin, PracticeFacts? facts, UnitFacts own, IEnumerable<Volume> individuals, YearLaw law)
    {
        (Tin, Facts, this.own, this.law) = (tin, facts, own, law);
        foreach (var one in individuals)
        {
            if (one.HasClaims)
            {
                clinicians[one.Segment - 1].Add(one);
            }
        }

        var volume = LowVolumeDetermination.For(UnitLevel.Group, own.First, own.Second, law);
        var billing = own.First?.Clinicians is { } first && own.Second?.Clinicians is { } second ? Math.Max(first, second) : own.First?.Clinicians ?? own.Second?.Clinicians;
        Level = new(volume, ElectionOutcome.For(own.Elections, volume, isExcluded: false, law.Eligibility)) { IsGroup = LevelEligibility.GroupTest(billing, law.Eligibility.Membership) };
        SizeTests = (GroupStatuses.SmallPractice(1, SizeIn(1), law), GroupStatuses.SmallPractice(2, SizeIn(2), law)) switch
        {
            (null, null) => [],
            ({ } one, null) => [one],
            (null, { } one) => [one],
            var (one, other) => [one, other],
        };
    }

    /// <summary>The TIN.</summary>
    public string Tin { get; }

    /// <summary>What is known of the practice, or null.</summary>
    public PracticeFacts? Facts { get; }

    /// <summary>The group level.</summary>
    public LevelEligibility Level { get; }

    /// <summary>Whether the practice is small, segment by segment.</summary>
    public StatusTest[] SizeTests { get; }

    /// <summary>The special statuses of the group, test by test. Worked out when first asked for.</summary>
    public StatusTest[] StatusTests => field ??= [.. SizeTests, .. StatusesIn(1), .. StatusesIn(2)];

    /// <summary>The special statuses of the group.</summary>
    public SpecialStatus SpecialStatuses => StatusTest.Union(StatusTests);

    /// <summary>How many clinicians billed under the TIN in a segment: as given, else counted; 0 where nothing is known.</summary>
    /// <param name="segment">1 or 2.</param>
    public long SizeIn(int segment) =>
        sizes[segment - 1] ??= own.In(segment)?.Clinicians ?? CliniciansIn(segment).Select(volume => volume.Unit.Npi).Distinct(StringComparer.Ordinal).LongCount();

    internal List<Volume> CliniciansIn(int segment) => clinicians[segment - 1];

    /// <summary>The special statuses of a clinician of the practice in a segment; none without claims. Each is judged once.</summary>
    internal ClinicianStatuses StatusesOf(Volume? volume)
    {
        if (volume is not { HasClaims: true })
        {
            return ClinicianStatuses.None;
        }

        statusesOf ??= new(clinicians[0].Count + clinicians[1].Count, ReferenceEqualityComparer.Instance);
        if (!statusesOf.TryGetValue(volume, out var statuses))
        {
            statusesOf.Add(volume, statuses = IndividualStatuses.For(volume, law));
        }

        return statuses;
    }

    /// <summary>The practice as it elects a virtual group: a solo practitioner is judged by TIN/NPI, a group by TIN.</summary>
    internal ElectingPractice Electing(VirtualGroupPractice row, bool isElsewhere, YearLaw law)
    {
        var size = SizeIn(1);
        var volume = size == 1 && CliniciansIn(1) is [var solo]
            ? LowVolumeDetermination.OfFirstSegment(UnitLevel.Individual, solo, law)
            : LowVolumeDetermination.OfFirstSegment(UnitLevel.Group, own.First, law);
        return new(row, size, volume, isElsewhere);
    }

    private StatusTest[] StatusesIn(int segment)
    {
        var ofClinicians = new ClinicianStatuses[CliniciansIn(segment).Count];
        for (var place = 0; place < ofClinicians.Length; place++)
        {
            ofClinicians[place] = StatusesOf(CliniciansIn(segment)[place]);
        }

        return GroupStatuses.For(segment, ofClinicians, own.In(segment), isVirtual: false, law);
    }
}
