namespace OpenQpp.Web.Pages.Shell;

/// <summary>A page above this one.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Href">Its address.</param>
public sealed record Crumb(string Text, string Href);
