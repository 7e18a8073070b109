using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>Follows the links of pages from account home on, as one person.</summary>
public sealed partial class Walk
{
    private const int MostPages = 1000;

    private readonly Func<string, string> kindOf;
    private readonly int alike;

    private readonly Dictionary<string, int> walked = new(StringComparer.Ordinal);

    /// <summary>The pages by address.</summary>
    public SortedDictionary<string, string> Pages { get; } = new(StringComparer.Ordinal);

    /// <summary>Every address that a page links or sends a form to, with the page.</summary>
    public Dictionary<string, string> Addresses { get; } = new(StringComparer.Ordinal);

    /// <summary>Links that lead nowhere, with the page on which they stand.</summary>
    public List<string> Dead { get; } = [];

    private Walk(Func<string, string> kindOf, int alike) => (this.kindOf, this.alike) = (kindOf, alike);

    /// <summary>Walks from some pages on; of pages that differ in nothing but the owner two of each year are opened.</summary>
    public static Task<Walk> From(Session session, params string[] starts) => From(session, new Walk(Shape, 2), starts);

    /// <summary>Walks from some pages on; of pages that differ in nothing but owner and year one is opened.</summary>
    public static Task<Walk> OnceFrom(Session session, params string[] starts) => From(session, new Walk(Kind, 1), starts);

    /// <summary>The same without its year.</summary>
    public static string Kind(string path) => InYear().Replace(Shape(path), "/py/{year}");

    private static async Task<Walk> From(Session session, Walk walk, string[] starts)
    {
        var next = new Queue<string>();
        foreach (var start in starts)
        {
            walk.Addresses[start] = "the beginning";
            next.Enqueue(start);
        }

        while (next.TryDequeue(out var path))
        {
            Assert.True(walk.Pages.Count < MostPages, $"The links have no end: {path}");
            foreach (var link in await walk.Visit(session, path))
            {
                if (walk.Addresses.TryAdd(link, path) && walk.IsNew(link))
                {
                    next.Enqueue(link);
                }
            }
        }

        return walk;
    }

    private async Task<IReadOnlyList<string>> Visit(Session session, string path)
    {
        using var answer = await session.Get(path);
        if (answer.StatusCode == HttpStatusCode.Redirect)
        {
            return [answer.Headers.Location!.OriginalString];
        }

        // What a page does not have in another year is not there; the page says so.
        if (answer.StatusCode == HttpStatusCode.NotFound && Year().Replace(path, "") == Year().Replace(Addresses[path], ""))
        {
            return [];
        }

        if (answer.StatusCode != HttpStatusCode.OK)
        {
            Dead.Add($"{Shape(path)}: {(int)answer.StatusCode}, linked on {Shape(Addresses[path])}");
            return [];
        }

        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return [];
        }

        var page = Pages[path] = await answer.Content.ReadAsStringAsync();
        foreach (var form in HtmlPage.Forms(page))
        {
            Addresses.TryAdd(form, path);
        }

        return [.. HtmlPage.Links(page).Where(link => link is ['/', not '/', ..])];
    }

    private bool IsNew(string link)
    {
        // A PDF of a page is made by a browser of its own: a test looks at one.
        if (link.Split('?')[0].EndsWith(".pdf", StringComparison.Ordinal))
        {
            return false;
        }

        var shape = kindOf(link);
        var count = walked.GetValueOrDefault(shape);
        walked[shape] = count + 1;
        return count < alike;
    }

    /// <summary>An address without its owner, and of its query the first name alone.</summary>
    public static string Shape(string path) => Value().Replace(Id().Replace(path, "/{id}"), "$1=");

    [GeneratedRegex("/[A-Za-z0-9_-]{22}(?=/|$)")]
    private static partial Regex Id();

    [GeneratedRegex(@"^/py/[0-9]+|\?.*$")]
    private static partial Regex Year();

    [GeneratedRegex("^/py/[0-9]+")]
    private static partial Regex InYear();

    [GeneratedRegex("(\\?[^=&]+)=.*$")]
    private static partial Regex Value();
}
