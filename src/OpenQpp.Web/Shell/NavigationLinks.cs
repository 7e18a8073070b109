namespace OpenQpp.Web;

/// <summary>The main navigation: what a visitor may open.</summary>
public static class NavigationLinks
{
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
        if (visitor.HasRoles)
        {
            links.Add(("Registration", Address.OfYear(year, "registration")));
            links.Add(("Eligibility & reporting", Address.OfYear(year, "eligibility")));
            links.Add(("Performance feedback", Address.OfYear(year, "feedback")));
            links.Add(("APM incentive payments", Address.OfYear(year, "apm-incentive")));
            links.Add(("Doctors & clinicians preview", Address.OfYear(year, "preview")));
            links.Add(("Exceptions application", Address.OfYear(year, "exceptions")));
            links.Add(("Targeted review", Address.OfYear(year, "targeted-review")));
            links.Add(("Reports", Address.OfYear(year, "reports")));
            links.Add(("Manage access", "/manage-access"));
        }

        links.Add(("Eligibility lookup", "/lookup"));
        links.Add(("Help", "/help"));
        return links;
    }
}
