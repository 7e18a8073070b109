using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>A clinician on a list of an APM Entity: whether a snapshot counts, and whether the entity's MIPS score can be the clinician's.</summary>
[Cfr("414.1317(a)")]
[Cfr("414.1370(e)")]
public sealed class ApmMembership
{
    private const string Basis = "414.1317(a)(1)";

    private static readonly Label OnDate = new("on the list at a snapshot", Unit.YesNo, Basis, "on the list on {s}: {v}");
    private static readonly Label YearEnd = new("year-end snapshot counts", Unit.YesNo, Basis, "the list of 31 December counts for this APM: {v}");
    private static readonly Label AtYearEnd = new("on the list at year end", Unit.YesNo, Basis, "on the list on {s}, and that date counts: {v}");
    private static readonly Label ListedLabel = new("APM participant", Unit.YesNo, Basis, "on a list of {s} at a snapshot date that counts: {v}");
    private static readonly Label MipsApm = new("MIPS APM", Unit.YesNo, "414.1305, MIPS APM", "the APM is a MIPS APM: {v}");
    private static readonly Label RightList = new("list of the APM Entity group", Unit.YesNo, "414.1317(a)", "on the {s} list, from which the APM Entity group is built: {v}");
    private static readonly Label OfGroup = new("in the APM Entity group", Unit.YesNo, "414.1317(a)", "belongs to the APM Entity group {s}: {v}");

    private readonly YearLaw law;

    private ApmMembership(ApmListing listing, YearLaw law)
    {
        (Listing, this.law) = (listing, law);
        var names = Listed<PlainValue>();
        (IsParticipant, IsMember) = (names.Flag, InEntityGroup(names).Flag);
    }

    /// <summary>The list entry.</summary>
    public ApmListing Listing { get; }

    /// <summary>A snapshot date counts on which the list names the clinician.</summary>
    public Finding IsListed => field ??= Listed<Finding>();

    /// <summary>The same without its reasons.</summary>
    public bool IsParticipant { get; }

    /// <summary>The clinician belongs to the APM Entity group of a MIPS APM.</summary>
    public Finding IsOfEntityGroup => field ??= InEntityGroup(IsListed);

    /// <summary>The same without its reasons.</summary>
    public bool IsMember { get; }

    /// <summary>The check of a list entry.</summary>
    /// <param name="listing">The entry.</param>
    /// <param name="law">The law of the year.</param>
    public static ApmMembership For(ApmListing listing, YearLaw law) => new(listing, law);

    private T Listed<T>()
        where T : IValue<T>
    {
        var membership = law.Eligibility.Membership;
        var dates = new T[membership.SnapshotDates.Count];
        for (var place = 0; place < dates.Length; place++)
        {
            var date = membership.SnapshotDates[place];
            var isNamed = T.Given(OnDate, Listing.Snapshots.Contains(place + 1), date);
            var isYearEnd = place == dates.Length - 1;
            dates[place] = isYearEnd
                ? T.AllOfSubject(AtYearEnd, date, [isNamed, T.Given(YearEnd, membership.YearEnd == MembershipLaw.YearEndSnapshot.All || Listing.IsFullTin)])
                : isNamed;
        }

        return T.AnyOfSubject(ListedLabel, Listing.EntityId, dates);
    }

    private T InEntityGroup<T>(T listed)
        where T : IValue<T>
    {
        var isRightList = Listing.List == ApmList.Participation || law.Settings.EntityIncludesAffiliated;
        return T.AllOfSubject(OfGroup, Listing.EntityId, [listed, T.Given(MipsApm, Listing.IsMipsApm), T.Given(RightList, isRightList, Listing.List == ApmList.Participation ? "participation" : "affiliated practitioner")]);
    }
}
