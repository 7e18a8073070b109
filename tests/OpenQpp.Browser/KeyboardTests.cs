using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace OpenQpp.Browser;

/// <summary>By keyboard alone: Tab reaches everything in its order, one sees where one is, and the skip link leads to the content.</summary>
public sealed class KeyboardTests(Chromium chromium)
{
    private const int AtOnce = 20;
    private const int MostWait = 60_000;

    private static readonly Dictionary<string, object> Down = Key("rawKeyDown");
    private static readonly Dictionary<string, object> Up = Key("keyUp");

    /// <summary>Numbers what Tab must reach, in the order of the page, and notes what it does reach and whether that is seen.</summary>
    private const string Listen = """
        () => {
          const shown = one => one.checkVisibility({ visibilityProperty: true }) || one.closest('.ds-c-skip-nav');
          const radios = new Set();
          const stops = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
            .filter(one => !one.disabled && shown(one) && (!one.closest('details:not([open])') || one.matches('details > summary') && !one.parentElement.parentElement.closest('details:not([open])')))
            .filter(one => one.type !== 'radio' || !one.form || (document.querySelector(`input[name="${one.name}"]:checked`) ?? one) === one && !radios.has(one.name) && radios.add(one.name));
          const look = one => { const style = getComputedStyle(one); return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.backgroundColor].join(); };
          const before = new Map(stops.map(one => [one, look(one)]));
          window.reached = [];
          window.unseen = [];
          document.addEventListener('focusin', event => {
            window.reached.push(stops.indexOf(event.target));
            const box = event.target.getBoundingClientRect();
            if (look(event.target) === before.get(event.target) || box.width === 0 || box.bottom < 0 || box.top > innerHeight) window.unseen.push(event.target.outerHTML.slice(0, 120));
          });
          return stops.length;
        }
        """;

    [Fact]
    public async Task TabReachesEverythingInOrderAndIsSeen() =>
        Chromium.None(await chromium.OnEach(chromium.Inventory.Routes, new() { ReducedMotion = ReducedMotion.Reduce }, async (page, _) =>
        {
            var stops = await page.EvaluateAsync<int>(Listen);
            var keys = await page.Context.NewCDPSessionAsync(page);
            for (var stop = 0; stop < stops; stop += AtOnce)
            {
                // The browser takes them in their order; waiting for each would take most of the time.
                await Task.WhenAll(Enumerable.Range(0, int.Min(AtOnce, stops - stop)).SelectMany(_ => new[] { keys.SendAsync("Input.dispatchKeyEvent", Down), keys.SendAsync("Input.dispatchKeyEvent", Up) }));
            }

            var reached = await page.EvaluateAsync<int[]>("window.reached");
            var wrong = (await page.EvaluateAsync<string[]>("window.unseen")).Take(2).Select(one => $"not seen: {one}").ToList();
            if (!reached.SequenceEqual(Enumerable.Range(0, stops)))
            {
                var place = Enumerable.Range(0, stops).FirstOrDefault(number => number >= reached.Length || reached[number] != number);
                wrong.Add($"{stops} stops, {reached.Length} reached; number {place} is {(place < reached.Length ? reached[place] : -1)}");
            }

            return wrong;
        }));

    [Fact]
    public async Task TheSkipLinkLeadsToTheContent()
    {
        await using var context = await chromium.As("manager");
        var page = await context.NewPageAsync();
        await page.GotoAsync(chromium.Inventory.Of("manager")[0].Path);
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        Assert.True(await page.Locator(".ds-c-skip-nav").IsVisibleAsync());
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("content", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.closest('main') !== null || document.activeElement.closest('footer') !== null"));
    }

    /// <summary>Somebody signs in, opens feedback and the reason of a number without touching a mouse.</summary>
    [Fact]
    public async Task TheWayToANumberNeedsNoMouse()
    {
        await using var context = await chromium.As("");
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.Locator(".demo button").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Arrive(page, "/");
        await Follow(page, "a[href$='/feedback']");
        await Follow(page, "main a[href$='/details']");
        await Follow(page, "main a[href$='/group-feedback']");
        await page.Locator("main details summary").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.NotNull(await page.Locator("main details").First.GetAttributeAsync("open"));
        Assert.Contains("414.", await page.Locator("main details").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    private static Dictionary<string, object> Key(string type) => new() { ["type"] = type, ["key"] = "Tab", ["code"] = "Tab", ["windowsVirtualKeyCode"] = 9 };

    /// <summary>Until a page is painted, the browser takes no key.</summary>
    private static async Task Arrive(IPage page, string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^http://[^/]+{Regex.Escape(address)}$"), new() { Timeout = MostWait });
        await Assertions.Expect(page.Locator("footer")).ToBeVisibleAsync(new() { Timeout = MostWait });
    }

    private static async Task Follow(IPage page, string link)
    {
        var first = page.Locator(link).First;
        var address = await first.GetAttributeAsync("href");
        await first.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Arrive(page, address!);
    }
}
