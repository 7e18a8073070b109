using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using OpenQpp.Portal;
using OpenQpp.Web;
using Xunit;

namespace OpenQpp.Browser;

/// <summary>Every page in a browser: as every person, without script, on a narrow screen, and under the rules of WCAG 2.1 A and AA.</summary>
public sealed class PageTests(Chromium chromium)
{
    private const int NarrowWidth = 360;

    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Run within the page itself: no page has a frame, and the package's own way opens a window for each.</summary>
    private const string Violations = """
        async rules => (await axe.run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] }))
          .violations.flatMap(one => one.nodes.slice(0, 3).map(node => `${one.id}: ${one.help}: ${node.html}`))
        """;

    public static TheoryData<string> Users => [.. Inventory.Users];

    /// <summary>With CMS's design system, where the build has it, and with the plain sheet that stands in for it.</summary>
    public static TheoryData<bool> Sheets => StyleSheets.All.Any(sheet => sheet.Contains("design", StringComparison.Ordinal)) ? [false, true] : [false];

    /// <summary>No page is left out: each route that answers pages is reached by somebody.</summary>
    [Fact]
    public void EveryRouteIsReached() => Assert.Equal("", string.Join(Environment.NewLine, chromium.Inventory.NeverReached));

    /// <summary>Every page of a person opens; nothing is refused by the page's own policy, and nothing is missing.</summary>
    [Theory]
    [MemberData(nameof(Users))]
    public async Task EveryPageOpens(string user)
    {
        await using var context = await chromium.As(user);
        var page = await context.NewPageAsync();
        var wrong = new List<string>();
        var at = "";
        page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        page.RequestFailed += (_, request) => Note(!request.Failure!.Contains("ABORTED", StringComparison.Ordinal), $"{request.Url} {request.Failure}");
        page.Response += (_, response) => Note(response.Status >= 400, $"{response.Url} {response.Status}");
        void Note(bool isWrong, string what)
        {
            if (isWrong)
            {
                wrong.Add($"{Walk.Shape(at)}: {what}");
            }
        }

        foreach (var seen in chromium.Inventory.Of(user))
        {
            at = seen.Path;
            await page.GotoAsync(seen.Path);
            Note(await page.EvaluateAsync<bool>("document.querySelectorAll('h1').length !== 1 || document.title.length === 0"), "not one heading of the first level, or no title");
        }

        Chromium.None([.. wrong.Distinct()]);
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task AxeFindsNoViolation(bool isPlain) =>
        Chromium.None(await chromium.OnEach(
            isPlain ? chromium.Inventory.Looks : chromium.Inventory.Distinct,
            new() { BypassCSP = true },
            async (page, _) =>
            {
                // What is closed is hidden from the checker: all of it is opened.
                await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
                await page.EvaluateAsync(Axe);
                return await page.EvaluateAsync<string[]>(Violations, Rules);
            },
            isPlain));

    [Fact]
    public async Task EveryPageIsWholeWithoutScript() =>
        Chromium.None(await chromium.OnEach(chromium.Inventory.Routes, new() { JavaScriptEnabled = false }, async (page, _) =>
        {
            var wrong = new List<string>();
            if (!await page.Locator("main h1").IsVisibleAsync())
            {
                wrong.Add("no heading");
            }

            // What works with a script alone is hidden until a script shows it; what is closed is opened below.
            const string Shown = "form:not([hidden]):not(details:not([open]) *)";
            if (await page.Locator(Shown).CountAsync() != await page.Locator($"{Shown}:has(button[type=submit]:visible)").CountAsync())
            {
                wrong.Add("a form that nothing sends");
            }

            var closed = page.Locator("main details:not([open]) > summary");
            if (await closed.CountAsync() is var count && count > 0)
            {
                await closed.First.ClickAsync();
                if (await closed.CountAsync() >= count)
                {
                    wrong.Add("what is closed does not open");
                }
            }

            return wrong;
        }));

    [Theory]
    [MemberData(nameof(Sheets))]
    public async Task NoPageIsWiderThanANarrowScreen(bool isPlain) =>
        Chromium.None(await chromium.OnEach(
            isPlain ? chromium.Inventory.Looks : chromium.Inventory.Routes,
            new() { ViewportSize = new() { Width = NarrowWidth, Height = 740 } },
            async (page, _) =>
            {
                await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
                var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                return width <= NarrowWidth ? [] : [$"{width} px: {await page.EvaluateAsync<string>(
                    """
                    () => [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > 361 && !one.closest('.scroll, .side'))
                        .slice(0, 3).map(one => one.outerHTML.slice(0, 120)).join(' | ')
                    """)}"];
            },
            isPlain));

    /// <summary>The look that the build fetched is the one that pages have: its fonts load, and it never claims to be a government's site.</summary>
    [Fact]
    public async Task TheLookIsThereAndClaimsNothing()
    {
        await using var context = await chromium.As("manager");
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        Assert.True(await page.GetByText("This is not a government website").IsVisibleAsync());
        Assert.Equal(0, await page.Locator(".ds-c-usa-banner, .usa-banner, ds-usa-banner").CountAsync());
        if (Sheets.Count > 1)
        {
            Assert.Matches(new Regex("Open Sans"), await page.EvaluateAsync<string>("getComputedStyle(document.body).fontFamily"));
            Assert.True(await page.EvaluateAsync<bool>("document.fonts.ready.then(fonts => [...fonts].some(font => font.family.includes('Open Sans') && font.status === 'loaded'))"));
        }
    }
}
