using System.Globalization;
using System.Text.RegularExpressions;
using OpenQpp.Web;

namespace OpenQpp.Portal;

/// <summary>A route of the portal, with its address for an owner.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Declared">What it declares.</param>
public sealed partial record DeclaredRoute(string Pattern, RouteResource Declared)
{
    /// <summary>All routes, as they are declared in the program.</summary>
    public static IReadOnlyList<DeclaredRoute> All { get; } = [.. PortalMap.Declared().Select(route => new DeclaredRoute(route.Pattern, route.Declared))];

    /// <summary>The route by the words of <see cref="ToString"/>.</summary>
    public static DeclaredRoute Of(string words) => All.Single(route => route.ToString() == words);

    /// <summary>It names a performance year.</summary>
    public bool HasYear => Pattern.Contains("{year", StringComparison.Ordinal);

    /// <summary>It names more than year and owner: something that need not be there.</summary>
    public bool NamesMore => Parameter().Count(Pattern) > (HasYear ? 1 : 0) + (Pattern.Contains("{id}", StringComparison.Ordinal) ? 1 : 0);

    /// <summary>It is a form's.</summary>
    public bool IsForm => Declared.Method == "POST";

    /// <summary>Its address.</summary>
    public string At(int? year, string id) => Parameter().Replace(Pattern, match => match.Value switch
    {
        "{year:int}" => year?.ToString(CultureInfo.InvariantCulture) ?? "",
        "{id}" => id,
        _ => "AAAAAAAAAAAAAAAAAAAAAA",
    });

    /// <summary>Method and pattern.</summary>
    public override string ToString() => $"{Declared.Method} {Pattern}";

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
