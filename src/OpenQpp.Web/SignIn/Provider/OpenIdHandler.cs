using System.Buffers.Text;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OpenQpp.Web;

/// <summary>
/// OpenID Connect 1.0, code flow with PKCE, on the framework's OAuth handler, which keeps state and correlation: a nonce, the provider's
/// <c>iss</c> in its answer (RFC 9207), and an ID token that is checked in full. Tokens are neither kept nor logged.
/// </summary>
internal sealed class OpenIdHandler(
    IOptionsMonitor<OpenIdOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    OpenIdProvider provider,
    PortalSettings portal) : OAuthHandler<OpenIdOptions>(options, logger, encoder)
{
    /// <summary>The person is to prove anew who they are.</summary>
    public const string Again = "again";

    private const string Nonce = "nonce";
    private const int NonceBytes = 32;
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(5);

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Options.AuthorizationEndpoint = (await provider.Metadata(Context.RequestAborted)).AuthorizationEndpoint;
        properties.Items[Nonce] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes));
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var more = new Dictionary<string, string?>(StringComparer.Ordinal) { [Nonce] = properties.Items[Nonce] };
        if (provider.Settings.Acr.Count > 0)
        {
            more["acr_values"] = string.Join(' ', provider.Settings.Acr);
        }

        if (properties.Items.ContainsKey(Again))
        {
            more["prompt"] = "login";
            more["max_age"] = "0";
        }

        return QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, Back(redirectUri)), more);
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        var metadata = await provider.Metadata(Context.RequestAborted);
        var issuer = Request.Query["iss"];
        return issuer.Count == 0 && !metadata.AuthorizationResponseIssParameterSupported || issuer.Count == 1 && string.Equals(issuer[0], metadata.Issuer, StringComparison.Ordinal)
            ? await base.HandleRemoteAuthenticateAsync()
            : HandleRequestResult.Fail(new OpenIdException("answer-of-another-issuer"));
    }

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        var metadata = await provider.Metadata(Context.RequestAborted);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = context.Code,
            ["redirect_uri"] = Back(context.RedirectUri),
            ["code_verifier"] = context.Properties.Items[OAuthConstants.CodeVerifierKey] ?? "",
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, metadata.TokenEndpoint);
        request.Headers.Accept.ParseAdd("application/json");
        Introduce(request, fields, metadata.TokenEndpointAuthMethodsSupported);
        request.Content = new FormUrlEncodedContent(fields);
        try
        {
            using var answer = await provider.Client.SendAsync(request, Context.RequestAborted);
            return answer.IsSuccessStatusCode
                ? OAuthTokenResponse.Success(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Context.RequestAborted)))
                : OAuthTokenResponse.Failed(new OpenIdException("code-refused"));
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException or OperationCanceledException && !Context.RequestAborted.IsCancellationRequested)
        {
            return OAuthTokenResponse.Failed(new OpenIdException("unreachable", fault));
        }
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var token = tokens.Response?.RootElement is { ValueKind: JsonValueKind.Object } answer && answer.TryGetProperty("id_token", out var idToken) && idToken.ValueKind == JsonValueKind.String ? idToken.GetString() : null;
        if (token is null || properties.Items[Nonce] is not { } nonce)
        {
            throw new OpenIdException("no-token");
        }

        var claims = await new OpenIdToken(provider, TimeProvider).Check(token, nonce, tokens.AccessToken, Context.RequestAborted);
        if (properties.Items.ContainsKey(Again) && !IsNew(claims.FindFirst("auth_time")?.Value))
        {
            throw new OpenIdException("not-again");
        }

        string[] kept = ["iss", "sub", "amr", "auth_time", provider.Settings.NameClaim];
        var person = new ClaimsIdentity(claims.Claims.Where(claim => kept.Contains(claim.Type, StringComparer.Ordinal)), Scheme.Name);
        if (!person.HasClaim(claim => claim.Type == provider.Settings.NameClaim) && tokens.AccessToken is { } access && await provider.NameOf(person.FindFirst("sub")!.Value, access, Context.RequestAborted) is { } name)
        {
            person.AddClaim(new(provider.Settings.NameClaim, name));
        }

        return new(new(person), new AuthenticationProperties { RedirectUri = properties.RedirectUri }, Scheme.Name);
    }

    /// <summary>The provider asked the person just now, and not some time ago.</summary>
    private bool IsNew(string? time) =>
        long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && TimeProvider.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) < JustNow;

    /// <summary>The way back: by the portal's own address where it is set.</summary>
    private string Back(string redirectUri) => portal.Address is { } address ? new Uri(address, OpenIdOptions.Callback).AbsoluteUri : redirectUri;

    private void Introduce(HttpRequestMessage request, Dictionary<string, string> fields, ICollection<string> methods)
    {
        if (provider.Settings.ClientSecret is not { } secret)
        {
            fields["client_id"] = provider.Settings.ClientId;
        }
        else if (methods.Count == 0 || methods.Contains("client_secret_basic", StringComparer.Ordinal))
        {
            var words = $"{Uri.EscapeDataString(provider.Settings.ClientId)}:{Uri.EscapeDataString(secret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(words)));
        }
        else
        {
            (fields["client_id"], fields["client_secret"]) = (provider.Settings.ClientId, secret);
        }
    }
}
