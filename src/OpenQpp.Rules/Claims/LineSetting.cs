using OpenQpp.Law;

namespace OpenQpp.Rules;

/// <summary>In which setting a claim line is paid that does not say so.</summary>
public static class LineSetting
{
    private const string PlaceOfService = "place of service";

    /// <summary>The setting by claim type, then specialty, then place of service; null where even the place of service is not known.</summary>
    /// <param name="claimType">CMS claim type, or null.</param>
    /// <param name="specialty">CMS specialty code, or null.</param>
    /// <param name="place">Place of service, or null.</param>
    /// <param name="law">The law of the payment year.</param>
    public static ClaimSetting? For(string? claimType, string? specialty, string? place, ClaimsLaw law)
    {
        foreach (var (by, code) in ((string, string?)[])[("claim type", claimType), ("specialty", specialty), (PlaceOfService, place)])
        {
            if (code is not null && law.Settings.TryGetValue((by, code), out var setting))
            {
                return setting;
            }
        }

        return place is null ? null : ClaimSetting.Professional;
    }
}
