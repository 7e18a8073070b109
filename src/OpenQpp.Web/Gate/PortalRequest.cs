using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>A request that was let in: who, what, whose, of which year and run. Handlers see nothing else.</summary>
/// <param name="Http">The request.</param>
/// <param name="Person">Who is signed in; null on public pages.</param>
/// <param name="Viewer">The roles with which; null on public pages.</param>
/// <param name="Route">What the route declared.</param>
/// <param name="Decision">The decision by which it was let in.</param>
/// <param name="Owner">Whose data.</param>
/// <param name="Now">The time of the request.</param>
public sealed record PortalRequest(
    HttpContext Http,
    Person? Person,
    Viewer? Viewer,
    RouteResource Route,
    AccessDecision Decision,
    OwnerId Owner,
    DateTimeOffset Now)
{
    /// <summary>The performance year of the address; null where it names none.</summary>
    public PerformanceYear? YearOrNull { get; init; }

    /// <summary>The run whose scores are shown: the newest released one, or the version that the address names; null where none is released.</summary>
    public PublishedRun? Run { get; init; }

    /// <summary>The releases as they stood when the request came.</summary>
    public required ReleaseCalendar Calendar { get; init; }

    /// <summary>The run from which payment adjustments follow; null until they are released, and where the address names no year.</summary>
    public PublishedRun? PayingRun => YearOrNull is { } year ? Calendar.Current(year, ReleaseKind.Adjustments, Now) : null;

    /// <summary>The performance year of the address.</summary>
    /// <exception cref="InvalidOperationException">The route has none: a fault of ours.</exception>
    public PerformanceYear Year => YearOrNull ?? throw new InvalidOperationException("The route has no performance year.");

    /// <summary>Who is signed in.</summary>
    /// <exception cref="InvalidOperationException">Nobody is: the route is public.</exception>
    public Person Someone => Person ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Adjustments of the shown run are released; those of another version do not release them.</summary>
    public bool AdjustmentsAreReleased => Run is { } run && Calendar.IsReleased(run, ReleaseKind.Adjustments, Now);

    /// <summary>The session of who is signed in; null where nobody is.</summary>
    public PersonSession? Session => Http.Features.Get<PersonSession>();

    /// <summary>The queries of the store.</summary>
    public PortalStore Store => Http.RequestServices.GetRequiredService<PortalStore>();

    /// <summary>Whether an organization of the person is there in the year of the address.</summary>
    /// <param name="organization">The organization.</param>
    public bool IsOfYear(Organization organization) => Viewer?.Standing.Any(facts => facts.Owner == organization.Id.Owner) ?? false;

    /// <summary>Given up when the client is gone.</summary>
    public CancellationToken Cancellation => Http.RequestAborted;

    /// <summary>An entry of the audit log about this request.</summary>
    /// <param name="action">What is done, one word.</param>
    /// <param name="outcome">What comes of it, one word.</param>
    public AuditEntry Entry(string action, string outcome) => new AuditEntry(Now, Person?.Id, action, Route.Resource.Word(), outcome)
    {
        Year = YearOrNull?.Year,
        OwnerId = Owner.Id.Length > 0 ? Owner.Id : null,
        LogOrganizationId = Decision.By is { Organization: { } organization } ? organization.Id : null,
    }.By(Decision);
}
