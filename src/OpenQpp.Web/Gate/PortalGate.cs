using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>
/// Lets requests in or not: the roles of the person are read anew, the decision is made, and it is written into the audit
/// log before anything is answered.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="visitor">Filled for the frame of the page.</param>
/// <param name="clock">The time.</param>
public sealed class PortalGate(PortalStore store, Visitor visitor, TimeProvider clock)
{
    /// <summary>The decision about a request; null beside it where it is not granted.</summary>
    /// <param name="http">The request.</param>
    /// <param name="route">What the route declares.</param>
    /// <param name="year">The performance year of the address; null where it names none.</param>
    /// <param name="ownerId">The opaque id of the address; null where it names none.</param>
    public async Task<(AccessDecision Decision, PortalRequest? Request)> Open(HttpContext http, RouteResource route, int? year, string? ownerId)
    {
        var (now, cancellation) = (clock.GetUtcNow(), http.RequestAborted);
        var person = await PersonOf(http.User, cancellation);
        var roles = person is null ? [] : await store.Roles.Approved(person.Id, cancellation);
        var performanceYear = year is { } number ? new PerformanceYear(number) : (PerformanceYear?)null;
        var calendar = await store.Years.Calendar(cancellation);
        var run = performanceYear is { } known ? Shown(http, calendar, known, now) : null;
        Introduce(http, person, roles, calendar, now);
        var viewer = person is null ? null
            : new Viewer(roles, performanceYear is { } ofYear ? await store.OwnersFacts.Standing(roles, ofYear, run?.Id, cancellation) : []);
        var owner = new OwnerId(route.Kind, ownerId ?? "");
        var facts = route.Kind == OwnerKind.Portal ? OwnerFacts.Portal
            : performanceYear is { } asked ? await store.OwnersFacts.Of(owner, asked, run?.Id, cancellation)
            : await FactsOfAnyYear(owner, cancellation);
        var decision = AccessDecision.For(new AccessQuestion(viewer, performanceYear, route.Resource, route.Kind, facts));
        var request = new PortalRequest(http, person, viewer, route, decision, owner, now)
        {
            YearOrNull = performanceYear,
            Calendar = calendar,
            Run = run,
        };
        if (person is not null && (route.Kind != OwnerKind.Portal || decision.Answer == AccessAnswer.NotFound))
        {
            var entry = request.Entry(route.IsDownload ? "download" : route.Method == "POST" ? "change" : "view", decision.IsGranted ? "granted" : "denied");
            await store.Audit.Append(decision.IsGranted ? entry : entry with { LogOrganizationId = LogOf(facts), Detail = decision.Reason?.ToString() }, cancellation);
        }

        return (decision, decision.IsGranted ? request : null);
    }

    /// <summary>A refusal stands in the log of the organization whose data were asked for.</summary>
    private static string? LogOf(OwnerFacts? facts) => facts?.Owner.Kind switch
    {
        null or OwnerKind.Portal => null,
        OwnerKind.Subgroup or OwnerKind.Clinician => facts.PracticeId,
        _ => facts.Owner.Id,
    };

    private async Task<OwnerFacts?> FactsOfAnyYear(OwnerId owner, CancellationToken cancellation) =>
        OpaqueId.HasForm(owner.Id) && await store.Organizations.ById(owner.Id, cancellation) is { } organization && organization.Id.Owner == owner ? new(owner) : null;

    private async Task<Person?> PersonOf(ClaimsPrincipal user, CancellationToken cancellation) =>
        user.Identity is { IsAuthenticated: true } && user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? await store.People.ById(id, cancellation) : null;

    private void Introduce(HttpContext http, Person? person, IReadOnlyList<HeldRole> roles, ReleaseCalendar calendar, DateTimeOffset now)
    {
        visitor.IsSignedIn = person is not null;
        visitor.DisplayName = person?.DisplayName ?? person?.UserName ?? "";
        visitor.Roles = roles;
        visitor.Path = http.Request.Path.Value ?? "/";
        visitor.Years = person is null ? [] : [.. calendar.Years(ReleaseKind.Scores, now).Select(year => year.Year)];
    }

    /// <summary>The run that counts, or the released version that the address names.</summary>
    private static PublishedRun? Shown(HttpContext http, ReleaseCalendar calendar, PerformanceYear year, DateTimeOffset now)
    {
        var current = calendar.Current(year, ReleaseKind.Scores, now);
        return current is null || http.Request.WholeNumber("version") is not { } asked
            ? current
            : calendar.Versions(year, now).FirstOrDefault(version => version.Run.Version == asked).Run ?? current;
    }
}
