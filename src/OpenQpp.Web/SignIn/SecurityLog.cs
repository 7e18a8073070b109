using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenQpp.Web;

/// <summary>
/// Events that whoever watches the portal wants to know at once, as lines of the server's log: what, how it ended, from which address of
/// the network, under which number of the request. No names, identifiers or secrets.
/// </summary>
/// <param name="logger">The log.</param>
internal sealed partial class SecurityLog(ILogger<SecurityLog> logger)
{
    /// <summary>The category by which the lines are found.</summary>
    public const string Category = "OpenQpp.Web.SecurityLog";

    /// <summary>Something happened that was to be expected.</summary>
    public void Note(HttpContext http, string what, string outcome) => Noted(what, outcome, AddressOf(http), http.TraceIdentifier);

    /// <summary>Something was refused.</summary>
    public void Warn(HttpContext http, string what, string outcome) => Warned(what, outcome, AddressOf(http), http.TraceIdentifier);

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    [LoggerMessage(1, LogLevel.Information, "{What}: {Outcome}, from {Address}, request {Request}")]
    private partial void Noted(string what, string outcome, string address, string request);

    [LoggerMessage(2, LogLevel.Warning, "{What}: {Outcome}, from {Address}, request {Request}")]
    private partial void Warned(string what, string outcome, string address, string request);
}
