using Microsoft.AspNetCore.Http;

namespace OpenQpp.Web;

/// <summary>A file that is written while it is sent.</summary>
/// <param name="name">Its name, without identifiers.</param>
/// <param name="write">Writes its rows.</param>
internal sealed class CsvFile(string name, Func<DownloadCsv, Task> write) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/csv; charset=utf-8";
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await using var csv = new DownloadCsv(httpContext.Response.Body);
        await write(csv);
    }
}
