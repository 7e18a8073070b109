using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>
/// The special statuses of a group or virtual group in one segment, from those of the clinicians who billed under its TINs in
/// that segment, of whatever type.
/// </summary>
[Cfr("414.1305")]
[Cfr("414.1380(e)(2)")]
[Cfr("414.1380(e)(2)(ii)")]
public static class GroupStatuses
{
    private static readonly Label Clinicians = new("clinicians who billed", Unit.Clinicians, "414.1305", "{v} clinicians billed under the TIN in the segment");
    private static readonly Label One = new("clinician who billed", Unit.Clinicians, "414.1305", "one clinician");
    private static readonly Label With = new("clinicians with the status", Unit.Clinicians, "414.1305", "{n} of them have the status themselves");
    private static readonly Label Share = new("clinicians that must be exceeded", Unit.Clinicians, "414.1305", "{0} percent of {1} clinicians: {v}");
    private static readonly Label FacilityShare = new("clinicians that make a group facility-based", Unit.Clinicians, "414.1380(e)(2)(ii)", "{0} percent of {1} clinicians: {v}");
    private static readonly Label MoreThan = new("status of the group", Unit.YesNo, "414.1305", "{s}: {0} clinicians, more than {1}: {v}");
    private static readonly Label Every = new("status of the group", Unit.YesNo, "414.1380(c)(2)(iii)", "{s}: {0} clinicians, at least {1}: {v}");
    private static readonly Label Facility = new("facility-based group", Unit.YesNo, "414.1380(e)(2)(ii)", "{0} facility-based clinicians, at least {1}: {v}");
    private static readonly Label Any = new("status of the group", Unit.YesNo, "414.1305, rural area", "{s}: {0} clinicians, at least {1}: {v}");
    private static readonly Label AtLeastOne = new("one clinician", Unit.Clinicians, "414.1305, rural area", "at least {v} clinician");
    private static readonly Label Small = new("small practice", Unit.YesNo, "414.1305, small practice", "{0} clinicians, at most {1}: {v}");
    private static readonly Label Size = new("clinicians of the practice", Unit.Clinicians, "414.1305, small practice", "{v} clinicians billed under the TIN");
    private static readonly Label StatedByArea = new("status of the group", Unit.YesNo, "414.1305, rural area", "{s}, as stated for the group: {v}");

    private static readonly Finding OneClinician = Finding.Parameter(One, 1m);
    private static readonly Finding OneIsEnough = Finding.Parameter(AtLeastOne, 1m);

    /// <summary>The statuses of a group in a segment, test by test.</summary>
    /// <param name="segment">1 or 2.</param>
    /// <param name="clinicians">The statuses of each clinician who billed in the segment.</param>
    /// <param name="volume">What is known of the group's own claims in the segment, or null.</param>
    /// <param name="isVirtual">A virtual group.</param>
    /// <param name="law">The law of the year.</param>
    public static StatusTest[] For(int segment, ReadOnlySpan<ClinicianStatuses> clinicians, Volume? volume, bool isVirtual, YearLaw law) =>
        Judge<Finding>(segment, clinicians, volume, isVirtual, law).Tests;

    /// <summary>The statuses of a group that hold in a segment.</summary>
    /// <param name="segment">1 or 2.</param>
    /// <param name="clinicians">The statuses of each clinician who billed in the segment.</param>
    /// <param name="volume">What is known of the group's own claims in the segment, or null.</param>
    /// <param name="isVirtual">A virtual group.</param>
    /// <param name="law">The law of the year.</param>
    public static SpecialStatus Found(int segment, ReadOnlySpan<ClinicianStatuses> clinicians, Volume? volume, bool isVirtual, YearLaw law) =>
        Judge<PlainValue>(segment, clinicians, volume, isVirtual, law).Statuses.Found;

    /// <summary>Whether a practice is small in a segment; no test where the year does not look at the segment or nobody billed.</summary>
    /// <param name="segment">1 or 2.</param>
    /// <param name="clinicians">Clinicians who billed under the TIN or TINs.</param>
    /// <param name="law">The law of the year.</param>
    public static StatusTest[] SmallPractice(int segment, long clinicians, YearLaw law) => JudgeSize<Finding>(segment, clinicians, law).Tests;

    /// <summary>The status of a small practice where it holds in a segment.</summary>
    /// <param name="segment">1 or 2.</param>
    /// <param name="clinicians">Clinicians who billed under the TIN or TINs.</param>
    /// <param name="law">The law of the year.</param>
    public static SpecialStatus FoundBySize(int segment, long clinicians, YearLaw law) => JudgeSize<PlainValue>(segment, clinicians, law).Statuses.Found;

    private static StatusTests<T> JudgeSize<T>(int segment, long clinicians, YearLaw law)
        where T : IValue<T>
    {
        var tests = default(StatusTests<T>);
        if (clinicians > 0 && (segment == 1 || law.Eligibility.SpecialStatuses.SmallPractice != SpecialStatusLaw.SmallPracticePeriod.FirstSegment))
        {
            tests.Add(SpecialStatus.SmallPractice, segment, T.AtMost(Small, T.Given(Size, clinicians), T.Of(law.Eligibility.SmallPracticeClinicians)));
        }

        return tests;
    }

    private static StatusTests<T> Judge<T>(int segment, ReadOnlySpan<ClinicianStatuses> clinicians, Volume? volume, bool isVirtual, YearLaw law)
        where T : IValue<T>
    {
        var tests = default(StatusTests<T>);
        if (clinicians.Length > 0)
        {
            AddClinicians(segment, clinicians, isVirtual, law, ref tests);
        }

        if (volume is { HasClaims: true })
        {
            AddFacts(volume, clinicians, ref tests);
            IndividualStatuses.AddStated(volume, law, ref tests);
        }

        return tests;
    }

    private static void AddClinicians<T>(int segment, ReadOnlySpan<ClinicianStatuses> clinicians, bool isVirtual, YearLaw law, ref StatusTests<T> tests)
        where T : IValue<T>
    {
        var (statuses, settings, all) = (law.Eligibility.SpecialStatuses, law.Settings, T.Given(Clinicians, clinicians.Length));
        Add(SpecialStatus.NonPatientFacing, SpecialStatusLaw.GroupTest.MoreThanShare, clinicians, ref tests);
        Add(SpecialStatus.HospitalBased, statuses.HospitalBasedGroup, clinicians, ref tests);
        Add(SpecialStatus.AscBased, settings.ShareMakesGroupAscBased ? SpecialStatusLaw.GroupTest.MoreThanShare : SpecialStatusLaw.GroupTest.Every, clinicians, ref tests);
        var area = settings.AnyClinicianMakesGroupRuralOrHpsa ? SpecialStatusLaw.GroupTest.Any : statuses.RuralOrHpsaGroup;
        Add(SpecialStatus.RuralPractice, area, clinicians, ref tests);
        Add(SpecialStatus.Hpsa, area, clinicians, ref tests);
        if (segment == 1 && statuses.FacilityBased.Flag && (!isVirtual || statuses.FacilityBasedVirtualGroups.Flag))
        {
            var bound = T.Share(FacilityShare, T.Of(statuses.FacilityBasedGroupPercent!), all);
            tests.Add(SpecialStatus.FacilityBased, segment, T.AtLeast(Facility, CountOf<T>(SpecialStatus.FacilityBased, clinicians), bound));
        }

        void Add(SpecialStatus status, SpecialStatusLaw.GroupTest test, ReadOnlySpan<ClinicianStatuses> clinicians, ref StatusTests<T> tests)
        {
            var with = CountOf<T>(status, clinicians);
            var word = SpecialStatuses.Word(status);
            var holds = test switch
            {
                SpecialStatusLaw.GroupTest.Every => T.AtLeast(Every, with, all, word),
                SpecialStatusLaw.GroupTest.Any => T.AtLeast(Any, with, T.Of(OneIsEnough), word),
                _ => T.MoreThan(MoreThan, with, T.Share(Share, T.Of(statuses.GroupPercent), all), word),
            };
            tests.Add(status, segment, holds);
        }
    }

    /// <summary>The area of a group counts as stated for it where nothing is known of its clinicians' areas.</summary>
    private static void AddFacts<T>(Volume volume, ReadOnlySpan<ClinicianStatuses> clinicians, ref StatusTests<T> tests)
        where T : IValue<T>
    {
        foreach (var (status, fact) in (ReadOnlySpan<(SpecialStatus, bool?)>)[(SpecialStatus.RuralPractice, volume.Rural), (SpecialStatus.Hpsa, volume.Hpsa)])
        {
            if (fact is { } known && !IsJudged(status, clinicians))
            {
                tests.Add(status, volume.Segment, T.Given(StatedByArea, known, SpecialStatuses.Word(status)));
            }
        }
    }

    private static bool IsJudged(SpecialStatus status, ReadOnlySpan<ClinicianStatuses> clinicians)
    {
        foreach (var one in clinicians)
        {
            if (one.Judged.Has(status))
            {
                return true;
            }
        }

        return false;
    }

    private static T CountOf<T>(SpecialStatus status, ReadOnlySpan<ClinicianStatuses> clinicians)
        where T : IValue<T>
    {
        var count = 0;
        foreach (var one in clinicians)
        {
            count += one.Found.Has(status) ? 1 : 0;
        }

        return T.CountOf(With, OneClinician, count);
    }
}
