using System.Net;
using System.Text.RegularExpressions;
using OpenQpp.Access;
using OpenQpp.Web;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>Authenticator apps and recovery codes.</summary>
public sealed class SecondFactorTests(PortalWorld world)
{
    /// <summary>The test values of RFC 6238, appendix B, of which six digits are used; the key is the ASCII digits there.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void CodesAreThoseOfTheStandard(long seconds, string code) =>
        Assert.Equal(code, OneTimeCode.Of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", OneTimeCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public async Task ACodeWorksOnceAndItsOwnerIsTold()
    {
        var (key, _) = await SetUp("totp-once");
        var code = OneTimeCode.Of(key, OneTimeCode.StepAt(DateTimeOffset.UtcNow) + 1);
        using var first = world.Portal.Nobody();
        Assert.Equal("/", await Enter(first, "totp-once", code));
        using var second = world.Portal.Nobody();
        Assert.Null(await Enter(second, "totp-once", code));
        Assert.Contains("used a second time", await first.Text("/account"), StringComparison.Ordinal);
        var person = (await world.Store.People.ByName("TOTP-ONCE"))!;
        Assert.Contains(await world.Store.Audit.OfPersonSince(person.Id, person.CreatedAt, ["code-used-again"]), entry => entry.Outcome == "denied");
    }

    /// <summary>A code lives thirty seconds, and the one after is taken for clocks that are not right: no more, and none that went before one that was used.</summary>
    [Theory]
    [InlineData(-1, false)]
    [InlineData(1, true)]
    [InlineData(3, false)]
    public async Task ACodeOfAnotherTimeIsRefused(int steps, bool isTaken)
    {
        var user = $"totp{steps}";
        var (key, _) = await SetUp(user);
        using var session = world.Portal.Nobody();
        Assert.Equal(isTaken, await Enter(session, user, OneTimeCode.Of(key, OneTimeCode.StepAt(DateTimeOffset.UtcNow) + steps)) is not null);
    }

    [Fact]
    public async Task RecoveryCodesWorkOnceAndAreKeptAsHashes()
    {
        var (_, codes) = await SetUp("recovery");
        Assert.Equal(10, codes.Count);
        Assert.All(codes, code => Assert.Matches("^([A-HJ-NP-Z2-9]{4}-){5}[A-HJ-NP-Z2-9]{4}$", code));
        var kept = (await world.Store.People.ByName("RECOVERY"))!.RecoveryCodes!;
        Assert.DoesNotContain(codes, code => kept.Contains(code, StringComparison.Ordinal));
        Assert.Equal(10, kept.Split(';').Length);
        using var first = world.Portal.Nobody();
        Assert.Equal("/", await Enter(first, "recovery", codes[0].ToLowerInvariant()));
        using var second = world.Portal.Nobody();
        Assert.Null(await Enter(second, "recovery", codes[0]));
    }

    /// <summary>The store alone does not tell the key of an authenticator.</summary>
    [Fact]
    public async Task KeysOfAuthenticatorsAreProtectedInTheStore()
    {
        var (key, _) = await SetUp("kept-key");
        var kept = (await world.Store.People.ByName("KEPT-KEY"))!.AuthenticatorKey!;
        Assert.DoesNotContain(key, kept, StringComparison.Ordinal);
        Assert.StartsWith("p1.", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePasswordAloneLetsNobodyIn()
    {
        await SetUp("two-steps");
        using var session = world.Portal.Nobody();
        using var first = await session.Send("/sign-in", "/sign-in", ("user", "two-steps"), ("password", world.Demo.Password), ("return", "/"));
        Assert.StartsWith("/sign-in/second-factor", first.Headers.Location?.OriginalString, StringComparison.Ordinal);
        using var home = await session.Get("/account");
        Assert.Equal(HttpStatusCode.Redirect, home.StatusCode);
    }

    [Fact]
    public async Task FiveWrongCodesLockTheAccount()
    {
        await SetUp("wrong-codes");
        using var session = world.Portal.Nobody();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Null(await Enter(session, "wrong-codes", "000000"));
        }

        Assert.True((await world.Store.People.ByName("WRONG-CODES"))!.LockoutEnd > DateTimeOffset.UtcNow);
    }

    /// <summary>Outside of the demonstration, who decides about others has proven two factors.</summary>
    [Fact]
    public async Task AdministrationNeedsASecondFactor()
    {
        var practice = world.OrganizationOf("facility");
        await world.Admit("official-one-factor", true, HeldRole.SecurityOfficialOf(practice), HeldRole.Reviewer);
        await using var portal = await RunningPortal.Start(world.Store.Database, world.Book, DemoSignIns.None);
        using var session = await portal.SignedIn("official-one-factor", world.Demo.Password);
        foreach (var page in new[] { $"/practices/{practice.Id}/access-requests", $"/practices/{practice.Id}/audit-log", "/review-queue" })
        {
            using var answer = await session.Get(page);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using var open = await session.Get($"/py/2024/practices/{practice.Id}/details");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        await SetUp(session);
        using var after = await session.Get($"/practices/{practice.Id}/audit-log");
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    private async Task<(string Key, IReadOnlyList<string> Codes)> SetUp(string user)
    {
        await world.Admit(user, true, HeldRole.StaffOf(world.OrganizationOf("facility")));
        using var session = await world.Portal.SignedIn(user, world.Demo.Password);
        return await SetUp(session);
    }

    private static async Task<(string Key, IReadOnlyList<string> Codes)> SetUp(Session session)
    {
        using var made = await session.Send("/account", "/account/second-factor/key");
        var key = Regex.Match(await made.Content.ReadAsStringAsync(), "app: <code>([A-Z2-7]+)</code>", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        using var confirmed = await session.Send("/account", "/account/second-factor", ("code", OneTimeCode.Of(key, OneTimeCode.StepAt(DateTimeOffset.UtcNow))));
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        return (key, [.. Regex.Matches(await confirmed.Content.ReadAsStringAsync(), "<li><code>([^<]+)</code></li>", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups[1].Value)]);
    }

    /// <summary>Signs in with password and code; where it leads, null where nowhere.</summary>
    private async Task<string?> Enter(Session session, string user, string code)
    {
        using (await session.Send("/sign-in", "/sign-in", ("user", user), ("password", world.Demo.Password), ("return", "/")))
        using (var answer = await session.Send("/sign-in/second-factor", "/sign-in/second-factor", ("code", code), ("return", "/")))
        {
            return answer.Headers.Location?.OriginalString;
        }
    }
}
