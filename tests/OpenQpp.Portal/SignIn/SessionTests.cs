using System.Net;
using System.Text.RegularExpressions;
using OpenQpp.Store;
using OpenQpp.Web;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>Sessions stand in the store: they are seen, ended, and end by themselves.</summary>
public sealed class SessionTests(PortalWorld world) : IAsyncLifetime
{
    private const string Noon = "2026-03-02T12:00:00Z";
    private readonly SetClock clock = new(Noon);
    private RunningPortal? portal;

    private RunningPortal Portal => portal!;

    public async ValueTask InitializeAsync() => portal = await RunningPortal.Start(world.Store.Database, world.Book, world.Demo.SignIns, clock);

    public async ValueTask DisposeAsync() => await Portal.DisposeAsync();

    [Fact]
    public async Task ASessionThatIsNotUsedEndsAfterHalfAnHour()
    {
        clock.Set(Noon);
        await world.Admit("idle", true);
        using var session = await Portal.SignedIn("idle", world.Demo.Password);
        clock.Set("2026-03-02T12:29:00Z");
        Assert.True(await IsIn(session));
        clock.Set("2026-03-02T12:58:00Z");
        Assert.True(await IsIn(session));
        clock.Set("2026-03-02T13:28:00Z");
        Assert.False(await IsIn(session));
        clock.Set("2026-03-02T13:00:00Z");
        Assert.False(await IsIn(session));
    }

    [Fact]
    public async Task ASessionEndsTwelveHoursAfterTheSignInWhateverIsDone()
    {
        clock.Set("2026-03-03T06:00:00Z");
        await world.Admit("busy", true);
        using var session = await Portal.SignedIn("busy", world.Demo.Password);
        for (var minutes = 20; minutes < 12 * 60; minutes += 20)
        {
            clock.Set(new DateTimeOffset(2026, 3, 3, 6, 0, 0, TimeSpan.Zero).AddMinutes(minutes).ToString("O"));
            Assert.True(await IsIn(session));
        }

        clock.Set("2026-03-03T18:00:00Z");
        Assert.False(await IsIn(session));
    }

    [Fact]
    public async Task EverySignInIsANewSessionWithAnIdThatNobodyGuesses()
    {
        clock.Set(Noon);
        var person = await world.Admit("several", true);
        using var one = await Portal.SignedIn("several", world.Demo.Password);
        var first = one.Cookies.GetCookies(Portal.Base)["openqpp"]!.Value;
        await one.SignIn("several", world.Demo.Password);
        Assert.NotEqual(first, one.Cookies.GetCookies(Portal.Base)["openqpp"]!.Value);
        var standing = Assert.Single(await world.Store.Sessions.OfPerson(person.Id, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch));
        Assert.True(OpaqueId.HasForm(standing.Id));
        one.Cookies.SetCookies(Portal.Base, $"openqpp={first}");
        Assert.False(await IsIn(one));
    }

    [Fact]
    public async Task OnesSessionsAreListedAndEndedOneByOne()
    {
        clock.Set(Noon);
        await world.Admit("lists", true);
        using var one = await Portal.SignedIn("lists", world.Demo.Password);
        using var two = await Portal.SignedIn("lists", world.Demo.Password);
        var page = await one.Text("/account");
        Assert.Equal(2, Regex.Count(page, "an unknown program, by password", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var other = Regex.Match(page, "name=\"session\" value=\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        using (var ended = await one.Send("/account", "/account/sessions/end-one", ("session", other)))
        {
            Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        }

        Assert.True(await IsIn(one));
        Assert.False(await IsIn(two));
        using var strange = await Portal.SignedIn("staff", world.Demo.Password);
        var theirs = (await world.Store.Sessions.OfPerson(world.Person("staff").Id, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch))[0].Id;
        using (await one.Send("/account", "/account/sessions/end-one", ("session", theirs)))
        {
            Assert.True(await IsIn(strange));
        }
    }

    /// <summary>A quarter of an hour after the sign-in, changes of the account need a new proof; looking does not.</summary>
    [Fact]
    public async Task ChangesOfTheAccountNeedAFreshProof()
    {
        clock.Set("2026-03-04T12:00:00Z");
        await world.Admit("fresh", true);
        using var session = await Portal.SignedIn("fresh", world.Demo.Password);
        clock.Set("2026-03-04T12:16:00Z");
        string[] changes = ["/account/second-factor/key", "/account/second-factor", "/account/second-factor/remove", "/account/sessions/end", "/account/sessions/end-one", "/account/close", "/account/passkeys/options", "/account/passkeys", "/account/passkeys/rename", "/account/passkeys/remove"];
        foreach (var path in changes)
        {
            using var refused = await session.Send("/account", path, ("close", "yes"));
            Assert.Contains("Confirm first who you are", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var wrong = await session.Send("/account", "/account/confirm", ("password", "not the password")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }

        using (var right = await session.Send("/account", "/account/confirm", ("password", world.Demo.Password)))
        {
            Assert.Equal("/account", right.Headers.Location?.OriginalString);
        }

        using var done = await session.Send("/account", "/account/second-factor/key");
        Assert.Contains("otpauth", await done.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SigningOutEndsTheSessionInTheStoreAndClearsTheBrowser()
    {
        clock.Set(Noon);
        var person = await world.Admit("leaves", true);
        using var session = await Portal.SignedIn("leaves", world.Demo.Password);
        var cookie = session.Cookies.GetCookies(Portal.Base)["openqpp"]!.Value;
        using (var answer = await session.Send("/account", "/sign-out"))
        {
            Assert.Equal("\"cache\", \"storage\"", answer.Headers.GetValues("Clear-Site-Data").Single());
        }

        Assert.Empty(await world.Store.Sessions.OfPerson(person.Id, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch));
        session.Cookies.SetCookies(Portal.Base, $"openqpp={cookie}");
        Assert.False(await IsIn(session));
    }

    [Fact]
    public async Task NoticesStandUntilTheyAreRead()
    {
        clock.Set(DateTimeOffset.UtcNow.AddMinutes(1).ToString("O"));
        await world.Admit("noticed", true);
        using (var nobody = Portal.Nobody())
        using (await nobody.Send("/sign-in", "/sign-in", ("user", "noticed"), ("password", "not the password")))
        {
        }

        using var session = await Portal.SignedIn("noticed", world.Demo.Password);
        Assert.Contains("A sign-in failed.", await session.Text("/account"), StringComparison.Ordinal);
        using (await session.Send("/account", "/account/notices/read"))
        {
            Assert.DoesNotContain("A sign-in failed.", await session.Text("/account"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhatIsKeptCanBeSavedAndTheAccountClosed()
    {
        clock.Set(Noon);
        var person = await world.Admit("closes", true, OpenQpp.Access.HeldRole.StaffOf(world.OrganizationOf("facility")));
        using var session = await Portal.SignedIn("closes", world.Demo.Password);
        using (var saved = await session.Get("/account/data.json"))
        {
            Assert.Equal("attachment; filename=\"account.json\"", saved.Content.Headers.ContentDisposition?.ToString());
            var text = await saved.Content.ReadAsStringAsync();
            Assert.Contains("\"userName\":\"closes\"", text, StringComparison.Ordinal);
            Assert.Contains("\"practice-staff\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain(person.PasswordHash!, text, StringComparison.Ordinal);
        }

        using (await session.Send("/account", "/account/close"))
        {
            Assert.True(await IsIn(session));
        }

        using (await session.Send("/account", "/account/close", ("close", "yes")))
        {
            Assert.False(await IsIn(session));
        }

        var left = (await world.Store.People.ById(person.Id))!;
        Assert.Null(left.PasswordHash);
        Assert.Null(left.DisplayName);
        Assert.DoesNotContain("closes", left.UserName, StringComparison.Ordinal);
        Assert.Empty(await world.Store.Roles.Approved(person.Id));
        Assert.Null(await world.Store.People.ByName("CLOSES"));
        Assert.Contains("closed-", left.UserName, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox on Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0", "Edge on Windows")]
    [InlineData("<script>", "an unknown program")]
    public void OfABrowserOnlyItsKindIsKept(string agent, string words) => Assert.Equal(words, DeviceWords.Of(agent));

    private static async Task<bool> IsIn(Session session)
    {
        using var answer = await session.Get("/account");
        return answer.StatusCode == HttpStatusCode.OK;
    }
}
