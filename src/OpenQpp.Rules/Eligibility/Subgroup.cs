using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>Whether a subgroup may exist: the year, enough clinicians, one of them individually eligible.</summary>
[Cfr("414.1318")]
public static class Subgroup
{
    private const string Basis = "414.1305, subgroup";

    private static readonly Label Clinicians = new("clinicians of the subgroup", Unit.Clinicians, Basis, "{v} clinicians");
    private static readonly Label Eligible = new("individually eligible clinicians of the subgroup", Unit.Clinicians, Basis, "{v} individually eligible clinicians");
    private static readonly Label Enough = new("enough clinicians", Unit.YesNo, Basis, "{0} clinicians, at least {1}: {v}");
    private static readonly Label EnoughEligible = new("enough eligible clinicians", Unit.YesNo, Basis, "{0} individually eligible clinicians, at least {1}: {v}");
    private static readonly Label GroupRequired = new("group required", Unit.YesNo, "414.1318(a)", "the group exceeds the low-volume threshold; who opted in or reports voluntarily forms no subgroup: {v}");
    private static readonly Label Stands = new("subgroup", Unit.YesNo, "414.1318(a)", "the subgroup may take part: {v}");

    /// <summary>The check of a subgroup.</summary>
    /// <param name="clinicians">Its clinicians who made no election.</param>
    /// <param name="individuallyEligible">Those among them who exceed the low-volume threshold and are not excluded.</param>
    /// <param name="groupRequired">The group exceeds the low-volume threshold.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding For(long clinicians, long individuallyEligible, bool groupRequired, YearLaw law) =>
        law.Eligibility.Membership is { SubgroupClinicians: { } fewest, SubgroupEligibleClinicians: { } fewestEligible } membership
            ? Finding.AllOf(
                Stands,
                membership.Subgroups,
                Finding.AtLeast(Enough, Finding.Given(Clinicians, clinicians), fewest),
                Finding.AtLeast(EnoughEligible, Finding.Given(Eligible, individuallyEligible), fewestEligible),
                Finding.Given(GroupRequired, groupRequired))
            : Finding.AllOf(Stands, law.Eligibility.Membership.Subgroups);
}
