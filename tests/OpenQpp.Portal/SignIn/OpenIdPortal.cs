using System.Net;
using Microsoft.Extensions.Configuration;
using OpenQpp.Web;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>A portal with a real OpenID provider, and the ways between the two.</summary>
public abstract class OpenIdPortal(PortalWorld world) : IAsyncLifetime
{
    /// <summary>Where a sign-in ends that was refused.</summary>
    protected const string Failed = "/sign-in?problem=provider";

    private OpenIdServer? provider;
    private RunningPortal? portal;

    /// <summary>The world behind the portal.</summary>
    protected PortalWorld World => world;

    /// <summary>The provider.</summary>
    protected OpenIdServer Provider => provider!;

    /// <summary>The portal.</summary>
    protected RunningPortal Portal => portal!;

    public async ValueTask InitializeAsync()
    {
        provider = await OpenIdServer.Shared();
        await Provider.Set(new { flaw = "", amr = (string[])["pwd"], acr = (string?)null });
        portal = await Started();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (portal is not null)
        {
            await portal.DisposeAsync();
        }
    }

    protected static async Task<HttpStatusCode> Status(Session session, string path)
    {
        using var answer = await session.Get(path);
        return answer.StatusCode;
    }

    protected static async Task<string> Begin(Session session, string back)
    {
        using var answer = await session.Get($"/sign-in/provider?return={Uri.EscapeDataString(back)}");
        return answer.Headers.Location!.AbsoluteUri;
    }

    protected static async Task Agree(Session session, string welcome)
    {
        using var answer = await session.PostBare("/sign-in/provider/agree", (Session.TokenField, Session.TokenOf(welcome)), ("return", "/"), ("agree", "yes"));
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    /// <summary>The address by which the provider sends somebody back to the portal.</summary>
    protected async Task<string> Back(Session session, string back)
    {
        var begin = await Begin(session, back);
        Assert.Contains("code_challenge_method=S256", begin, StringComparison.Ordinal);
        await Provider.Set(new { redirects = (string[])[System.Web.HttpUtility.ParseQueryString(new Uri(begin).Query)["redirect_uri"]!] });
        return new Uri(await Provider.Visit(begin)).PathAndQuery;
    }

    /// <summary>The whole way; where it ends, and the text where it ends at a page.</summary>
    protected async Task<(string? Location, string Text)> Callback(Session session, string back)
    {
        using var answer = await session.Get(await Back(session, back));
        var location = answer.Headers.Location!.OriginalString;
        if (location.StartsWith(Failed, StringComparison.Ordinal))
        {
            return (location, "");
        }

        using var done = await session.Get(location);
        return (done.Headers.Location?.OriginalString, await done.Content.ReadAsStringAsync());
    }

    protected Task<RunningPortal> Started(Dictionary<string, string?>? settings = null, TimeProvider? clock = null) =>
        RunningPortal.Start(world.Store.Database, world.Book, world.Demo.SignIns, clock, PortalSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(settings ?? Provider.Settings).Build()));

    /// <summary>The clock of the machine, put forward.</summary>
    protected sealed class Shifted : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + By;
    }
}
