using OpenQpp.Law;
using OpenQpp.Vocabulary;

namespace OpenQpp.Rules;

/// <summary>
/// Improvement activities without submission: participants of the APM Performance Pathway who send quality or Promoting
/// Interoperability data receive full credit, as did APM Entities under the APM scoring standard.
/// </summary>
[Cfr("414.1367(c)(3)")]
[Cfr("414.1370(g)(3)")]
public static class PathwayActivities
{
    private static readonly Label AppShare = new("share of the points in the APM Performance Pathway", Unit.Points, "414.1367(c)(3)", "{0} % of {1} points: {v}");
    private static readonly Label App = new("credit of the APM Performance Pathway", Unit.Points, "414.1367(c)(3)", "a participant of the pathway who sent quality or Promoting Interoperability data receives {0} points");
    private static readonly Label HasData = new("data of another category were sent", Unit.YesNo, "414.1367(c)(3)", "quality or Promoting Interoperability data were sent: {v}");
    private static readonly Label StandardShare = new("share of the points under the APM scoring standard", Unit.Points, "414.1370(g)(3)", "{0} % of {1} points: {v}");
    private static readonly Label Standard = new("credit under the APM scoring standard", Unit.Points, "414.1370(g)(3)", "an APM Entity receives {0} points without submission");

    /// <summary>The credit in points; null where it is not due.</summary>
    /// <param name="option">The rules under which the participant reports.</param>
    /// <param name="other">Data of other categories; for an entity also what its participants sent.</param>
    /// <param name="law">The law of the year.</param>
    public static Finding? For(ReportingOption option, OtherCategoryData other, ImprovementActivitiesLaw law) => option switch
    {
        ReportingOption.ApmScoringStandard => Finding.Taken(Standard, null, Finding.Share(StandardShare, law.PathwayCredit, law.MaximumPoints)),
        ReportingOption.App when other.HasQualityData || other.HasInteroperabilityData =>
            Finding.Taken(App, null, Finding.Share(AppShare, law.PathwayCredit, law.MaximumPoints), Finding.Given(HasData, true)),
        _ => null,
    };
}
