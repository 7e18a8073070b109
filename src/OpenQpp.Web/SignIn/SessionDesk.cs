using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>Sessions stand in the store: they can be seen, ended, and end by themselves.</summary>
/// <param name="store">The store.</param>
/// <param name="clock">The time.</param>
internal sealed class SessionDesk(PortalStore store, TimeProvider clock)
{
    /// <summary>A session ends this long after the sign-in, whatever is done with it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>A session ends when it was not used for this long.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>Changes of the account need a proof of who one is that is no older.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    /// <summary>The claim with the id of the session.</summary>
    public const string Claim = "session";

    /// <summary>The use of a session is noted once in this time.</summary>
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);

    /// <summary>Somebody has signed in.</summary>
    /// <param name="person">The person.</param>
    /// <param name="means">How.</param>
    /// <param name="isStrong">With a second factor.</param>
    /// <param name="http">The request.</param>
    public async Task<PersonSession> Begin(Person person, string means, bool isStrong, HttpContext http)
    {
        var now = clock.GetUtcNow();
        var session = new PersonSession(OpaqueId.New(), person.Id, means, isStrong, DeviceWords.Of(http.Request.Headers.UserAgent.ToString()), now) { Stamp = person.SecurityStamp ?? "" };
        await store.Sessions.Add(session, http.RequestAborted);
        return session;
    }

    /// <summary>The sessions of somebody that stand.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<PersonSession>> Of(string personId, CancellationToken cancellation) =>
        store.Sessions.OfPerson(personId, clock.GetUtcNow() - Longest, clock.GetUtcNow() - Idle, cancellation);

    /// <summary>Whether the person proved not long ago who they are.</summary>
    /// <param name="session">The session.</param>
    public bool IsFresh(PersonSession session) => clock.GetUtcNow() - session.ConfirmedAt < Fresh;

    /// <summary>
    /// Holds the cookie to its session at every request. A session that stands is not written anew into the cookie: the answer would
    /// differ each time, and two answers that must be the same bytes could be told apart.
    /// </summary>
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (await http.RequestServices.GetRequiredService<SessionDesk>().Standing(context.Principal, http.RequestAborted) is { } session)
        {
            http.Features.Set(session);
        }
        else
        {
            context.RejectPrincipal();
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        }

        context.ShouldRenew = false;
    }

    private async Task<PersonSession?> Standing(ClaimsPrincipal? user, CancellationToken cancellation)
    {
        if (user?.FindFirstValue(Claim) is not { } id || user.FindFirstValue(ClaimTypes.NameIdentifier) is not { } person || await store.Sessions.Standing(id, person, cancellation) is not { } session)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (now - session.CreatedAt >= Longest || now - session.SeenAt >= Idle)
        {
            await store.Sessions.End(person, id, cancellation);
            return null;
        }

        if (now - session.SeenAt >= Noted)
        {
            await store.Sessions.Seen(id, now, cancellation);
        }

        return session;
    }
}
