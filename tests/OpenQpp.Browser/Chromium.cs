using Microsoft.Playwright;
using OpenQpp.Portal;
using Xunit;

namespace OpenQpp.Browser;

/// <summary>One portal and one browser for all tests; without one they are skipped, or fail where everything must be there.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>A desk.</summary>
    public static readonly ViewportSize Wide = new() { Width = 1280, Height = 900 };

    private const string Absent = "No Chromium is here: install the package 'chromium', or name one in OPENQPP_CHROMIUM.";

    private static readonly string[] Places = [Environment.GetEnvironmentVariable("OPENQPP_CHROMIUM") ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly PortalWorld world = new();
    private Inventory? inventory;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The world that the browser looks at.</summary>
    public PortalWorld World => world;

    /// <summary>Its pages.</summary>
    public Inventory Inventory => inventory ?? throw new InvalidOperationException("The pages are not found yet.");

    public async ValueTask InitializeAsync()
    {
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

    /// <summary>Does something on each page, each person in one window.</summary>
    public async Task OnEach(IEnumerable<SeenPage> pages, BrowserNewContextOptions options, Func<IPage, SeenPage, Task> act)
    {
        foreach (var ofPerson in pages.GroupBy(seen => seen.User))
        {
            await using var context = await As(ofPerson.Key, new(options));
            var page = await context.NewPageAsync();
            foreach (var seen in ofPerson)
            {
                await page.GotoAsync(seen.Path);
                await act(page, seen);
            }
        }
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
            var path = Array.Find(Places, File.Exists);
            Assert.SkipUnless(path is not null || Required.Everything, Absent);
            Assert.True(path is not null, Absent);
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
        }

        return browser;
    }
}
