using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace OpenQpp.Web;

/// <summary>A page as a PDF file; where it cannot be made, the way to the page itself, which every browser can print.</summary>
/// <param name="page">The page.</param>
/// <param name="name">The first part of the file's name.</param>
/// <param name="year">The performance year.</param>
internal sealed class PrintedAnswer(IResult page, string name, int year) : IResult
{
    public async Task ExecuteAsync(HttpContext http)
    {
        var html = await Html(http);
        var request = http.Request;
        var body = await http.RequestServices.GetRequiredService<PagePrinter>().Print(html, $"{request.Scheme}://{request.Host}", http.RequestAborted);
        http.Response.ContentType = null;
        var answer = body is null ? ToPage(request) : Results.File(body, "application/pdf", string.Create(CultureInfo.InvariantCulture, $"{name}-{year}.pdf"));
        await answer.ExecuteAsync(http);
    }

    /// <summary>The way to the page of which this is the file.</summary>
    public static IResult ToPage(HttpRequest request) => Results.Redirect(request.Path.Value![..^".pdf".Length] + request.QueryString);

    /// <summary>The page as it would be sent, kept here.</summary>
    private async Task<string> Html(HttpContext http)
    {
        var sent = http.Response.Body;
        using var kept = new MemoryStream();
        http.Response.Body = kept;
        try
        {
            await page.ExecuteAsync(http);
        }
        finally
        {
            http.Response.Body = sent;
        }

        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }
}
