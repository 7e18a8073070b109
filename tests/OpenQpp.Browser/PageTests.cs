using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using OpenQpp.Portal;
using Xunit;

namespace OpenQpp.Browser;

/// <summary>Every page in a browser: as every person, without script, on a narrow screen, and under the rules of WCAG 2.1 A and AA.</summary>
public sealed class PageTests(Chromium chromium)
{
    private const int NarrowWidth = 360;

    private static readonly AxeRunOptions Rules = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] } };

    public static TheoryData<string> Users => [.. Inventory.Users];

    /// <summary>Every page of a person opens; nothing is refused by the page's own policy, and nothing is missing.</summary>
    [Theory]
    [MemberData(nameof(Users))]
    public async Task EveryPageOpens(string user)
    {
        await using var context = await chromium.As(user);
        var page = await context.NewPageAsync();
        var wrong = new List<string>();
        var at = "";
        page.Console += (_, message) => Note(message.Type is "error" or "warning" && !message.Text.Contains("404", StringComparison.Ordinal), message.Text);
        page.RequestFailed += (_, request) => Note(!request.Failure!.Contains("ABORTED", StringComparison.Ordinal), $"{request.Url} {request.Failure}");
        page.Response += (_, response) => Note(response.Status >= 400 && !at.EndsWith("/nothing", StringComparison.Ordinal), $"{response.Url} {response.Status}");
        void Note(bool isWrong, string what)
        {
            if (isWrong)
            {
                wrong.Add($"{Walk.Shape(at)}: {what}");
            }
        }

        foreach (var seen in chromium.Inventory.Of(user).Where(seen => seen.User == user))
        {
            at = seen.Path;
            await page.GotoAsync(seen.Path);
            Note(await page.Locator("h1").CountAsync() != 1, "not one heading of the first level");
            Note((await page.TitleAsync()).Length == 0, "no title");
        }

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public async Task AxeFindsNoViolation()
    {
        var wrong = new List<string>();
        await chromium.OnEach(chromium.Inventory.Distinct, new() { BypassCSP = true }, async (page, seen) =>
        {
            // What is closed is hidden from the checker: all of it is opened.
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
            var result = await page.RunAxe(Rules);
            wrong.AddRange(result.Violations.SelectMany(violation => violation.Nodes.Take(3).Select(node => $"{seen}: {violation.Id}: {violation.Help}: {node.Html}")));
        });
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task EveryPageIsWholeWithoutScript()
    {
        var wrong = new List<string>();
        await chromium.OnEach(chromium.Inventory.Distinct, new() { JavaScriptEnabled = false }, async (page, seen) =>
        {
            if (!await page.Locator("main h1").IsVisibleAsync())
            {
                wrong.Add($"{seen}: no heading");
            }

            foreach (var form in await page.Locator("form").AllAsync())
            {
                if (!await form.Locator("button[type=submit]").First.IsVisibleAsync())
                {
                    wrong.Add($"{seen}: a form that nothing sends");
                }
            }

            if (await page.Locator("details:not([open]) > summary").CountAsync() > 0)
            {
                var first = page.Locator("main details:not([open]) > summary").First;
                var details = await first.Locator("..").ElementHandleAsync();
                await first.ClickAsync();
                if (await details!.GetAttributeAsync("open") is null)
                {
                    wrong.Add($"{seen}: what is closed does not open");
                }
            }
        });
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task NoPageIsWiderThanANarrowScreen()
    {
        var wrong = new List<string>();
        await chromium.OnEach(chromium.Inventory.Distinct, new() { ViewportSize = new() { Width = NarrowWidth, Height = 740 } }, async (page, seen) =>
        {
            var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (width > NarrowWidth)
            {
                var widest = await page.EvaluateAsync<string>(
                    """
                    () => [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > 361 && !one.closest('.scroll'))
                        .slice(0, 3).map(one => one.outerHTML.slice(0, 120)).join(' | ')
                    """);
                wrong.Add($"{seen}: {width} px: {widest}");
            }
        });
        Assert.Empty(wrong);
    }
}
