using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace OpenQpp.Web;

/// <summary>Checks the ID token of a provider: who made it, for whom, when, for which sign-in, and how the person proved who they are.</summary>
/// <param name="provider">The provider.</param>
/// <param name="clock">The time.</param>
internal sealed class OpenIdToken(OpenIdProvider provider, TimeProvider clock)
{
    private const int LongestSubject = 255;
    private const int LongestToken = 64 * 1024;

    /// <summary>How far the clocks of two servers may be apart.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    /// <summary>Signatures with the provider's private key only: never none, never a shared secret.</summary>
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };

    /// <summary>The claims of a token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="nonce">What was given to the sign-in.</param>
    /// <param name="accessToken">The access token that came with it; null without one.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="OpenIdException">The token is not what it must be.</exception>
    public async Task<ClaimsIdentity> Check(string token, string nonce, string? accessToken, CancellationToken cancellation)
    {
        var metadata = await provider.Metadata(cancellation);
        var kid = KeyOf(token);
        if (!HasKey(metadata, kid))
        {
            metadata = await provider.Refreshed(cancellation);
            Must(HasKey(metadata, kid), "unknown-key");
        }

        var result = await Validate(token, kid, metadata);
        if (!result.IsValid || result.SecurityToken is not JsonWebToken read)
        {
            throw new OpenIdException(ReasonOf(result.Exception), result.Exception);
        }

        Must(read.Subject is { Length: > 0 and <= LongestSubject }, "subject");
        Must(Value(read, "nonce") is { } given && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(nonce)), "nonce");
        var party = Value(read, "azp");
        Must(party is null ? read.Audiences.Count() == 1 : string.Equals(party, provider.Settings.ClientId, StringComparison.Ordinal), "authorized-party");
        Must(Value(read, "at_hash") is not { } hash || (accessToken is not null && string.Equals(hash, HashOf(accessToken, read.Alg), StringComparison.Ordinal)), "access-token-hash");
        Must(provider.Settings.Acr.Count == 0 || provider.Settings.Acr.Contains(Value(read, "acr") ?? "", StringComparer.Ordinal), "sign-in-class");
        Must(provider.Settings.Amr.All(method => read.Claims.Any(claim => claim.Type == "amr" && claim.Value == method)), "sign-in-methods");
        return result.ClaimsIdentity;
    }

    /// <summary>The name of the key that is said to have signed; empty where the token names none.</summary>
    private string KeyOf(string token)
    {
        try
        {
            return handler.ReadJsonWebToken(token).Kid ?? "";
        }
        catch (Exception fault) when (fault is ArgumentException or SecurityTokenException)
        {
            throw new OpenIdException("token", fault);
        }
    }

    private static bool HasKey(OpenIdConnectConfiguration metadata, string kid) =>
        kid.Length == 0 || metadata.SigningKeys.Any(key => string.Equals(key.KeyId, kid, StringComparison.Ordinal));

    private Task<TokenValidationResult> Validate(string token, string kid, OpenIdConnectConfiguration metadata) => handler.ValidateTokenAsync(token, new()
    {
        ValidIssuer = metadata.Issuer,
        ValidAudience = provider.Settings.ClientId,
        IssuerSigningKeys = metadata.SigningKeys,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        TryAllIssuerSigningKeys = kid.Length == 0,
        LifetimeValidator = (from, until, _, _) => until is { } end && clock.GetUtcNow().UtcDateTime < end + Skew && (from is not { } begin || begin - Skew <= clock.GetUtcNow().UtcDateTime),
    });

    private static string? Value(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    /// <summary>The left half of the hash of the access token, by the algorithm that signed.</summary>
    private static string HashOf(string accessToken, string algorithm)
    {
        var bytes = Encoding.ASCII.GetBytes(accessToken);
        var hash = algorithm[^3..] switch { "384" => SHA384.HashData(bytes), "512" => SHA512.HashData(bytes), _ => SHA256.HashData(bytes) };
        return Base64Url.EncodeToString(hash.AsSpan(0, hash.Length / 2));
    }

    private static void Must(bool holds, string reason)
    {
        if (!holds)
        {
            throw new OpenIdException(reason);
        }
    }

    private static string ReasonOf(Exception? fault) => fault switch
    {
        SecurityTokenInvalidSignatureException => "signature",
        SecurityTokenInvalidIssuerException => "issuer",
        SecurityTokenInvalidAudienceException => "audience",
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNoExpirationException or SecurityTokenNotYetValidException => "expired",
        _ => "token",
    };
}
