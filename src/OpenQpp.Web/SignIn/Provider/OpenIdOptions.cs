using Microsoft.AspNetCore.Authentication.OAuth;

namespace OpenQpp.Web;

/// <summary>How the provider's sign-in runs. Its addresses come from what the provider says of itself.</summary>
internal sealed class OpenIdOptions : OAuthOptions
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "provider";

    /// <summary>Where the provider sends people back to.</summary>
    public const string Callback = "/sign-in/provider/callback";

    /// <summary>A client may have no secret; the rest is set by us.</summary>
    public override void Validate()
    {
        if (string.IsNullOrEmpty(ClientId) || !CallbackPath.HasValue || !UsePkce || SaveTokens)
        {
            throw new InvalidOperationException("The provider's sign-in needs a client id, a way back and a proof of possession, and keeps no tokens.");
        }
    }
}
