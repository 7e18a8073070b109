using System.Net;
using Microsoft.Extensions.Configuration;
using OpenQpp.Web;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>What a provider, or somebody between, may get wrong: nobody comes in, and it is said in plain words.</summary>
public sealed class OpenIdRefusalTests(PortalWorld world) : OpenIdPortal(world)
{
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
}
