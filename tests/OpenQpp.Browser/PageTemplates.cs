using System.Text.RegularExpressions;
using OpenQpp.Web;

namespace OpenQpp.Browser;

/// <summary>The routes of the portal that answer pages.</summary>
internal static partial class PageTemplates
{
    /// <summary>Routes that answer no page to be looked at, with the reason.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["/health"] = "two words for programs",
        ["/py/{year:int}/practices/{id}/payment-adjustment/sample-remittance"] = "a made-up file, to try the audit of remittances with",
        ["/sign-in/provider"] = "leads on to the OpenID provider, where there is one",
        ["/sign-in/provider/done"] = "takes the provider's answer and leads on",
    };

    private static readonly (string Pattern, Regex Form, int Parameters)[] Known =
    [
        .. from route in PortalMap.Declared()
           where route.Declared is { Method: "GET", IsDownload: false, IsInterface: false } && !Others.ContainsKey(route.Pattern)
           let parameters = Parameter().Count(route.Pattern)
           orderby parameters
           select (route.Pattern, new Regex($"^{Parameter().Replace(route.Pattern, "[^/]+")}$", RegexOptions.CultureInvariant), parameters),
    ];

    /// <summary>All of them, by pattern.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Known.Select(one => one.Pattern).Order(StringComparer.Ordinal)];

    /// <summary>The pattern of an address, the one with the fewest parameters; null where it is no page of the portal.</summary>
    public static string? Of(string path)
    {
        var bare = path.Split('?')[0];
        return Array.Find(Known, one => one.Form.IsMatch(bare)).Pattern;
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
