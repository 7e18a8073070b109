using OpenQpp.Access;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>Headers of every answer, and cookies.</summary>
public sealed class HeaderTests(PortalWorld world)
{
    [Theory]
    [InlineData("")]
    [InlineData("manager")]
    [InlineData("clinician")]
    public async Task EveryAnswerHasThem(string user)
    {
        var session = await world.As(user);
        var practice = world.OrganizationOf("manager").Id;
        string[] others = ["/assets/portal.css", "/assets/nothing.css", "/nothing", "/favicon.ico"];
        foreach (var path in DeclaredRoute.All.Where(route => !route.IsForm).Select(route => route.At(2024, route.Declared.Kind == OwnerKind.Practice ? practice : "x")).Concat(others))
        {
            using var answer = await session.Get(path);
            Holds(answer, path);
        }

        using var refused = await session.PostBare("/sign-in/second-factor");
        Holds(refused, "a form without its token");
    }

    [Fact]
    public async Task CookiesAreKeptFromScriptsAndFromOtherSites()
    {
        using var session = world.Portal.Nobody();
        using var form = await session.Get("/sign-in");
        var cookies = form.Headers.TryGetValues("Set-Cookie", out var first) ? first.ToList() : [];
        var token = Session.TokenOf(await form.Content.ReadAsStringAsync());
        using var answer = await session.PostBare("/sign-in", ("user", "staff"), ("password", world.Demo.Password), ("return", "/"), (Session.TokenField, token));
        cookies.AddRange(answer.Headers.GetValues("Set-Cookie"));
        Assert.Equal(2, cookies.Select(cookie => cookie.Split('=')[0]).Distinct().Count());
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("(?i); samesite=(lax|strict)", cookie);
            Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    private static void Holds(HttpResponseMessage answer, string path)
    {
        string One(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : $"{path} has no {name}";
        Assert.Contains("default-src 'none'", One("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", One("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", One("Content-Security-Policy"), StringComparison.Ordinal);
        var mayHaveScript = path.StartsWith("/sign-in", StringComparison.Ordinal) || path.StartsWith("/account", StringComparison.Ordinal) || path.StartsWith("a form", StringComparison.Ordinal);
        Assert.Equal(mayHaveScript, One("Content-Security-Policy").Contains("script-src 'self';", StringComparison.Ordinal));
        Assert.Equal("DENY", One("X-Frame-Options"));
        Assert.Equal("nosniff", One("X-Content-Type-Options"));
        Assert.Equal("same-origin", One("Referrer-Policy"));
        Assert.Equal("same-origin", One("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", One("Cross-Origin-Resource-Policy"));
        Assert.NotEqual("", One("Permissions-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
        if (!path.StartsWith("/assets/portal", StringComparison.Ordinal))
        {
            Assert.True(answer.Headers.CacheControl is { NoStore: true }, $"{path} may be kept: {answer.Headers.CacheControl}");
        }
    }
}
