using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenQpp.Web;

/// <summary>What nothing else caught: a plain page with a number, and a line in the log that names the fault and its place but none of the data.</summary>
/// <param name="next">What answers.</param>
/// <param name="logger">The log.</param>
internal sealed partial class LastResort(RequestDelegate next, ILogger<LastResort> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer.
        }
        catch (BadHttpRequestException fault) when (!http.Response.HasStarted)
        {
            await Answer(http, fault.StatusCode, "The request cannot be read. Go back and try again.");
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            Failed(http.TraceIdentifier, fault.GetType().Name, fault.InnerException?.GetType().Name ?? "", fault.StackTrace ?? "");
            await Answer(http, StatusCodes.Status500InternalServerError, $"Something failed on our side. The number of the request is {http.TraceIdentifier}.");
        }
    }

    private static Task Answer(HttpContext http, int status, string words)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        var page = $"<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Not done - OpenQPP</title></head>\n<body><main><h1>Not done</h1><p>{words}</p><p><a href=\"/\">Go to account home</a></p></main></body>\n</html>\n";
        return http.Response.WriteAsync(page, Encoding.UTF8, http.RequestAborted);
    }

    [LoggerMessage(1, LogLevel.Error, "Request {Request} failed: {Fault} {Inner} {Stack}")]
    private partial void Failed(string request, string fault, string inner, string stack);
}
