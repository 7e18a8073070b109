using System.Net;
using OpenQpp.Access;
using OpenQpp.Store;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>Signing in with a real OpenID provider, by HTTP as a browser without script does.</summary>
public sealed class OpenIdTests(PortalWorld world) : OpenIdPortal(world)
{
    [Fact]
    public async Task SomebodyNewAgreesAndHoldsNoRole()
    {
        await Provider.Set(new { account = "new-person" });
        using var session = Portal.Nobody();
        var welcome = await Callback(session, "/py/2024/feedback");
        Assert.Contains("Person new-person", welcome.Text, StringComparison.Ordinal);
        Assert.Null(await World.Store.People.ByExternal(Provider.Issuer, "new-person"));
        using (var without = await session.PostBare("/sign-in/provider/agree", (Session.TokenField, Session.TokenOf(welcome.Text)), ("return", "/")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        }

        await Agree(session, welcome.Text);
        var person = (await World.Store.People.ByExternal(Provider.Issuer, "new-person"))!;
        Assert.Equal("Person new-person", person.DisplayName);
        Assert.Null(person.PasswordHash);
        Assert.NotNull(person.ConsentedAt);
        Assert.Empty(await World.Store.Roles.Approved(person.Id));
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

        var person = (await World.Store.People.ByExternal(Provider.Issuer, "role-person"))!;
        var practice = World.OrganizationOf("manager");
        AuditEntry Entry(string action) => new(DateTimeOffset.UtcNow, person.Id, action, "access-requests", "done");
        var role = (await World.Store.Roles.Request(person.Id, HeldRole.StaffOf(practice), DateTimeOffset.UtcNow, Entry("request-role")))!;
        await World.Store.Roles.Decide(role, RoleState.Requested, RoleState.Approved, person.Id, DateTimeOffset.UtcNow, Entry("approve-role"));
        using var session = Portal.Nobody();
        Assert.Equal("/account", (await Callback(session, "/account")).Location);
        var page = $"/py/2024/practices/{practice.Id}/details";
        Assert.Equal(HttpStatusCode.OK, await Status(session, page));
        await World.Store.Roles.Decide(role, RoleState.Approved, RoleState.Removed, person.Id, DateTimeOffset.UtcNow, Entry("remove-role"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(session, page));
    }

    [Fact]
    public async Task TheSameNameAtAnotherIssuerIsSomebodyElse()
    {
        await World.Store.People.Add(new(OpaqueId.New(), "elsewhere", "ELSEWHERE") { ExternalIssuer = "https://other.example", ExternalSubject = "same", DisplayName = "Person same", SecurityStamp = "s" });
        await Provider.Set(new { account = "same" });
        using var session = Portal.Nobody();
        Assert.Contains("does not know you yet", (await Callback(session, "/")).Text, StringComparison.Ordinal);
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
        var person = (await World.Store.People.ByExternal(Provider.Issuer, "factors"))!;
        Assert.True((await World.Store.Sessions.OfPerson(person.Id, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)).Single().IsStrong);
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

    /// <summary>A new proof, before changes of the account: the provider must ask again, and say when it did.</summary>
    [Fact]
    public async Task AProofIsAskedForAgain()
    {
        await Provider.Set(new { account = "proves-again" });
        using var session = Portal.Nobody();
        await Agree(session, (await Callback(session, "/")).Text);
        using var asked = await session.Get("/sign-in/provider?again=1&return=/account");
        var address = asked.Headers.Location!.AbsoluteUri;
        Assert.Contains("prompt=login&max_age=0", address, StringComparison.Ordinal);
        using var back = await session.Get(new Uri(await Provider.Visit(address)).PathAndQuery);
        using var done = await session.Get(back.Headers.Location!.OriginalString);
        Assert.Equal("/account", done.Headers.Location?.OriginalString);
        await Provider.Set(new { flaw = "asked-long-ago" });
        using var late = await session.Get("/sign-in/provider?again=1&return=/account");
        using var refused = await session.Get(new Uri(await Provider.Visit(late.Headers.Location!.AbsoluteUri)).PathAndQuery);
        Assert.Equal(Failed, refused.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task WithAProviderLocalAccountsAreOffUnlessSet()
    {
        using var session = Portal.Nobody();
        var page = await session.Text("/sign-in");
        Assert.Contains("Sign in with the Test Provider", page, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"password\"", page, StringComparison.Ordinal);
        using var answer = await session.Send("/lookup", "/sign-in", ("user", "staff"), ("password", World.Demo.Password));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var settings = Provider.Settings;
        settings["Authentication:LocalAccounts"] = "true";
        await using var both = await Started(settings);
        using var other = await both.SignedIn("staff", World.Demo.Password);
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
}
