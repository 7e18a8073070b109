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

    /// <summary>The statuses of a group in a segment.</summary>
    /// <param name="segment">1 or 2.</param>
    /// <param name="clinicians">The statuses of each clinician who billed in the segment.</param>
    /// <param name="volume">What is known of the group's own claims in the segment, or null.</param>
    /// <param name="isVirtual">A virtual group.</param>
    /// <param name="law">The law of the year.</param>
    public static StatusTest[] For(int segment, ClinicianStatuses[] clinicians, Volume? volume, bool isVirtual, YearLaw law)
    {
        var (statuses, settings, tests) = (law.Eligibility.SpecialStatuses, law.Settings, new List<StatusTest>(7));
        if (clinicians.Length > 0)
        {
            var all = Finding.Given(Clinicians, clinicians.Length);
            Add(SpecialStatus.NonPatientFacing, SpecialStatusLaw.GroupTest.MoreThanShare, all);
            Add(SpecialStatus.HospitalBased, statuses.HospitalBasedGroup, all);
            Add(SpecialStatus.AscBased, settings.ShareMakesGroupAscBased ? SpecialStatusLaw.GroupTest.MoreThanShare : SpecialStatusLaw.GroupTest.Every, all);
            var area = settings.AnyClinicianMakesGroupRuralOrHpsa ? SpecialStatusLaw.GroupTest.Any : statuses.RuralOrHpsaGroup;
            Add(SpecialStatus.RuralPractice, area, all);
            Add(SpecialStatus.Hpsa, area, all);
            if (segment == 1 && statuses.FacilityBased.Flag && (!isVirtual || statuses.FacilityBasedVirtualGroups.Flag))
            {
                var with = CountOf(SpecialStatus.FacilityBased, clinicians);
                var bound = Finding.Share(FacilityShare, statuses.FacilityBasedGroupPercent!, all);
                tests.Add(new(SpecialStatus.FacilityBased, segment, Finding.AtLeast(Facility, with, bound)));
            }
        }

        if (volume is { HasClaims: true })
        {
            AddFacts(volume, clinicians, tests);
            IndividualStatuses.AddStated(volume, law, tests);
        }

        return [.. tests];

        void Add(SpecialStatus status, SpecialStatusLaw.GroupTest test, Finding all)
        {
            var with = CountOf(status, clinicians);
            var word = SpecialStatuses.Word(status);
            var holds = test switch
            {
                SpecialStatusLaw.GroupTest.Every => Finding.AtLeast(Every, with, all, word),
                SpecialStatusLaw.GroupTest.Any => Finding.AtLeast(Any, with, Finding.Parameter(AtLeastOne, 1m), word),
                _ => Finding.MoreThan(MoreThan, with, Finding.Share(Share, statuses.GroupPercent, all), word),
            };
            tests.Add(new(status, segment, holds));
        }
    }

    /// <summary>Whether a practice is small in a segment; null where the year does not look at the segment or nobody billed.</summary>
    /// <param name="segment">1 or 2.</param>
    /// <param name="clinicians">Clinicians who billed under the TIN or TINs.</param>
    /// <param name="law">The law of the year.</param>
    public static StatusTest? SmallPractice(int segment, long clinicians, YearLaw law)
    {
        if (clinicians == 0 || (segment != 1 && law.Eligibility.SpecialStatuses.SmallPractice == SpecialStatusLaw.SmallPracticePeriod.FirstSegment))
        {
            return null;
        }

        return new(SpecialStatus.SmallPractice, segment, Finding.AtMost(Small, Finding.Given(Size, clinicians), law.Eligibility.SmallPracticeClinicians));
    }

    /// <summary>The area of a group counts as stated for it where nothing is known of its clinicians' areas.</summary>
    private static void AddFacts(Volume volume, ClinicianStatuses[] clinicians, List<StatusTest> tests)
    {
        foreach (var (status, fact) in (ReadOnlySpan<(SpecialStatus, bool?)>)[(SpecialStatus.RuralPractice, volume.Rural), (SpecialStatus.Hpsa, volume.Hpsa)])
        {
            if (fact is { } known && !Array.Exists(clinicians, one => one.IsJudged(status)))
            {
                tests.Add(new(status, volume.Segment, Finding.Given(StatedByArea, known, SpecialStatuses.Word(status))));
            }
        }
    }

    private static Finding CountOf(SpecialStatus status, ClinicianStatuses[] clinicians)
    {
        var count = 0;
        foreach (var one in clinicians)
        {
            count += one.Found.Has(status) ? 1 : 0;
        }

        var parts = new Finding[count];
        Array.Fill(parts, OneClinician);
        return Finding.Count(With, parts);
    }
}
