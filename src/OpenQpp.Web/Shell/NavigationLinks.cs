using OpenQpp.Access;

namespace OpenQpp.Web;

/// <summary>The main navigation: what a visitor may open.</summary>
public static class NavigationLinks
{
    private static readonly (string Name, Resource Resource)[] OfYears =
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
    /// <param name="year">The performance year.</param>
    public static IEnumerable<(string Name, string Href)> For(Visitor visitor, int year)
    {
        if (!visitor.IsSignedIn)
        {
            return [("Eligibility lookup", "/lookup"), ("Help", "/help")];
        }

        var links = new List<(string, string)> { ("Account home", "/") };
        links.AddRange(OfYears.Where(link => visitor.Opens.Contains(link.Resource)).Select(link => (link.Name, Address.OfYear(year, link.Resource.Word()))));
        if (visitor.Opens.Contains(Resource.ReviewQueue))
        {
            links.Add(("Review queue", "/review-queue"));
        }

        if (visitor.Opens.Contains(Resource.ManageAccess))
        {
            links.Add(("Manage access", "/manage-access"));
        }

        links.Add(("Eligibility lookup", "/lookup"));
        links.Add(("Help", "/help"));
        return links;
    }
}
