using OpenQpp.Access;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>The main navigation: what a visitor may open, and nothing else.</summary>
public static class NavigationLinks
{
    private static readonly (string Name, Resource Resource)[] OfYear =
    [
        ("Registration", Resource.Registration),
        ("Eligibility & reporting", Resource.Eligibility),
        ("Performance feedback", Resource.Feedback),
        ("Registry dashboard", Resource.Dashboard),
        ("APM incentive payments", Resource.ApmIncentive),
        ("Doctors & clinicians preview", Resource.Preview),
        ("Exceptions application", Resource.Exceptions),
        ("Targeted review", Resource.TargetedReview),
        ("Reports", Resource.Reports),
    ];

    /// <summary>The names of the sections and where they lead.</summary>
    /// <param name="visitor">Who looks.</param>
    /// <param name="year">The performance year; 0 where nothing is published.</param>
    public static IEnumerable<(string Name, string Href)> For(Visitor visitor, int year)
    {
        if (!visitor.IsSignedIn)
        {
            return [("Eligibility lookup", "/lookup"), ("Help", "/help")];
        }

        var viewer = new Viewer(visitor.Roles, []);
        bool May(Resource resource, PerformanceYear? of) => AccessDecision.For(new(viewer, of, resource, OwnerFacts.Portal)).IsGranted;
        return
        [
            ("Account home", "/"),
            .. OfYear.Where(section => year > 0 && May(section.Resource, new(year))).Select(section => (section.Name, Address.OfYear(year, section.Resource.Word()))),
            .. May(Resource.ReviewQueue, null) ? [("Review queue", "/review-queue")] : Array.Empty<(string, string)>(),
            .. May(Resource.ManageAccess, null) ? [("Manage access", "/manage-access")] : Array.Empty<(string, string)>(),
            ("Eligibility lookup", "/lookup"),
            ("Help", "/help"),
        ];
    }
}
