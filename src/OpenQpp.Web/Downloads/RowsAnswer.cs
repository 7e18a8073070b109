using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OpenQpp.Web;

/// <summary>Rows that are written while they are sent: a file, or, where a program asks, JSON of the same rows.</summary>
/// <param name="isInterface">A program asks.</param>
/// <param name="name">Name of the file, without identifiers.</param>
/// <param name="write">Writes the rows.</param>
internal sealed class RowsAnswer(bool isInterface, string name, Func<DownloadRows, Task> write) : IResult
{
    /// <summary>The rows of a resource in the form in which it was asked for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">Name of the file, without the year.</param>
    /// <param name="write">Writes the rows, the head first.</param>
    public static RowsAnswer For(PortalRequest request, string name, Func<DownloadRows, Task> write) =>
        new(request.Route.IsInterface, string.Create(CultureInfo.InvariantCulture, $"{name}-{request.Year.Year}.csv"), write);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = isInterface ? "application/json; charset=utf-8" : "text/csv; charset=utf-8";
        if (!isInterface)
        {
            response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        }

        await using DownloadRows rows = isInterface ? new DownloadJson(response.Body) : new DownloadCsv(response.Body);
        await write(rows);
    }
}
