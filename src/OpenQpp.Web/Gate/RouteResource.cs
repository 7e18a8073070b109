using OpenQpp.Access;

namespace OpenQpp.Web;

/// <summary>What a route shows: every route declares it, and one that does not keeps the portal from starting.</summary>
/// <param name="Resource">The resource of the access matrix.</param>
/// <param name="Kind">The kind of owner that the address names.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="IsDownload">The answer is a file.</param>
/// <param name="IsInterface">For programs: without a session it answers 401, and never redirects.</param>
public sealed record RouteResource(Resource Resource, OwnerKind Kind, string Method, bool IsDownload = false, bool IsInterface = false)
{
    /// <summary>Most bytes of the form that is sent; a larger one is refused before it is read.</summary>
    public long MostBytes { get; init; } = 1024 * 1024;
}
