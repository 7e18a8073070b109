using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace OpenQpp.Web;

/// <summary>What the provider says of itself: addresses and keys. Read when first needed, again after a day, and once when a key is unknown.</summary>
/// <param name="settings">The provider.</param>
/// <param name="clock">The time.</param>
internal sealed class OpenIdProvider(OpenIdSettings settings, TimeProvider clock) : IDisposable
{
    /// <summary>Longest wait for an answer of the provider.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const long MostBytes = 1024 * 1024;
    private const string Discovery = "/.well-known/openid-configuration";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>A token with a made-up key must not send us to the provider again and again.</summary>
    private static readonly TimeSpan BetweenRefreshes = TimeSpan.FromSeconds(30);

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = Patience }) { Timeout = Patience, MaxResponseContentBufferSize = MostBytes };
    private readonly SemaphoreSlim one = new(1);
    private (OpenIdConnectConfiguration Metadata, DateTimeOffset At)? known;

    /// <summary>The provider's settings.</summary>
    public OpenIdSettings Settings => settings;

    /// <summary>Asks the provider; it follows no redirect and gives up soon.</summary>
    public HttpClient Client => client;

    /// <summary>What the provider says of itself.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="OpenIdException">It cannot be had, or says what it must not.</exception>
    public Task<OpenIdConnectConfiguration> Metadata(CancellationToken cancellation) => Metadata(Lifetime, cancellation);

    /// <summary>The same, read anew unless that was done just before.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="OpenIdException">It cannot be had, or says what it must not.</exception>
    public Task<OpenIdConnectConfiguration> Refreshed(CancellationToken cancellation) => Metadata(BetweenRefreshes, cancellation);

    /// <summary>The name of somebody, where the token says none; null where the provider does not say it either, or speaks of somebody else.</summary>
    /// <param name="subject">What the person is called at the provider.</param>
    /// <param name="accessToken">The token that came with the sign-in.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<string?> NameOf(string subject, string accessToken, CancellationToken cancellation)
    {
        var metadata = await Metadata(cancellation);
        if (!IsSafe(metadata.UserInfoEndpoint))
        {
            return null;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, metadata.UserInfoEndpoint) { Headers = { Authorization = new("Bearer", accessToken) } };
        try
        {
            using var answer = await client.SendAsync(request, cancellation);
            using var said = answer.IsSuccessStatusCode ? JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation)) : null;
            return said?.RootElement is { ValueKind: JsonValueKind.Object } person && Text(person, "sub") == subject ? Text(person, settings.NameClaim) : null;
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private static string? Text(JsonElement person, string name) => person.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public void Dispose()
    {
        client.Dispose();
        one.Dispose();
    }

    private async Task<OpenIdConnectConfiguration> Metadata(TimeSpan oldest, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            if (known is { } there && clock.GetUtcNow() - there.At < oldest)
            {
                return there.Metadata;
            }

            var metadata = await Read(cancellation);
            known = (metadata, clock.GetUtcNow());
            return metadata;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<OpenIdConnectConfiguration> Read(CancellationToken cancellation)
    {
        var retriever = new HttpDocumentRetriever(client) { RequireHttps = !new Uri(settings.Authority).IsLoopback };
        OpenIdConnectConfiguration metadata;
        try
        {
            metadata = await OpenIdConnectConfigurationRetriever.GetAsync(settings.Authority.TrimEnd('/') + Discovery, retriever, cancellation);
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException or InvalidOperationException or ArgumentException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new OpenIdException("unreachable", fault);
        }

        if (!string.Equals(metadata.Issuer, settings.Authority, StringComparison.Ordinal))
        {
            throw new OpenIdException("other-issuer");
        }

        string?[] addresses = [metadata.AuthorizationEndpoint, metadata.TokenEndpoint, metadata.JwksUri];
        return addresses.All(IsSafe) && (string.IsNullOrEmpty(metadata.EndSessionEndpoint) || IsSafe(metadata.EndSessionEndpoint)) ? metadata : throw new OpenIdException("unsafe-address");
    }

    private static bool IsSafe(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && PortalSettings.IsSafe(uri);
}

/// <summary>A sign-in with the provider failed.</summary>
/// <param name="reason">Why, one word for the log; nothing of a token or a person.</param>
/// <param name="inner">The fault behind it.</param>
internal sealed class OpenIdException(string reason, Exception? inner = null) : Exception($"The provider's sign-in failed: {reason}.", inner)
{
    /// <summary>Why, one word.</summary>
    public string Reason { get; } = reason;
}
