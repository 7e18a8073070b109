using System.Text;
using Microsoft.AspNetCore.Http;

namespace OpenQpp.Web;

/// <summary>
/// What answers to an address that does not exist, and to one that the person may not see: the same bytes, so that nobody
/// learns which it was.
/// </summary>
internal static class NotFoundPage
{
    private static readonly string Sheets = string.Concat(StyleSheets.All.Select(sheet => $"<link rel=\"stylesheet\" href=\"{sheet}\">"));

    private static readonly string Text = $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Not found - OpenQPP</title>{Sheets}</head>
        <body class="ds-base">
        <header class="top"><div><a class="brand" href="/"><img src="/assets/icon.svg" alt="" width="28" height="28">OpenQPP</a></div></header>
        <main id="content"><h1>There is nothing at this address for you</h1>
        <p>The page may not exist in this performance year, or it may belong to an organization in which you hold no role.</p>
        <p><a href="/">Go to account home</a>, or <a href="/help">find out whom to ask</a>.</p></main>
        </body>
        </html>

        """;

    public static IResult Result => Results.Text(Text, "text/html; charset=utf-8", Encoding.UTF8, StatusCodes.Status404NotFound);
}
