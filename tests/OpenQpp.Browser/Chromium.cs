using System.Collections.Concurrent;
using Microsoft.Playwright;
using OpenQpp.Portal;
using Xunit;

namespace OpenQpp.Browser;

/// <summary>One portal and one browser for all tests; without one they are skipped, or fail where everything must be there.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>A desk.</summary>
    public static readonly ViewportSize Wide = new() { Width = 1280, Height = 900 };

    private const int Windows = 2;
    private const int MostInWindow = 40;

    /// <summary>What to say where there is none.</summary>
    public const string Absent = "No Chromium is here: install the package 'chromium', or name one in OPENQPP_CHROMIUM.";

    private static readonly string[] Places = [Environment.GetEnvironmentVariable("OPENQPP_CHROMIUM") ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static readonly string? Program = Array.Find(Places, File.Exists);

    private readonly PortalWorld world = new();
    private Inventory? inventory;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>There is a browser.</summary>
    public static bool IsThere => Program is not null;

    /// <summary>The world that the browser looks at.</summary>
    public PortalWorld World => world;

    /// <summary>Its pages.</summary>
    public Inventory Inventory => inventory ?? throw new InvalidOperationException("The pages are not found yet.");

    /// <summary>Nothing is wrong; else all of it is said.</summary>
    public static void None(IReadOnlyList<string> wrong) => Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));

    public async ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable("Portal__Chromium", Program ?? "none");
        await world.InitializeAsync();
        inventory = await Inventory.Of(world);
    }

    /// <summary>A window in which somebody of the world is signed in.</summary>
    public async Task<IBrowserContext> As(string user, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = world.Portal.Base.ToString();
        options.ViewportSize ??= Wide;
        var context = await (await Started()).NewContextAsync(options);
        context.SetDefaultTimeout(60_000);
        var session = await world.As(user);
        await context.AddCookiesAsync(session.Cookies.GetAllCookies().Select(cookie => new Cookie
        {
            Name = cookie.Name,
            Value = cookie.Value,
            Domain = world.Portal.Base.Host,
            Path = "/",
            HttpOnly = true,
            SameSite = SameSiteAttribute.Lax,
        }));
        return context;
    }

    /// <summary>Does something on each page; some of a person in a window, two windows at once. What is wrong is gathered.</summary>
    public async Task<IReadOnlyList<string>> OnEach(IEnumerable<SeenPage> pages, BrowserNewContextOptions options, Func<IPage, SeenPage, Task<IEnumerable<string>>> act, bool isPlain = false)
    {
        await Started();
        var wrong = new ConcurrentBag<string>();
        var ofPersons = new ConcurrentQueue<SeenPage[]>(pages.GroupBy(seen => seen.User).SelectMany(group => group.Chunk(MostInWindow)));
        await Task.WhenAll(Enumerable.Range(0, Windows).Select(async _ =>
        {
            while (ofPersons.TryDequeue(out var ofPerson))
            {
                await using var context = await As(ofPerson[0].User, new(options));
                if (isPlain)
                {
                    await context.RouteAsync("**/assets/design/**", Plainly);
                }

                var page = await context.NewPageAsync();
                foreach (var seen in ofPerson)
                {
                    await Open(page, seen);
                    foreach (var fault in await act(page, seen))
                    {
                        wrong.Add($"{seen}: {fault}");
                    }
                }
            }
        }));
        return [.. wrong.Order(StringComparer.Ordinal)];
    }

    /// <summary>Goes to a page; what a form answered is shown as it was sent, and not asked for again.</summary>
    private static async Task Open(IPage page, SeenPage seen)
    {
        if (seen.State.Length == 0)
        {
            await page.GotoAsync(seen.Path);
            return;
        }

        var address = $"/shown/{seen.State.Replace(' ', '-')}";
        await page.RouteAsync("**" + address, route => route.FulfillAsync(new() { Body = seen.Html, ContentType = "text/html; charset=utf-8" }));
        await page.GotoAsync(address);
    }

    /// <summary>The look of a build without npm: our plain sheet in the place of the design system.</summary>
    private async Task Plainly(IRoute route)
    {
        using var nobody = world.Portal.Nobody();
        await route.FulfillAsync(new() { Body = route.Request.Url.EndsWith("index.css", StringComparison.Ordinal) ? await nobody.Text("/assets/plain.css") : "", ContentType = "text/css" });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await world.DisposeAsync();
    }

    private async Task<IBrowser> Started()
    {
        if (browser is null)
        {
            Assert.SkipUnless(Program is not null || Required.Everything, Absent);
            Assert.True(Program is not null, Absent);
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments });
        }

        return browser;
    }
}
