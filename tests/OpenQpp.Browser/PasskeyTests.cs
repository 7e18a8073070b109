using System.Globalization;
using OpenQpp.Access;
using Xunit;

namespace OpenQpp.Browser;

/// <summary>Passkeys in a real browser, with an authenticator that Chromium simulates.</summary>
public sealed class PasskeyTests(Chromium chromium)
{
    private const string User = "has-a-passkey";

    [Fact]
    public async Task APasskeyIsAddedUsedRenamedAndRemoved()
    {
        await using var context = await chromium.As("");
        var world = chromium.World;
        var person = await world.Admit(User, acknowledges: true, HeldRole.StaffOf(world.OrganizationOf("facility")));
        // A passkey belongs to a name: an address in numbers has none.
        var portal = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{world.Portal.Base.Port}");
        var page = await context.NewPageAsync();
        var devices = await context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await page.GotoAsync($"{portal}/sign-in?return=/account");
        await page.FillAsync("#user", User);
        await page.FillAsync("#password", world.Demo.Password);
        await page.ClickAsync("form[action='/sign-in'] button[type=submit]");
        await page.WaitForURLAsync("**/account");

        await page.FillAsync("#passkey-name", "My device");
        await page.ClickAsync("text=Add a passkey");
        await page.WaitForSelectorAsync("text=The passkey is added.");
        var kept = Assert.Single(await world.Store.Passkeys.OfPerson(person.Id));
        Assert.Equal(("My device", null), (kept.Name, kept.UsedAt));

        await page.FillAsync($"[id='name-{kept.CredentialId}']", "My key");
        await page.ClickAsync("text=Rename");
        await page.WaitForSelectorAsync("text=The passkey has the new name.");
        await page.ClickAsync("text=Sign out");
        await page.WaitForURLAsync("**/sign-in");

        await page.GotoAsync($"{portal}/sign-in?return=/account");
        await page.ClickAsync("text=Sign in with a passkey");
        await page.WaitForSelectorAsync("text=Remove My key");
        kept = Assert.Single(await world.Store.Passkeys.OfPerson(person.Id));
        Assert.Equal("My key", kept.Name);
        Assert.NotNull(kept.UsedAt);
        Assert.Contains(await world.Store.Sessions.OfPerson(person.Id, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch), session => session is { Means: "passkey", IsStrong: true });

        await page.ClickAsync("text=Remove My key");
        await page.WaitForSelectorAsync("text=The passkey is removed.");
        Assert.Empty(await world.Store.Passkeys.OfPerson(person.Id));
    }

    /// <summary>Without script the way with a passkey is not offered, and the password works.</summary>
    [Fact]
    public async Task WithoutScriptThePasswordIsTheWay()
    {
        await using var context = await chromium.As("", new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        Assert.False(await page.IsVisibleAsync("form[data-passkey]"));
        Assert.True(await page.IsVisibleAsync("#password"));
    }
}
