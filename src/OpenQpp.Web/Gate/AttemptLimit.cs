using Microsoft.AspNetCore.Http;

namespace OpenQpp.Web;

/// <summary>
/// Refuses more than twenty attempts a minute from one address to sign in or to look somebody up. They are counted in the store, so that
/// several servers of a portal count together.
/// </summary>
/// <param name="next">What follows.</param>
/// <param name="store">The store.</param>
/// <param name="log">Takes refusals.</param>
/// <param name="clock">The time.</param>
internal sealed class AttemptLimit(RequestDelegate next, PortalStore store, SecurityLog log, TimeProvider clock)
{
    private const int MostAMinute = 20;

    public async Task InvokeAsync(HttpContext http)
    {
        if (IsLimited(http.Request) && await store.Attempts.Count(http.Connection.RemoteIpAddress?.ToString() ?? "", clock.GetUtcNow(), http.RequestAborted) > MostAMinute)
        {
            log.Warn(http, "sign-in", "too-many-attempts");
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        await next(http);
    }

    private static bool IsLimited(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && (request.Path.StartsWithSegments("/sign-in", StringComparison.Ordinal) || request.Path.StartsWithSegments("/lookup", StringComparison.Ordinal));
}
