using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Store;
using OpenQpp.Web;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>What a password must be, how it is kept, and how it is chosen.</summary>
public sealed class PasswordTests(PortalWorld world)
{
    private const string Good = "four loose words here";

    [Theory]
    [InlineData("elevenchars", false)]
    [InlineData("twelve chars", true)]
    [InlineData("a   b   c   d", false)]
    [InlineData("пароль из слов", true)]
    [InlineData("😀😁😂🤣😃😄😅😆😉😊😋😎", true)]
    [InlineData("plain lower case letters", true)]
    [InlineData("password1234", false)]
    [InlineData("1234567890123", false)]
    [InlineData("!!!qwerty2024!!!", false)]
    [InlineData("passwordpassword", false)]
    [InlineData("abcdefghijklm", false)]
    [InlineData("aaaaaaaaaaaaaa", false)]
    [InlineData("somebody-and-more", false)]
    public void Rules(string password, bool isTaken) => Assert.Equal(isTaken, PasswordRules.Problem(password, "somebody") is null);

    [Fact]
    public void SixtyFourCharactersAndMoreAreTakenUpTo128()
    {
        var words = string.Concat(Enumerable.Range(0, 200).Select(number => (char)('a' + (number * 7 % 26))));
        Assert.Null(PasswordRules.Problem(words[..64], "somebody"));
        Assert.Null(PasswordRules.Problem(words[..128], "somebody"));
        Assert.NotNull(PasswordRules.Problem(words[..129], "somebody"));
    }

    /// <summary>PBKDF2 with HMAC-SHA-512, 210,000 rounds, 16 random bytes of salt; nothing is cut off.</summary>
    [Fact]
    public void PasswordsAreKeptAsSlowHashes()
    {
        using var scope = world.Portal.Routes.Services.CreateScope();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<PortalUser>>();
        var user = new PortalUser(new("", "", ""));
        var (one, two) = (Convert.FromBase64String(hasher.HashPassword(user, Good)), Convert.FromBase64String(hasher.HashPassword(user, Good)));
        Assert.Equal(1, one[0]);
        Assert.Equal(2u, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(one.AsSpan(1)));
        Assert.Equal(210_000u, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(one.AsSpan(5)));
        Assert.Equal(16u, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(one.AsSpan(9)));
        Assert.NotEqual(one[13..29], two[13..29]);
        var words = new string('x', 100) + "the end";
        Assert.Equal(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(user, hasher.HashPassword(user, words), words[..^1]));
    }

    /// <summary>Whoever has the store alone cannot try passwords out; keys can be exchanged.</summary>
    [Fact]
    public void WithAKeyThatIsNotInTheStoreAHashAloneIsOfNoUse()
    {
        var options = Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions());
        PasswordHasher With(params byte[] keys) => new(new() { Keys = [.. keys.Select(key => (ReadOnlyMemory<byte>)Enumerable.Repeat(key, 32).ToArray())] }, options);
        var user = new PortalUser(new("", "", ""));
        var (plain, kept) = (With().HashPassword(user, Good), With(1).HashPassword(user, Good));
        Assert.Equal(PasswordVerificationResult.Success, With(1).VerifyHashedPassword(user, kept, Good));
        Assert.Equal(PasswordVerificationResult.Failed, With(1).VerifyHashedPassword(user, kept, Good + "."));
        Assert.Equal(PasswordVerificationResult.Failed, With(2).VerifyHashedPassword(user, kept, Good));
        Assert.Equal(PasswordVerificationResult.Failed, With().VerifyHashedPassword(user, kept, Good));
        Assert.Equal(PasswordVerificationResult.SuccessRehashNeeded, With(2, 1).VerifyHashedPassword(user, kept, Good));
        Assert.Equal(PasswordVerificationResult.SuccessRehashNeeded, With(1).VerifyHashedPassword(user, plain, Good));
        Assert.Equal(PasswordVerificationResult.Success, With().VerifyHashedPassword(user, plain, Good));
    }

    [Fact]
    public async Task ACommonPasswordLetsNobodyIn()
    {
        var person = await world.Admit("common-password", true);
        var kept = (await world.Store.People.ById(person.Id))!;
        await world.Store.People.Change(kept with { PasswordHash = new PasswordHasher<PortalUser>().HashPassword(new(kept), "password1234") });
        using var session = world.Portal.Nobody();
        using var answer = await session.Send("/sign-in", "/sign-in", ("user", "common-password"), ("password", "password1234"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("lets nobody in", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await session.Get("/account")).StatusCode);
    }

    /// <summary>A change needs the password of today, and ends other sessions; see AccountTests.</summary>
    [Fact]
    public async Task ACommonOrShortPasswordIsNotTakenInAChange()
    {
        await world.Admit("changes-badly", true);
        using var session = await world.Portal.SignedIn("changes-badly", world.Demo.Password);
        foreach (var password in new[] { "short", "password1234", "changes-badly-12" })
        {
            using var answer = await session.Send("/account", "/account/password", ("old", world.Demo.Password), ("new", password), ("again", password));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task ACodeChoosesAPasswordOnceAndEndsSessions()
    {
        var person = await world.Admit("invited", true);
        using var before = await world.Portal.SignedIn("invited", world.Demo.Password);
        var code = await world.Store.Invitations.Make(person.Id, DateTimeOffset.UtcNow);
        Assert.Equal(OpaqueId.Length, code.Length);
        using var session = world.Portal.Nobody();
        Assert.Contains("wrong", await Choose(session, "invited", "AAAAAAAAAAAAAAAAAAAAAA", Good, "yes"), StringComparison.Ordinal);
        Assert.Contains("among the first", await Choose(session, "invited", code, "password1234", "yes"), StringComparison.Ordinal);
        Assert.Contains("agreement", await Choose(session, "invited", code, Good, ""), StringComparison.Ordinal);
        Assert.Equal("", await Choose(session, "invited", code, Good, "yes"));
        Assert.Contains("wrong", await Choose(session, "invited", code, Good + " too", "yes"), StringComparison.Ordinal);
        Assert.NotNull((await world.Store.People.ById(person.Id))!.ConsentedAt);
        Assert.Equal(HttpStatusCode.Redirect, (await before.Get("/account")).StatusCode);
        using var after = await world.Portal.SignedIn("invited", Good);
        Assert.Contains("A password was chosen with a code.", await after.Text("/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACodeWorksForADayAndItsHashAloneIsKept()
    {
        var person = await world.Admit("invited-late", true);
        var now = DateTimeOffset.UtcNow;
        var code = await world.Store.Invitations.Make(person.Id, now);
        Assert.True(await world.Store.Invitations.Works(person.Id, code, now + TimeSpan.FromHours(23)));
        Assert.False(await world.Store.Invitations.Works(person.Id, code, now + TimeSpan.FromHours(25)));
        var newer = await world.Store.Invitations.Make(person.Id, now);
        Assert.False(await world.Store.Invitations.Use(person.Id, code, now));
        Assert.True(await world.Store.Invitations.Use(person.Id, newer, now));
        Assert.False(await world.Store.Invitations.Use(person.Id, newer, now));
    }

    /// <summary>Browsers may fill passwords in, and nothing hinders pasting or a program that keeps them.</summary>
    [Fact]
    public async Task PasswordFieldsSayWhatTheyAre()
    {
        using var session = world.Portal.Nobody();
        Assert.Contains("autocomplete=\"current-password\"", await session.Text("/sign-in"), StringComparison.Ordinal);
        var page = await session.Text("/sign-in/code");
        Assert.Contains("autocomplete=\"new-password\"", page, StringComparison.Ordinal);
        Assert.Contains("<meter", page, StringComparison.Ordinal);
        Assert.DoesNotContain("maxlength=\"1", page, StringComparison.Ordinal);
        var script = await session.Text("/assets/account.js");
        Assert.DoesNotContain("paste", script, StringComparison.Ordinal);
        Assert.Contains("Show", script, StringComparison.Ordinal);
    }

    private static async Task<string> Choose(Session session, string user, string code, string password, string agree)
    {
        using var answer = await session.Send("/sign-in/code", "/sign-in/code", ("user", user), ("code", code), ("new", password), ("again", password), ("agree", agree));
        return answer.StatusCode == HttpStatusCode.Redirect ? "" : await answer.Content.ReadAsStringAsync();
    }
}
