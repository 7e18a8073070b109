using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using OpenQpp.Explanations;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>A real OpenID provider beside the tests, as a process; without it tests are skipped, or fail where everything must be there.</summary>
public sealed class OpenIdServer
{
    private const string Absent = "No OpenID provider is here: './.ci/run' fetches it into artifacts/portal-tools; it needs Node.js.";

    private static readonly string Folder = Path.Combine(Root.Folder, "artifacts", "portal-tools");

    private static readonly Lazy<Task<OpenIdServer>> One = new(Start);

    private OpenIdServer(Process process, string issuer) => (Running, Issuer) = (process, issuer);

    /// <summary>The process; it ends by itself when its standard input is closed, as it is when the tests end.</summary>
    private Process Running { get; }

    /// <summary>What it calls itself.</summary>
    public string Issuer { get; }

    /// <summary>The settings of a portal that uses it.</summary>
    public Dictionary<string, string?> Settings => new(StringComparer.Ordinal)
    {
        ["Authentication:OpenIdConnect:Authority"] = Issuer,
        ["Authentication:OpenIdConnect:ClientId"] = "openqpp",
        ["Authentication:OpenIdConnect:ClientSecret"] = "a secret with a space & a sign",
        ["Authentication:OpenIdConnect:Name"] = "the Test Provider",
    };

    /// <summary>The one that all tests share.</summary>
    public static async Task<OpenIdServer> Shared()
    {
        var isThere = Directory.Exists(Path.Combine(Folder, "node_modules", "oidc-provider")) && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "node")));
        Assert.SkipUnless(isThere || string.Equals(Environment.GetEnvironmentVariable("OPENQPP_TESTS"), "all", StringComparison.Ordinal), Absent);
        Assert.True(isThere, Absent);
        var server = await One.Value;
        Assert.False(server.Running.HasExited);
        return server;
    }

    private static async Task<OpenIdServer> Start()
    {
        File.Copy(Path.Combine(Root.Folder, "tests", "OpenQpp.Portal", "tools", "provider.mjs"), Path.Combine(Folder, "provider.mjs"), overwrite: true);
        var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, "provider.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("http", StringComparison.Ordinal))
            {
                return new(process, line);
            }
        }

        throw new InvalidOperationException("The provider did not start.");
    }

    /// <summary>Tells it what to do from now on.</summary>
    public async Task Set(object what)
    {
        using var control = new HttpClient();
        using var answer = await control.PostAsync(new Uri($"{Issuer}/control"), JsonContent.Create(what));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>Goes to the provider as a browser does, up to the address by which it sends back.</summary>
    public async Task<string> Visit(string address)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        using var browser = new HttpClient(handler);
        for (var steps = 0; steps < 10 && address.StartsWith(Issuer, StringComparison.Ordinal); steps++)
        {
            using var answer = await browser.GetAsync(new Uri(address));
            Assert.True(answer.Headers.Location is not null, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            address = new Uri(new Uri(address), answer.Headers.Location).AbsoluteUri;
        }

        return address;
    }
}
