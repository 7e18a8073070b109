using System.Text.RegularExpressions;
using OpenQpp.Portal;

namespace OpenQpp.Browser;

/// <summary>A page of the portal as somebody sees it.</summary>
/// <param name="User">Who; empty for nobody.</param>
/// <param name="Path">Its address.</param>
/// <param name="Html">What the server sent.</param>
/// <param name="State">What was done to see it so; empty for the page as it opens.</param>
public sealed partial record SeenPage(string User, string Path, string Html, string State = "")
{
    /// <summary>What makes it another page than others: its route, the first word of its query, its state.</summary>
    public string Kind => $"{Walk.Kind(Path)} {State}";

    /// <summary>The same, whatever the kind of owner.</summary>
    public string Look => OfKind().Replace(Kind, "/py/{year}/{kind}/{id}/");

    /// <summary>Who and where, without the owner.</summary>
    public override string ToString() => $"{(User.Length == 0 ? "nobody" : User)} {Walk.Shape(Path)} {State}";

    [GeneratedRegex(@"^/py/\{year\}/[a-z-]+/\{id\}/(?:[a-z]+-feedback|\{id\}(?=/|\s))?")]
    private static partial Regex OfKind();
}
