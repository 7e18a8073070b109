using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Store;
using OpenQpp.Web;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>What holds for all requests: https behind a proxy, methods, kinds of forms, faults, limits, keys, scanner.</summary>
public sealed class SecurityTests(PortalWorld world)
{
    private static PortalSettings Settings(params (string Name, string Value)[] values) =>
        PortalSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Name, (string?)value.Value))).Build());

    private Task<RunningPortal> Started(PortalSettings settings, DemoSignIns? demo = null) => RunningPortal.Start(world.Store.Database, world.Book, demo ?? world.Demo.SignIns, settings: settings);

    /// <summary>Behind a proxy that speaks https: cookies have the prefix that binds them to the host, and travel by https alone.</summary>
    [Fact]
    public async Task UnderHttpsCookiesAreBoundToTheHost()
    {
        await using var portal = await Started(Settings(("Portal:Address", "https://qpp.example"), ("Portal:TrustedProxies", "127.0.0.1")));
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = portal.Base };
        async Task<HttpResponseMessage> Ask(HttpMethod method, string path, string cookies, params (string Name, string Value)[] fields)
        {
            using var request = new HttpRequestMessage(method, path) { Headers = { Host = "qpp.example" } };
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
            request.Headers.Add("Cookie", cookies);
            request.Content = method == HttpMethod.Post ? new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) : null;
            return await client.SendAsync(request);
        }

        using var page = await Ask(HttpMethod.Get, "/sign-in", "a=b");
        Assert.StartsWith("max-age=31536000", page.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        var form = page.Headers.GetValues("Set-Cookie").Single();
        var token = Session.TokenOf(await page.Content.ReadAsStringAsync());
        Assert.DoesNotContain("Demonstration sign-ins", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var signedIn = await Ask(HttpMethod.Post, "/sign-in", form.Split(';')[0], ("user", "staff"), ("password", world.Demo.Password), (Session.TokenField, token));
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.All([form, .. signedIn.Headers.GetValues("Set-Cookie")], cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; path=/;", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task OnlyTheOneNameIsAnsweredAndOnlyByHttps()
    {
        await using var portal = await Started(Settings(("Portal:Address", "https://qpp.example"), ("Portal:TrustedProxies", "127.0.0.1")));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = portal.Base };
        using var other = await client.GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.MisdirectedRequest, other.StatusCode);
        using var plain = new HttpRequestMessage(HttpMethod.Get, "/sign-in") { Headers = { Host = "qpp.example" } };
        using var refused = await client.SendAsync(plain);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, refused.StatusCode);
        using var health = await client.GetAsync("/health");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    /// <summary>What a client says of where it comes from counts only from a proxy that is set.</summary>
    [Fact]
    public async Task HeadersOfAProxyCountFromThatProxyAlone()
    {
        await using var portal = await Started(Settings(("Portal:TrustedProxies", "127.0.0.200")));
        using var session = portal.Nobody();
        using var client = new HttpClient { BaseAddress = portal.Base };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using var answer = await client.SendAsync(request);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.Contains("Demonstration sign-ins", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task OtherMethodsAreRefused(string method)
    {
        using var client = new HttpClient { BaseAddress = world.Portal.Base };
        using var request = new HttpRequestMessage(new HttpMethod(method), "/sign-in") { Headers = { { "Origin", "https://other.example" } } };
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("text/plain", "user=staff")]
    [InlineData("application/xml", "<a/>")]
    public async Task WhatIsNoFormIsNotTaken(string type, string body)
    {
        using var client = new HttpClient { BaseAddress = world.Portal.Base };
        using var answer = await client.PostAsync("/sign-in", new StringContent(body, Encoding.UTF8, type));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    /// <summary>A field that is given twice is not one that is given once: nobody chooses which of them counts.</summary>
    [Fact]
    public async Task AFieldThatIsGivenTwiceIsNotTaken()
    {
        using var session = world.Portal.Nobody();
        using var answer = await session.Send("/sign-in", "/sign-in", ("user", "staff"), ("user", "staff"), ("password", world.Demo.Password));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    /// <summary>A fault of ours: a plain page with a number; the log says what and where, but not with which data.</summary>
    [Fact]
    public async Task AFaultIsAPlainPageWithANumber()
    {
        var folder = Directory.CreateTempSubdirectory("openqpp-fault-").FullName;
        using var database = StoreDatabase.Open($"Data Source={Path.Combine(folder, "empty.db")}");
        await using var portal = await RunningPortal.Start(database, world.Book, DemoSignIns.None);
        using var session = portal.Nobody();
        using var answer = await session.Get("/health?npi=1234567893");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var words = await answer.Content.ReadAsStringAsync();
        Assert.Contains("The number of the request is", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", words, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains(portal.Log.Lines, line => line.Contains("SqliteException", StringComparison.Ordinal));
        Assert.DoesNotContain(portal.Log.Lines, line => line.Contains("1234567893", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MoreRequestsThanSomebodyReadsAreRefused()
    {
        await using var portal = await Started(Settings(("Portal:RequestsAMinute", "20")), DemoSignIns.None);
        using var session = await portal.SignedIn("staff", world.Demo.Password);
        var answers = new List<HttpStatusCode>();
        for (var request = 0; request < 45; request++)
        {
            using var answer = await session.Get("/account");
            answers.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Contains(portal.Log.Lines, line => line.Contains("requests: too-many", StringComparison.Ordinal));
        using var other = await portal.SignedIn("manager", world.Demo.Password);
        using var free = await other.Get("/account");
        Assert.Equal(HttpStatusCode.OK, free.StatusCode);
    }

    /// <summary>With a key file the store alone opens no cookie: its keys stand there sealed.</summary>
    [Fact]
    public async Task KeysInTheStoreAreSealedByAKeyThatIsNotThere()
    {
        var folder = Directory.CreateTempSubdirectory("openqpp-keys-").FullName;
        var file = Path.Combine(folder, "key");
        await File.WriteAllTextAsync(file, Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)));
        using var database = StoreDatabase.Open($"Data Source={Path.Combine(folder, "store.db")}");
        new StoreSchema(database).Migrate(DateTimeOffset.UtcNow);
        var settings = Settings(("Portal:KeyFile", file));
        string token;
        await using (var portal = await RunningPortal.Start(database, world.Book, DemoSignIns.None, settings: settings))
        {
            using var session = portal.Nobody();
            token = Session.TokenOf(await session.Text("/sign-in"));
        }

        var key = Assert.Single(await new KeyRing(database).All());
        Assert.Contains("<sealed ", key.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", key.Body, StringComparison.Ordinal);
        await using var again = await RunningPortal.Start(database, world.Book, DemoSignIns.None, settings: settings);
        using var next = again.Nobody();
        Assert.NotEqual(token, Session.TokenOf(await next.Text("/sign-in")));
        Assert.Single(await new KeyRing(database).All());
    }

    [Theory]
    [InlineData("Portal:Address", "http://qpp.example")]
    [InlineData("Portal:Address", "https://qpp.example/path")]
    [InlineData("Portal:TrustedProxies", "proxy")]
    [InlineData("Portal:KeyFile", "/no/such/file")]
    [InlineData("Portal:RequestsAMinute", "many")]
    [InlineData("Portal:SecondFactorForAdministration", "perhaps")]
    [InlineData("Authentication:LocalAccounts", "1")]
    [InlineData("Authentication:OpenIdConnect:Authority", "http://provider.example")]
    [InlineData("Authentication:OpenIdConnect:ClientId", "alone")]
    public void ASettingThatIsNotRightKeepsThePortalFromStarting(string name, string value) =>
        Assert.NotEmpty(Assert.Throws<PortalSettingsException>(() => Settings((name, value))).Problems);

    [Theory]
    [InlineData("stream: OK\0", ScanVerdict.Clean)]
    [InlineData("stream: Eicar-Signature FOUND\0", ScanVerdict.Harmful)]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", ScanVerdict.NotKnown)]
    internal async Task TheScannerIsAsked(string says, ScanVerdict verdict)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var body = new byte[100_000];
        Random.Shared.NextBytes(body);
        var received = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            using var all = new MemoryStream();
            var command = new byte[10];
            await stream.ReadExactlyAsync(command);
            Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(command));
            var length = new byte[4];
            while (true)
            {
                await stream.ReadExactlyAsync(length);
                var piece = new byte[System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(length)];
                if (piece.Length == 0)
                {
                    break;
                }

                await stream.ReadExactlyAsync(piece);
                all.Write(piece);
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes(says));
            return all.ToArray();
        });
        Assert.Equal(verdict, await new VirusScanner(listener.LocalEndpoint.ToString()!).Look(new MemoryStream(body), CancellationToken.None));
        Assert.Equal(body, await received);
    }

    [Fact]
    public async Task AScannerThatDoesNotAnswerLetsNothingIn() =>
        Assert.Equal(ScanVerdict.NotKnown, await new VirusScanner("/no/such/socket").Look(new MemoryStream([1]), CancellationToken.None));

    [Fact]
    public async Task HousekeepingSealsTheLogAndEndsWhatIsOver()
    {
        var folder = Directory.CreateTempSubdirectory("openqpp-house-").FullName;
        using var database = StoreDatabase.Open($"Data Source={Path.Combine(folder, "store.db")}");
        new StoreSchema(database).Migrate(DateTimeOffset.UtcNow);
        var clock = new SetClock("2026-05-01T08:00:00Z");
        await using var portal = await RunningPortal.Start(database, world.Book, DemoSignIns.None, clock, Settings(("Portal:AuditYears", "6")));
        var store = new PortalStore(database);
        var person = await PortalWorld.Admit(store, "kept", world.Demo.Password, []);
        await store.Audit.Append(new(clock.GetUtcNow(), person.Id, "view", "help", "granted"));
        using var session = await portal.SignedIn("kept", world.Demo.Password);
        var housekeeping = portal.Routes.Services.GetRequiredService<Housekeeping>();
        clock.Set("2026-05-01T09:00:00Z");
        await housekeeping.Tidy(CancellationToken.None);
        Assert.Empty(await store.Sessions.OfPerson(person.Id, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch));
        var check = await store.AuditSeals.Check();
        Assert.Equal((1L, null), (check.Seals, check.BrokenAt));
        Assert.Contains(portal.Log.Lines, line => line.Contains("audit sealed through", StringComparison.Ordinal) && line.Contains(check.LastHash, StringComparison.Ordinal));
        await store.Audit.Append(new(clock.GetUtcNow(), person.Id, "view", "help", "granted"));
        clock.Set("2032-06-01T09:00:00Z");
        await housekeeping.Tidy(CancellationToken.None);
        Assert.Single((await store.Audit.OfPerson(person.Id, new(0, 10))).Rows);
        Assert.Null((await store.AuditSeals.Check()).BrokenAt);
    }
}
