using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>What is known of a practice that elects a virtual group.</summary>
/// <param name="Row">The election and the agreement.</param>
/// <param name="Clinicians">Eligible clinicians of any type in the first segment.</param>
/// <param name="Volume">The low-volume test of the first segment: by TIN/NPI for a solo practitioner, by TIN for a group.</param>
/// <param name="IsElsewhere">The TIN elected another virtual group before.</param>
public sealed record ElectingPractice(VirtualGroupPractice Row, long Clinicians, LowVolumeThreshold Volume, bool IsElsewhere);

/// <summary>A practice of a virtual group after the check.</summary>
/// <param name="Practice">The practice.</param>
/// <param name="IsSound">Whether it may take part, and why.</param>
public sealed record CheckedPractice(ElectingPractice Practice, Finding IsSound);

/// <summary>A virtual group: which practices may take part, whether the agreement is complete, and whether the group stands.</summary>
/// <param name="Id">The virtual group.</param>
/// <param name="Practices">Every practice with its check.</param>
/// <param name="Agreement">The nine items of the agreement.</param>
/// <param name="IsApproved">Whether the group stands, and why.</param>
[Cfr("414.1315")]
public sealed record VirtualGroup(string Id, IReadOnlyList<CheckedPractice> Practices, AgreementCheck Agreement, Finding IsApproved)
{
    private static readonly Label Timely = new("elected in time", Unit.YesNo, "414.1315(b)", "elected at {s}, by the deadline {1}: {v}");
    private static readonly Label NotElected = new("elected in time", Unit.YesNo, "414.1315(b)", "no election is known: {v}");
    private static readonly Label AfterDeadline = new("seconds after the deadline", Unit.Number, "414.1315(b)", "elected {v} seconds after the deadline");
    private static readonly Label Zero = new("deadline", Unit.Number, "414.1315(b)", "the deadline has passed after {v} seconds");
    private static readonly Label Before = new("by the deadline", Unit.YesNo, "414.1315(b)", "{0} seconds after the deadline, at most {1}: {v}");
    private static readonly Label Clinicians = new("clinicians of the practice", Unit.Clinicians, "414.1315(a)(1)", "{v} eligible clinicians in the first segment");
    private static readonly Label SmallEnough = new("small enough for a virtual group", Unit.YesNo, "414.1315(a)(1)", "{0} eligible clinicians, at most {1}: {v}");
    private static readonly Label Qualifies = new("exceeds or may opt in", Unit.YesNo, "414.1315(a)(1)", "the practice exceeds the low-volume threshold or may opt in: {v}");
    private static readonly Label MayOptIn = new("may opt in", Unit.YesNo, "414.1310(b)(1)(iii)(A)", "the year knows the opt-in, and a criterion of the low-volume threshold is exceeded: {v}");
    private static readonly Label Elsewhere = new("in another virtual group", Unit.YesNo, "414.1315(a)", "the TIN elected another virtual group before: {v}");
    private static readonly Label NotElsewhere = new("in no other virtual group", Unit.YesNo, "414.1315(a)", "the TIN is in no other virtual group: {v}");
    private static readonly Label Sound = new("practice of the virtual group", Unit.YesNo, "414.1315(a)", "the practice may take part: {v}");
    private static readonly Label One = new("practice", Unit.Number, "414.1305, virtual group", "one practice that may take part");
    private static readonly Label Count = new("practices that may take part", Unit.Number, "414.1305, virtual group", "{v} practices may take part");
    private static readonly Label Enough = new("enough practices", Unit.YesNo, "414.1305, virtual group", "{0} practices, at least {1}: {v}");
    private static readonly Label Whole = new("all practices sound", Unit.YesNo, "414.1315(a)", "every practice that elected may take part: {v}");
    private static readonly Label Approved = new("virtual group", Unit.YesNo, "414.1315", "the virtual group stands: {v}");

    /// <summary>The TINs of the group; none where it does not stand.</summary>
    public IEnumerable<string> Tins =>
        IsApproved.Flag ? Practices.Where(practice => practice.IsSound.Flag).Select(practice => practice.Practice.Row.Tin) : [];

    /// <summary>The check of a virtual group.</summary>
    /// <param name="id">The virtual group.</param>
    /// <param name="practices">The practices that elect it.</param>
    /// <param name="law">The law of the year.</param>
    public static VirtualGroup For(string id, IReadOnlyList<ElectingPractice> practices, YearLaw law)
    {
        var agreement = AgreementCheck.For([.. practices.Select(practice => practice.Row.Agreement)]);
        if (law.Eligibility.Membership is not { VirtualGroupClinicians: { } most, VirtualGroupPractices: { } fewest, LastElection: { } deadline } membership)
        {
            return new(id, [], agreement, Finding.AllOf(Approved, law.Eligibility.VirtualGroups));
        }

        var checks = practices.Select(practice => new CheckedPractice(practice, Check(practice, most, deadline, membership.VirtualGroupDeadline!, law.Eligibility.OptIn))).ToArray();
        var sound = checks.Where(practice => practice.IsSound.Flag).Select(_ => Finding.Parameter(One, 1m)).ToArray();
        var evidence = new List<Finding> { law.Eligibility.VirtualGroups, Finding.AtLeast(Enough, Finding.Count(Count, sound), fewest), agreement.IsComplete };
        if (law.Settings.UnsoundPracticeVoidsVirtualGroup)
        {
            evidence.Add(Finding.AllOfSubject(Whole, null, [.. checks.Select(practice => practice.IsSound)]));
        }

        return new(id, checks, agreement, Finding.AllOfSubject(Approved, null, [.. evidence]));
    }

    private static Finding Check(ElectingPractice practice, Finding most, Moment deadline, Finding written, Finding optIn) =>
        Finding.AllOf(
            Sound,
            InTime(practice.Row.ElectedAt, deadline, written),
            Finding.AtMost(SmallEnough, Finding.Given(Clinicians, practice.Clinicians), most),
            Finding.AnyOf(Qualifies, practice.Volume.ExceedsAll, Finding.AllOf(MayOptIn, optIn, practice.Volume.ExceedsAny)),
            Finding.NoneOf(NotElsewhere, Finding.Given(Elsewhere, practice.IsElsewhere)));

    private static Finding InTime(Moment? elected, Moment deadline, Finding written) =>
        elected is { } at
            ? Finding.Taken(
                Timely,
                at.ToString(),
                Finding.AtMost(Before, Finding.Given(AfterDeadline, at.Seconds - deadline.Seconds), Finding.Parameter(Zero, 0m)),
                written)
            : Finding.Assumed(NotElected, false);
}
