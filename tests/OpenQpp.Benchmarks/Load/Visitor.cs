using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace OpenQpp.Benchmarks;

/// <summary>Somebody in front of the portal, with cookies and an address of the loopback network of their own.</summary>
internal sealed partial class Visitor : IDisposable
{
    private const string TokenField = "__RequestVerificationToken";

    private readonly HttpClient client;

    public Visitor(Uri server, int number)
    {
        var from = new IPAddress([127, 1, (byte)(number / 250), (byte)((number % 250) + 1)]);
        client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(OperatingSystem.IsLinux() ? from : IPAddress.Loopback, 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = server };
    }

    /// <summary>Whose page this person reads.</summary>
    public required string OwnerId { get; init; }

    /// <summary>The token of the forms, once a form was read.</summary>
    public string Token { get; private set; } = "";

    public async Task SignIn(string user, string password)
    {
        await ReadToken("/sign-in");
        using var answer = await Post("/sign-in", ("user", user), ("password", password), ("return", "/"));
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"The sign-in was answered with {answer.StatusCode}.");
        }
    }

    /// <summary>Reads a page with a form, and keeps its token.</summary>
    public async Task ReadToken(string page) => Token = WebUtility.HtmlDecode(Hidden().Match(await client.GetStringAsync(page)).Groups[1].Value);

    public Task<HttpResponseMessage> Get(string path) => client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);

    public Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) =>
        client.PostAsync(path, new FormUrlEncodedContent(fields.Append((TokenField, Token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))));

    public void Dispose() => client.Dispose();

    [GeneratedRegex($"name=\"{TokenField}\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();
}
