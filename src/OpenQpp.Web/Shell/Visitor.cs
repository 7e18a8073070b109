using OpenQpp.Access;

namespace OpenQpp.Web;

/// <summary>Who asks for the page, as far as the frame of a page shows it. Filled once a request.</summary>
public sealed class Visitor
{
    /// <summary>Somebody is signed in.</summary>
    public bool IsSignedIn { get; set; }

    /// <summary>The name to show.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Has an approved role.</summary>
    public bool HasRoles { get; set; }

    /// <summary>What of the portal's own pages the roles open.</summary>
    public IReadOnlySet<Resource> Opens { get; set; } = new HashSet<Resource>();

    /// <summary>Performance years for which something is published, the newest first.</summary>
    public IReadOnlyList<int> Years { get; set; } = [];

    /// <summary>The path of the page.</summary>
    public string Path { get; set; } = "/";
}
