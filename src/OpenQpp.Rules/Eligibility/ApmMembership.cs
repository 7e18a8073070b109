using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>A clinician on a list of an APM Entity: whether a snapshot counts, and whether the entity's MIPS score can be the clinician's.</summary>
/// <param name="Listing">The list entry.</param>
/// <param name="IsListed">A snapshot date counts on which the list names the clinician.</param>
/// <param name="IsOfEntityGroup">The clinician belongs to the APM Entity group of a MIPS APM.</param>
[Cfr("414.1317(a)")]
[Cfr("414.1370(e)")]
public sealed record ApmMembership(ApmListing Listing, Finding IsListed, Finding IsOfEntityGroup)
{
    private const string Basis = "414.1317(a)(1)";

    private static readonly Label OnDate = new("on the list at a snapshot", Unit.YesNo, Basis, "on the list on {s}: {v}");
    private static readonly YesOrNo YearEnd = new(new Label("year-end snapshot counts", Unit.YesNo, Basis, "the list of 31 December counts for this APM: {v}"));
    private static readonly Label AtYearEnd = new("on the list at year end", Unit.YesNo, Basis, "on the list on {s}, and that date counts: {v}");
    private static readonly Label Listed = new("APM participant", Unit.YesNo, Basis, "on a list of {s} at a snapshot date that counts: {v}");
    private static readonly YesOrNo MipsApm = new(new Label("MIPS APM", Unit.YesNo, "414.1305, MIPS APM", "the APM is a MIPS APM: {v}"));
    private static readonly Label RightList = new("list of the APM Entity group", Unit.YesNo, "414.1317(a)", "on the {s} list, from which the APM Entity group is built: {v}");
    private static readonly Label OfGroup = new("in the APM Entity group", Unit.YesNo, "414.1317(a)", "belongs to the APM Entity group {s}: {v}");

    /// <summary>The check of a list entry.</summary>
    /// <param name="listing">The entry.</param>
    /// <param name="law">The law of the year.</param>
    public static ApmMembership For(ApmListing listing, YearLaw law)
    {
        var membership = law.Eligibility.Membership;
        var dates = new Finding[membership.SnapshotDates.Count];
        for (var place = 0; place < dates.Length; place++)
        {
            var date = membership.SnapshotDates[place];
            var isNamed = Finding.Given(OnDate, listing.Snapshots.Contains(place + 1), date);
            var isYearEnd = place == dates.Length - 1;
            dates[place] = isYearEnd
                ? Finding.AllOfSubject(AtYearEnd, date, [isNamed, YearEnd.Of(membership.YearEnd == MembershipLaw.YearEndSnapshot.All || listing.IsFullTin)])
                : isNamed;
        }

        var listed = Finding.AnyOfSubject(Listed, listing.EntityId, dates);
        var isRightList = listing.List == ApmList.Participation || law.Settings.EntityIncludesAffiliated;
        return new(
            listing,
            listed,
            Finding.AllOfSubject(OfGroup, listing.EntityId, [listed, MipsApm.Of(listing.IsMipsApm), Finding.Given(RightList, isRightList, listing.List == ApmList.Participation ? "participation" : "affiliated practitioner")]));
    }
}
