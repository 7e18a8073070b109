using System.Net;
using Microsoft.Extensions.Configuration;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Web;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>Signing in with a real OpenID provider, by HTTP as a browser without script does.</summary>
public sealed class OpenIdTests(PortalWorld world) : IAsyncLifetime
{
    private const string Failed = "/sign-in?problem=provider";

    private OpenIdServer? provider;
    private RunningPortal? portal;

    private OpenIdServer Provider => provider!;

    private RunningPortal Portal => portal!;

    public async ValueTask InitializeAsync()
    {
        provider = await OpenIdServer.Start();
        portal = await Started();
    }

    public async ValueTask DisposeAsync()
    {
        if (portal is not null)
        {
            await portal.DisposeAsync();
        }

        provider?.Dispose();
    }

    [Fact]
    public async Task SomebodyNewAgreesAndHoldsNoRole()
    {
        await Provider.Set(new { account = "new-person" });
        using var session = Portal.Nobody();
        var welcome = await Callback(session, "/py/2024/feedback");
        Assert.Contains("Person new-person", welcome.Text, StringComparison.Ordinal);
        Assert.Null(await world.Store.People.ByExternal(Provider.Issuer, "new-person"));
        using (var without = await session.PostBare("/sign-in/provider/agree", (Session.TokenField, Session.TokenOf(welcome.Text)), ("return", "/")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        }

        await Agree(session, welcome.Text);
        var person = (await world.Store.People.ByExternal(Provider.Issuer, "new-person"))!;
        Assert.Equal("Person new-person", person.DisplayName);
        Assert.Null(person.PasswordHash);
        Assert.NotNull(person.ConsentedAt);
        Assert.Empty(await world.Store.Roles.Approved(person.Id));
        using var home = await session.Get("/");
        Assert.Equal("/role-request", home.Headers.Location?.OriginalString);
    }

    /// <summary>The same subject is the same person; a role that is taken away counts no more at the next request.</summary>
    [Fact]
    public async Task ARoleThatIsTakenAwayEndsAtTheNextRequest()
    {
        await Provider.Set(new { account = "role-person" });
        using (var first = Portal.Nobody())
        {
            await Agree(first, (await Callback(first, "/")).Text);
        }

        var person = (await world.Store.People.ByExternal(Provider.Issuer, "role-person"))!;
        var practice = world.OrganizationOf("manager");
        AuditEntry Entry(string action) => new(DateTimeOffset.UtcNow, person.Id, action, "access-requests", "done");
        var role = (await world.Store.Roles.Request(person.Id, HeldRole.StaffOf(practice), DateTimeOffset.UtcNow, Entry("request-role")))!;
        await world.Store.Roles.Decide(role, RoleState.Requested, RoleState.Approved, person.Id, DateTimeOffset.UtcNow, Entry("approve-role"));
        using var session = Portal.Nobody();
        Assert.Equal("/account", (await Callback(session, "/account")).Location);
        var page = $"/py/2024/practices/{practice.Id}/details";
        Assert.Equal(HttpStatusCode.OK, await Status(session, page));
        await world.Store.Roles.Decide(role, RoleState.Approved, RoleState.Removed, person.Id, DateTimeOffset.UtcNow, Entry("remove-role"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(session, page));
    }

    [Fact]
    public async Task TheSameNameAtAnotherIssuerIsSomebodyElse()
    {
        await world.Store.People.Add(new(OpaqueId.New(), "elsewhere", "ELSEWHERE") { ExternalIssuer = "https://other.example", ExternalSubject = "same", DisplayName = "Person same", SecurityStamp = "s" });
        await Provider.Set(new { account = "same" });
        using var session = Portal.Nobody();
        Assert.Contains("does not know you yet", (await Callback(session, "/")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonce", "nonce")]
    [InlineData("no-nonce", "nonce")]
    [InlineData("audience", "audience")]
    [InlineData("two-audiences", "authorized-party")]
    [InlineData("party", "authorized-party")]
    [InlineData("issuer", "issuer")]
    [InlineData("expired", "expired")]
    [InlineData("no-expiry", "expired")]
    [InlineData("at-hash", "access-token-hash")]
    [InlineData("subject", "subject")]
    [InlineData("unknown-key", "unknown-key")]
    [InlineData("signature", "signature")]
    [InlineData("none", "signature")]
    [InlineData("shared-secret", "")]
    public async Task ASpoiltTokenLetsNobodyIn(string flaw, string reason)
    {
        await Provider.Set(new { account = "spoilt", flaw });
        using var session = Portal.Nobody();
        Assert.Equal(Failed, (await Callback(session, "/")).Location);
        Assert.Equal(HttpStatusCode.Redirect, await Status(session, "/account"));
        Assert.Contains(Portal.Log.Lines, line => line.Contains($"sign-in-provider: {reason}", StringComparison.Ordinal));
        using var page = await session.Get(Failed);
        var words = await page.Content.ReadAsStringAsync();
        Assert.Contains("was not completed", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", words, StringComparison.Ordinal);
        await Provider.Set(new { flaw = "" });
    }

    /// <summary>A token signed by a key that the provider took into use a moment ago: the keys are read anew, once.</summary>
    [Fact]
    public async Task NewKeysOfTheProviderAreFound()
    {
        var clock = new SetClock("2026-03-01T12:00:00Z");
        using var metadata = new OpenIdProvider(PortalSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(Provider.Settings).Build()).OpenId!, clock);
        var before = (await metadata.Metadata(CancellationToken.None)).SigningKeys.Single().KeyId;
        await Provider.Set(new { rollover = true });
        Assert.Equal(before, (await metadata.Metadata(CancellationToken.None)).SigningKeys.Single().KeyId);
        Assert.Equal(before, (await metadata.Refreshed(CancellationToken.None)).SigningKeys.Single().KeyId);
        clock.Set("2026-03-01T12:00:31Z");
        Assert.NotEqual(before, (await metadata.Refreshed(CancellationToken.None)).SigningKeys.Single().KeyId);
    }

    [Fact]
    public async Task ASignInAfterNewKeysSucceeds()
    {
        var clock = new Shifted();
        await using var other = await Started(clock: clock);
        await Provider.Set(new { account = "rollover" });
        using (var first = other.Nobody())
        {
            Assert.Contains("does not know you yet", (await Callback(first, "/")).Text, StringComparison.Ordinal);
        }

        await Provider.Set(new { rollover = true });
        clock.By = TimeSpan.FromSeconds(31);
        using var later = other.Nobody();
        Assert.Contains("does not know you yet", (await Callback(later, "/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStateThatIsNotOursIsRefused()
    {
        using var session = Portal.Nobody();
        var back = await Back(session, "/");
        using var wrong = await session.Get(System.Text.RegularExpressions.Regex.Replace(back, "state=[^&]*", "state=made-up", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(Failed, wrong.Headers.Location?.OriginalString);
        using var stranger = Portal.Nobody();
        using var elsewhere = await stranger.Get(back);
        Assert.Equal(Failed, elsewhere.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task AnAnswerWorksOnce()
    {
        await Provider.Set(new { account = "replayed" });
        using var session = Portal.Nobody();
        var back = await Back(session, "/");
        using (var first = await session.Get(back))
        {
            Assert.StartsWith("/sign-in/provider/done", first.Headers.Location?.OriginalString, StringComparison.Ordinal);
        }

        using var second = await session.Get(back);
        Assert.Equal(Failed, second.Headers.Location?.OriginalString);
    }

    /// <summary>A code that somebody else obtained, put into one's own answer: the proof of possession does not fit.</summary>
    [Fact]
    public async Task ACodeOfAnotherSignInIsRefused()
    {
        using var one = Portal.Nobody();
        using var two = Portal.Nobody();
        var (mine, theirs) = (await Back(one, "/"), await Back(two, "/"));
        static string Code(string address) => System.Web.HttpUtility.ParseQueryString(new Uri(new Uri("http://x"), address).Query)["code"]!;
        using var answer = await one.Get(mine.Replace(Code(mine), Code(theirs), StringComparison.Ordinal));
        Assert.Equal(Failed, answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("&iss=https%3A%2F%2Fother.example")]
    [InlineData("")]
    public async Task AnAnswerOfAnotherIssuerIsRefused(string issuer)
    {
        using var session = Portal.Nobody();
        var back = await Back(session, "/");
        using var answer = await session.Get(System.Text.RegularExpressions.Regex.Replace(back, "&iss=[^&]*", issuer, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(Failed, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task AProviderThatIsDownIsSaidInPlainWords()
    {
        var settings = Provider.Settings;
        settings["Authentication:OpenIdConnect:Authority"] = "http://127.0.0.1:9";
        await using var alone = await Started(settings);
        using var session = alone.Nobody();
        using var answer = await session.Get("/sign-in/provider?return=/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var words = await answer.Content.ReadAsStringAsync();
        Assert.Contains("does not answer", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", words, StringComparison.Ordinal);
        using var forged = await session.Get("/sign-in/provider/callback?code=x&state=y");
        Assert.Equal(Failed, forged.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task ASecondFactorAtTheProviderCanBeDemanded()
    {
        var settings = Provider.Settings;
        settings["Authentication:OpenIdConnect:Amr"] = "mfa";
        await using var strict = await Started(settings);
        await Provider.Set(new { account = "factors", amr = (string[])["pwd"] });
        using var weak = strict.Nobody();
        Assert.Equal(Failed, (await Callback(weak, "/")).Location);
        await Provider.Set(new { amr = (string[])["pwd", "mfa"] });
        using var strong = strict.Nobody();
        await Agree(strong, (await Callback(strong, "/")).Text);
        var person = (await world.Store.People.ByExternal(Provider.Issuer, "factors"))!;
        Assert.True((await world.Store.Sessions.OfPerson(person.Id, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)).Single().IsStrong);
    }

    [Fact]
    public async Task AClassOfSignInCanBeDemanded()
    {
        var settings = Provider.Settings;
        settings["Authentication:OpenIdConnect:Acr"] = "urn:strong";
        await using var strict = await Started(settings);
        await Provider.Set(new { account = "classes", acr = "urn:weak" });
        using var weak = strict.Nobody();
        Assert.Contains("acr_values=urn%3Astrong", await Begin(weak, "/"), StringComparison.Ordinal);
        Assert.Equal(Failed, (await Callback(weak, "/")).Location);
        await Provider.Set(new { acr = "urn:strong" });
        using var strong = strict.Nobody();
        Assert.Contains("does not know you yet", (await Callback(strong, "/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithAProviderLocalAccountsAreOffUnlessSet()
    {
        using var session = Portal.Nobody();
        var page = await session.Text("/sign-in");
        Assert.Contains("Sign in with the Test Provider", page, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"password\"", page, StringComparison.Ordinal);
        using var answer = await session.Send("/lookup", "/sign-in", ("user", "staff"), ("password", world.Demo.Password));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var settings = Provider.Settings;
        settings["Authentication:LocalAccounts"] = "true";
        await using var both = await Started(settings);
        using var other = await both.SignedIn("staff", world.Demo.Password);
        Assert.Equal(HttpStatusCode.OK, await Status(other, "/account"));
    }

    [Fact]
    public async Task SigningOutLeadsToTheProvider()
    {
        await Provider.Set(new { account = "leaves" });
        using var session = Portal.Nobody();
        await Agree(session, (await Callback(session, "/")).Text);
        Assert.Contains($"form-action 'self' {Provider.Issuer};", (await session.Get("/account")).Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var answer = await session.Send("/account", "/sign-out");
        Assert.StartsWith($"{Provider.Issuer}/session/end?client_id=openqpp", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await Status(session, "/account"));
    }

    [Fact]
    public async Task NeitherTokensNorCodesStandInTheLog()
    {
        await Provider.Set(new { account = "logged" });
        using var session = Portal.Nobody();
        var back = await Back(session, "/");
        using (await session.Get(back))
        using (await session.Get(back))
        {
            Assert.DoesNotContain(Portal.Log.Lines, line => line.Contains("eyJ", StringComparison.Ordinal) || line.Contains("code=", StringComparison.Ordinal) || line.Contains("a secret with", StringComparison.Ordinal));
        }
    }

    private static async Task<HttpStatusCode> Status(Session session, string path)
    {
        using var answer = await session.Get(path);
        return answer.StatusCode;
    }

    private static async Task<string> Begin(Session session, string back)
    {
        using var answer = await session.Get($"/sign-in/provider?return={Uri.EscapeDataString(back)}");
        return answer.Headers.Location!.AbsoluteUri;
    }

    private static async Task Agree(Session session, string welcome)
    {
        using var answer = await session.PostBare("/sign-in/provider/agree", (Session.TokenField, Session.TokenOf(welcome)), ("return", "/"), ("agree", "yes"));
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    /// <summary>The address by which the provider sends somebody back to the portal.</summary>
    private async Task<string> Back(Session session, string back)
    {
        var begin = await Begin(session, back);
        Assert.Contains("code_challenge_method=S256", begin, StringComparison.Ordinal);
        await Provider.Set(new { redirects = (string[])[System.Web.HttpUtility.ParseQueryString(new Uri(begin).Query)["redirect_uri"]!] });
        return new Uri(await Provider.Visit(begin)).PathAndQuery;
    }

    /// <summary>The whole way; where it ends, and the text where it ends at a page.</summary>
    private async Task<(string? Location, string Text)> Callback(Session session, string back)
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

    private Task<RunningPortal> Started(Dictionary<string, string?>? settings = null, TimeProvider? clock = null) =>
        RunningPortal.Start(world.Store.Database, world.Book, world.Demo.SignIns, clock, PortalSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(settings ?? Provider.Settings).Build()));

    /// <summary>The clock of the machine, put forward.</summary>
    private sealed class Shifted : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + By;
    }
}
