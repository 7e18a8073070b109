using OpenQpp.Law;
using OpenQpp.Rules;
using OpenQpp.Vocabulary;

namespace OpenQpp.Program;

/// <summary>What eligibility says of a practice: its level, its size and its special statuses.</summary>
public sealed class PracticeEligibility
{
    private static readonly int[] Segments = [1, 2];

    private readonly UnitFacts own;
    private readonly List<Volume>[] clinicians = [[], []];
    private readonly long?[] sizes = new long?[Segments.Length];
    private readonly YearLaw law;
    private Dictionary<Volume, IReadOnlyList<StatusTest>>? testsOf;

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
    public IReadOnlyList<StatusTest> SizeTests { get; }

    /// <summary>The special statuses of the group, test by test. Worked out when first asked for.</summary>
    public IReadOnlyList<StatusTest> StatusTests =>
        field ??= [.. SizeTests, .. Segments.SelectMany(segment => GroupStatuses.For(segment, clinicians[segment - 1].ConvertAll(StatusesOf), own.In(segment), isVirtual: false, law))];

    /// <summary>The special statuses of the group.</summary>
    public SpecialStatus SpecialStatuses => StatusTest.Union(StatusTests);

    /// <summary>How many clinicians billed under the TIN in a segment: as given, else counted; 0 where nothing is known.</summary>
    /// <param name="segment">1 or 2.</param>
    public long SizeIn(int segment) =>
        sizes[segment - 1] ??= own.In(segment)?.Clinicians ?? CliniciansIn(segment).Select(volume => volume.Unit.Npi).Distinct(StringComparer.Ordinal).LongCount();

    internal IReadOnlyList<Volume> CliniciansIn(int segment) => clinicians[segment - 1];

    /// <summary>The special statuses of a clinician of the practice in a segment; none without claims. Each is judged once.</summary>
    internal IReadOnlyList<StatusTest> StatusesOf(Volume? volume)
    {
        if (volume is not { HasClaims: true })
        {
            return [];
        }

        testsOf ??= new(clinicians[0].Count + clinicians[1].Count, ReferenceEqualityComparer.Instance);
        if (!testsOf.TryGetValue(volume, out var tests))
        {
            testsOf.Add(volume, tests = IndividualStatuses.For(volume, law));
        }

        return tests;
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
}
