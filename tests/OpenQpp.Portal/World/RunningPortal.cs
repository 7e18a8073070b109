using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenQpp.Law;
using OpenQpp.Store;
using OpenQpp.Web;

namespace OpenQpp.Portal;

/// <summary>A portal over a store, on a port of its own.</summary>
public sealed class RunningPortal : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningPortal(WebApplication app, CapturedLog log)
    {
        (this.app, Log) = (app, log);
        Base = new(PortalServer.Addresses(app)[0]);
    }

    /// <summary>Where it listens.</summary>
    public Uri Base { get; }

    /// <summary>What it wrote into its log.</summary>
    public CapturedLog Log { get; }

    /// <summary>Its routes.</summary>
    public WebApplication Routes => app;

    public static async Task<RunningPortal> Start(StoreDatabase database, LawBook book, DemoSignIns demo, TimeProvider? clock = null, PortalSettings? settings = null, string urls = "http://127.0.0.1:0")
    {
        // The log is captured; it need not stand on the screen too.
        Environment.SetEnvironmentVariable("Logging__Console__LogLevel__Default", "None");
        // A PDF takes a second: only the tests that look at it name a Chromium.
        Environment.SetEnvironmentVariable("Portal__Chromium", Environment.GetEnvironmentVariable("Portal__Chromium") ?? "none");
        var (app, log) = (PortalServer.Build(database, book, demo, urls, clock, settings), new CapturedLog());
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        await app.StartAsync();
        return new(app, log);
    }

    /// <summary>Somebody in front of it who has not signed in.</summary>
    public Session Nobody() => new(Base);

    /// <summary>Somebody who signed in by the form.</summary>
    public async Task<Session> SignedIn(string user, string password)
    {
        var session = Nobody();
        await session.SignIn(user, password);
        return session;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
