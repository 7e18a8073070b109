using Microsoft.Extensions.Configuration;

namespace OpenQpp.Web;

/// <summary>An OpenID provider with which people sign in.</summary>
/// <param name="Authority">Its issuer, as its tokens name it.</param>
/// <param name="ClientId">What the portal is called there.</param>
/// <param name="ClientSecret">The secret that the two share; null for a client without one.</param>
public sealed record OpenIdSettings(string Authority, string ClientId, string? ClientSecret)
{
    /// <summary>What the button on the sign-in page says.</summary>
    public string Name { get; init; } = "your organization";

    /// <summary>What is asked for; openid is always among it.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile"];

    /// <summary>The claim with the name to show.</summary>
    public string NameClaim { get; init; } = "name";

    /// <summary>Classes of sign-in of which the provider must name one; empty where any will do.</summary>
    public IReadOnlyList<string> Acr { get; init; } = [];

    /// <summary>Methods that the provider must all name, such as mfa.</summary>
    public IReadOnlyList<string> Amr { get; init; } = [];

    /// <summary>Whether the provider asked for a second factor, whatever it says: it always does.</summary>
    public bool AlwaysStrong { get; init; }

    /// <summary>Where the provider is found by browsers and by us.</summary>
    public Uri Origin => new(new Uri(Authority).GetLeftPart(UriPartial.Authority));

    internal static OpenIdSettings? Of(IConfiguration section, List<string> problems)
    {
        if (!section.GetChildren().Any())
        {
            return null;
        }

        if (section["Authority"] is not { Length: > 0 } authority || !Uri.TryCreate(authority, UriKind.Absolute, out var address) || !PortalSettings.IsSafe(address) || address.Query.Length + address.Fragment.Length > 0)
        {
            problems.Add("Authentication:OpenIdConnect:Authority is the issuer, 'https://…'; http is for this machine itself alone.");
            return null;
        }

        if (section["ClientId"] is not { Length: > 0 } client)
        {
            problems.Add("Authentication:OpenIdConnect:ClientId is missing.");
            return null;
        }

        var defaults = new OpenIdSettings(authority, client, PortalSettings.Secret(section, "ClientSecret", problems));
        return defaults with
        {
            Name = section["Name"] ?? defaults.Name,
            Scopes = [.. defaults.Scopes.Take(1).Union(section["Scopes"] is { } scopes ? PortalSettings.Words(scopes) : defaults.Scopes, StringComparer.Ordinal)],
            NameClaim = section["NameClaim"] ?? defaults.NameClaim,
            Acr = [.. PortalSettings.Words(section["Acr"])],
            Amr = [.. PortalSettings.Words(section["Amr"])],
            AlwaysStrong = PortalSettings.Flag(section, "AlwaysSecondFactor", problems) ?? false,
        };
    }
}
