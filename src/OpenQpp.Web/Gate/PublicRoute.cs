namespace OpenQpp.Web;

/// <summary>Marks a route that shows nobody's data: style sheets, and the answer where nothing is.</summary>
internal sealed record PublicRoute;
