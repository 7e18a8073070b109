using Microsoft.AspNetCore.Http;

namespace OpenQpp.Web;

/// <summary>Headers of every answer: nothing is loaded from elsewhere, framed, guessed or kept in a cache. And which requests are read at all.</summary>
/// <param name="next">What answers.</param>
/// <param name="settings">The settings.</param>
/// <param name="log">The log.</param>
internal sealed class PortalHeaders(RequestDelegate next, PortalSettings settings, SecurityLog log)
{
    private const string Health = "/health";

    /// <summary>Pages with a small script of ours, for passkeys and passwords. They work without it.</summary>
    private static readonly string[] WithScript = ["/sign-in", "/account"];

    private readonly string policy = Policy(settings, "");
    private readonly string policyWithScript = Policy(settings, "script-src 'self'; connect-src 'self'; ");

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Array.Exists(WithScript, path => http.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)) ? policyWithScript : policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (http.Request.IsHttps || settings.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        headers.CacheControl = "no-cache, no-store";
        return WhyNot(http.Request) is { } status ? Refuse(http, status) : next(http);
    }

    /// <summary>Only what the portal uses: two methods and HEAD; the one name by which it is known; https where it is known by that.</summary>
    private int? WhyNot(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsPost(request.Method) || HttpMethods.IsHead(request.Method)) ? StatusCodes.Status405MethodNotAllowed
        : request.Path.Equals(Health, StringComparison.Ordinal) || settings.Address is not { } address ? null
        : !string.Equals(request.Host.Value, address.Authority, StringComparison.OrdinalIgnoreCase) ? StatusCodes.Status421MisdirectedRequest
        : settings.IsHttps && !request.IsHttps ? StatusCodes.Status421MisdirectedRequest
        : null;

    private Task Refuse(HttpContext http, int status)
    {
        log.Warn(http, "request", status == StatusCodes.Status405MethodNotAllowed ? "unused-method" : "other-host");
        http.Response.StatusCode = status;
        if (status == StatusCodes.Status405MethodNotAllowed)
        {
            http.Response.Headers.Allow = "GET, HEAD, POST";
        }

        return Task.CompletedTask;
    }

    /// <summary>A form may lead to the provider too: that is how one signs out there.</summary>
    private static string Policy(PortalSettings settings, string more) =>
        $"default-src 'none'; {more}style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'{(settings.OpenId is { } provider ? $" {provider.Origin.GetLeftPart(UriPartial.Authority)}" : "")}; base-uri 'none'; frame-ancestors 'none'";
}
