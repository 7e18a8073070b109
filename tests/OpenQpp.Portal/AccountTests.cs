using System.Net;
using OpenQpp.Access;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>One's own account.</summary>
public sealed class AccountTests(PortalWorld world)
{
    [Fact]
    public async Task ANewPasswordAndAnEndOfSessionsEndTheOthers()
    {
        await world.Admit("changes-password", acknowledges: true, HeldRole.StaffOf(world.OrganizationOf("facility")));
        using var one = await world.Portal.SignedIn("changes-password", world.Demo.Password);
        using var two = await world.Portal.SignedIn("changes-password", world.Demo.Password);
        using (var wrong = await one.Send("/account", "/account/password", ("old", "not the password"), ("new", "a longer password"), ("again", "a longer password")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }

        using (var changed = await one.Send("/account", "/account/password", ("old", world.Demo.Password), ("new", "a longer password"), ("again", "a longer password")))
        {
            Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        }

        Assert.Equal(HttpStatusCode.Redirect, await Status(two));
        Assert.Equal(HttpStatusCode.OK, await Status(one));
        using var three = await world.Portal.SignedIn("changes-password", "a longer password");
        using (var ended = await one.Send("/account", "/account/sessions/end"))
        {
            Assert.Equal("/sign-in", ended.Headers.Location?.OriginalString);
        }

        Assert.Equal(HttpStatusCode.Redirect, await Status(one));
        Assert.Equal(HttpStatusCode.Redirect, await Status(three));
    }

    [Fact]
    public async Task AKeyHoldsOnlyWhenACodeConfirmsIt()
    {
        var person = await world.Admit("second-factor", acknowledges: true, HeldRole.StaffOf(world.OrganizationOf("facility")));
        using var session = await world.Portal.SignedIn("second-factor", world.Demo.Password);
        using (var key = await session.Send("/account", "/account/second-factor/key"))
        {
            Assert.Contains("otpauth://totp/OpenQPP:second-factor", await key.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var wrong = await session.Send("/account", "/account/second-factor", ("code", "no code"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.False((await world.Store.People.ById(person.Id))!.TwoFactor);
    }

    private static async Task<HttpStatusCode> Status(Session session)
    {
        using var answer = await session.Get("/account");
        return answer.StatusCode;
    }
}
