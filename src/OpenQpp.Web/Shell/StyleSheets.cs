using System.Reflection;

namespace OpenQpp.Web;

/// <summary>
/// The style sheets of every page: CMS's design system where the build could fetch it, our plain stand-in with the same class
/// names where it could not, and in either case our own.
/// </summary>
public static class StyleSheets
{
    /// <summary>Addresses, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Contains("wwwroot/design/css/index.css", StringComparer.Ordinal)
            ? ["/assets/design/css/index.css", "/assets/design/css/core-theme.css", "/assets/portal.css"]
            : ["/assets/plain.css", "/assets/portal.css"];
}
