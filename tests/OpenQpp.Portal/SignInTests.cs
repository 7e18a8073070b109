using System.Globalization;
using System.Net;
using OpenQpp.Access;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>Signing in and out by the real forms.</summary>
public sealed class SignInTests(PortalWorld world)
{
    private const int AttemptsUntilLockout = 5;
    private const int AttemptsAMinute = 20;

    [Fact]
    public async Task FiveWrongPasswordsLockTheAccount()
    {
        await world.Admit("locked", true, HeldRole.StaffOf(world.OrganizationOf("manager")));
        using var session = world.Portal.Nobody();
        for (var attempt = 1; attempt < AttemptsUntilLockout; attempt++)
        {
            Assert.Contains("is wrong", await Refused(session, "locked", "wrong password"), StringComparison.Ordinal);
        }

        Assert.Contains("Too many attempts", await Refused(session, "locked", "wrong password"), StringComparison.Ordinal);
        Assert.Contains("Too many attempts", await Refused(session, "locked", world.Demo.Password), StringComparison.Ordinal);
        using var home = await session.Get("/");
        Assert.Equal(HttpStatusCode.Redirect, home.StatusCode);
    }

    /// <summary>The answer does not say whether there is such an account.</summary>
    [Fact]
    public async Task AWrongPasswordAndAnUnknownNameAnswerTheSame()
    {
        using var session = world.Portal.Nobody();
        Assert.Equal(HtmlPage.Words(await Refused(session, "staff", "wrong password")), HtmlPage.Words(await Refused(session, "nobody-of-this-name", "wrong password")));
    }

    [Fact]
    public async Task TooManyAttemptsFromOneAddressAnswer429()
    {
        using var session = world.Portal.Nobody();
        for (var attempt = 0; attempt < AttemptsAMinute; attempt++)
        {
            using var answer = await session.PostBare("/sign-in", ("user", attempt.ToString(CultureInfo.InvariantCulture)));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        using var limited = await session.PostBare("/sign-in", ("user", "staff"));
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.StatusCode);
        Assert.True(limited.Headers.Contains("Content-Security-Policy"));
        using var lookup = await session.PostBare("/lookup");
        Assert.Equal(HttpStatusCode.TooManyRequests, lookup.StatusCode);
        using var elsewhere = world.Portal.Nobody();
        using var other = await elsewhere.PostBare("/sign-in", ("user", "staff"));
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
    }

    [Fact]
    public async Task WhoSignsOutIsOut()
    {
        using var session = await world.Portal.SignedIn("staff", world.Demo.Password);
        var before = session.Cookies.GetCookieHeader(world.Portal.Base);
        using (var answer = await session.Send("/", "/sign-out"))
        {
            Assert.Equal("/sign-in", answer.Headers.Location?.OriginalString);
        }

        using var home = await session.Get("/");
        Assert.StartsWith("/sign-in", home.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.NotEqual(before, session.Cookies.GetCookieHeader(world.Portal.Base));
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    public async Task ASignInLeadsNowhereElse(string address)
    {
        using var session = world.Portal.Nobody();
        Assert.DoesNotContain("example.org", await session.Text($"/sign-in?return={Uri.EscapeDataString(address)}"), StringComparison.Ordinal);
        using var answer = await session.Send("/sign-in", "/sign-in", ("user", "staff"), ("password", world.Demo.Password), ("return", address));
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    /// <summary>The page from which somebody was sent to the sign-in is the one that follows it.</summary>
    [Fact]
    public async Task ASignInLeadsBackToThePage()
    {
        using var session = world.Portal.Nobody();
        using var asked = await session.Get("/py/2024/feedback?page=1");
        var form = asked.Headers.Location!.OriginalString;
        Assert.Contains("value=\"/py/2024/feedback?page=1\"", await session.Text(form), StringComparison.Ordinal);
    }

    private static async Task<string> Refused(Session session, string user, string password)
    {
        using var answer = await session.Send("/sign-in", "/sign-in", ("user", user), ("password", password));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return (await answer.Content.ReadAsStringAsync()).Replace(user, "", StringComparison.Ordinal);
    }
}
