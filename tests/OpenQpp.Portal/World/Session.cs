using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>
/// A browser without script: cookies of its own, and an address of its own on this machine's loopback network, because the portal counts
/// attempts by address. Redirects are not followed.
/// </summary>
public sealed partial class Session : IDisposable
{
    /// <summary>The field of a form that proves where it came from.</summary>
    public const string TokenField = "__RequestVerificationToken";

    private static int addresses = 256;

    private readonly HttpClient client;

    /// <param name="server">The portal.</param>
    /// <param name="port">The port of the server that takes the next request, where several serve one portal; null for that of the address.</param>
    public Session(Uri server, Func<int>? port = null)
    {
        var number = Interlocked.Increment(ref addresses);
        var from = new IPAddress([127, 0, (byte)(number / 256), (byte)(number % 256)]);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = Cookies,
            // With several servers each request has a connection of its own.
            PooledConnectionLifetime = port is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero,
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(OperatingSystem.IsLinux() ? from : IPAddress.Loopback, 0));
                await socket.ConnectAsync(IPAddress.Loopback, port?.Invoke() ?? context.DnsEndPoint.Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        client = new(handler) { BaseAddress = server, Timeout = TimeSpan.FromMinutes(2) };
    }

    /// <summary>Its cookies.</summary>
    public CookieContainer Cookies { get; } = new();

    public Task<HttpResponseMessage> Get(string path) => client.GetAsync(path);

    /// <summary>Sends fields without the token of a form.</summary>
    public Task<HttpResponseMessage> PostBare(string path, params (string Name, string Value)[] fields) =>
        client.PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Sends the form of a page.</summary>
    public async Task<HttpResponseMessage> Send(string page, string path, params (string Name, string Value)[] fields) =>
        await PostBare(path, [.. fields, (TokenField, TokenOf(await Text(page)))]);

    /// <summary>Sends a form with files.</summary>
    public Task<HttpResponseMessage> Upload(string page, string path, string field, params (string Name, byte[] Body)[] files) => Upload(page, path, field, [], files);

    /// <summary>Sends a form with fields and files.</summary>
    public async Task<HttpResponseMessage> Upload(string page, string path, string field, (string Name, string Value)[] fields, params (string Name, byte[] Body)[] files)
    {
        using var content = new MultipartFormDataContent { { new StringContent(TokenOf(await Text(page))), TokenField } };
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, body) in files)
        {
            content.Add(new ByteArrayContent(body), field, name);
        }

        return await client.PostAsync(path, content);
    }

    /// <summary>The text of a page that must be there.</summary>
    public async Task<string> Text(string path)
    {
        using var answer = await Get(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return text;
    }

    public async Task SignIn(string user, string password)
    {
        using var answer = await Send("/sign-in", "/sign-in", ("user", user), ("password", password), ("return", "/"));
        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    public void Dispose() => client.Dispose();

    /// <summary>The token of a page's forms.</summary>
    public static string TokenOf(string page) => WebUtility.HtmlDecode(Token().Match(page) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException("The page has no form."));

    [GeneratedRegex($"name=\"{TokenField}\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
