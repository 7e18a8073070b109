using OpenQpp.Access;

namespace OpenQpp.Web;

/// <summary>Who asks for the page, as far as the frame of a page shows it. Filled once a request.</summary>
public sealed class Visitor
{
    /// <summary>Somebody is signed in.</summary>
    public bool IsSignedIn { get; set; }

    /// <summary>The name to show.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The approved roles.</summary>
    public IReadOnlyList<HeldRole> Roles { get; set; } = [];

    /// <summary>Performance years for which something is published, the newest first.</summary>
    public IReadOnlyList<int> Years { get; set; } = [];

    /// <summary>The path of the page.</summary>
    public string Path { get; set; } = "/";
}
