using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace OpenQpp.Web;

/// <summary>What whoever runs the portal has set, by the configuration of ASP.NET Core. docs/deploy.md lists the settings.</summary>
public sealed record PortalSettings
{
    private const int KeyBytes = 32;

    /// <summary>Nothing is set: a portal on the machine itself.</summary>
    public static PortalSettings None { get; } = new();

    /// <summary>The address by which browsers know the portal; null where it is whatever they ask for.</summary>
    public Uri? Address { get; init; }

    /// <summary>Proxies whose word counts about where a request came from.</summary>
    public IReadOnlyList<IPAddress> TrustedProxies { get; init; } = [];

    /// <summary>Keys that are kept outside of the store: the one in use, then a former one; none where what is in the store stands there as it is.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Keys { get; init; } = [];

    /// <summary>Pages of administration need a second factor.</summary>
    public bool SecondFactorForAdministration { get; init; } = true;

    /// <summary>Most requests of one person in a minute; null without a limit.</summary>
    public int? RequestsAMinute { get; init; }

    /// <summary>A virus scanner (clamd): path of its socket, or host and port; null without one.</summary>
    public string? Scanner { get; init; }

    /// <summary>How many years the audit log is kept; null for ever.</summary>
    public int? AuditYears { get; init; }

    /// <summary>The OpenID provider; null without one.</summary>
    public OpenIdSettings? OpenId { get; init; }

    /// <summary>People sign in with a password or a passkey of this portal.</summary>
    public bool LocalAccounts { get; init; } = true;

    /// <summary>Browsers reach the portal under https.</summary>
    public bool IsHttps => Address is { Scheme: "https" };

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">Where they are.</param>
    /// <exception cref="PortalSettingsException">Some are not what they must be.</exception>
    public static PortalSettings Of(IConfiguration configuration)
    {
        var problems = new List<string>();
        var openId = OpenIdSettings.Of(configuration.GetSection("Authentication:OpenIdConnect"), problems);
        var settings = new PortalSettings
        {
            Address = AddressOf(configuration["Portal:Address"], problems),
            TrustedProxies = [.. Words(configuration["Portal:TrustedProxies"]).Select(word => ProxyOf(word, problems)).OfType<IPAddress>()],
            Keys = [.. ((string[])["Portal:KeyFile", "Portal:FormerKeyFile"]).Select(name => KeyOf(name, configuration[name], problems)).OfType<ReadOnlyMemory<byte>>()],
            SecondFactorForAdministration = Flag(configuration, "Portal:SecondFactorForAdministration", problems) ?? true,
            RequestsAMinute = Count(configuration, "Portal:RequestsAMinute", problems) ?? 1200,
            Scanner = configuration["Portal:Scanner"] is { Length: > 0 } scanner ? scanner : null,
            AuditYears = Count(configuration, "Portal:AuditYears", problems),
            OpenId = openId,
            LocalAccounts = Flag(configuration, "Authentication:LocalAccounts", problems) ?? openId is null,
        };
        return problems.Count == 0 ? settings : throw new PortalSettingsException(problems);
    }

    /// <summary>A secret that stands in a setting, or in the file that a setting names.</summary>
    internal static string? Secret(IConfiguration section, string name, List<string> problems)
    {
        if (section[$"{name}File"] is not { Length: > 0 } file)
        {
            return section[name];
        }

        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{name}File names a file that cannot be read.");
            return null;
        }
    }

    internal static IEnumerable<string> Words(string? text) => (text ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);

    internal static bool? Flag(IConfiguration section, string name, List<string> problems)
    {
        if (section[name] is not { Length: > 0 } text)
        {
            return null;
        }

        if (!bool.TryParse(text, out var flag))
        {
            problems.Add($"{name} is 'true' or 'false'.");
        }

        return flag;
    }

    /// <summary>https, or this machine itself.</summary>
    internal static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    private static int? Count(IConfiguration section, string name, List<string> problems)
    {
        if (section[name] is not { Length: > 0 } text)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0)
        {
            problems.Add($"{name} is a whole number above zero.");
        }

        return count;
    }

    private static Uri? AddressOf(string? text, List<string> problems)
    {
        if (text is not { Length: > 0 })
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && IsSafe(address) && address.PathAndQuery == "/" && address.UserInfo.Length == 0)
        {
            return address;
        }

        problems.Add("Portal:Address is 'https://HOST' without a path; http is for this machine itself alone.");
        return null;
    }

    private static IPAddress? ProxyOf(string word, List<string> problems)
    {
        if (IPAddress.TryParse(word, out var address))
        {
            return address;
        }

        problems.Add("Portal:TrustedProxies are addresses of the network, such as 127.0.0.1.");
        return null;
    }

    private static ReadOnlyMemory<byte>? KeyOf(string name, string? file, List<string> problems)
    {
        if (file is not { Length: > 0 })
        {
            return null;
        }

        try
        {
            var key = Convert.FromBase64String(File.ReadAllText(file).Trim());
            if (key.Length == KeyBytes)
            {
                return key;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException)
        {
            // Said below, with what a key is.
        }

        problems.Add($"{name} names a file with {KeyBytes} random bytes in base64.");
        return null;
    }
}

/// <summary>Settings are not what they must be.</summary>
/// <param name="problems">Every problem.</param>
public sealed class PortalSettingsException(IReadOnlyList<string> problems) : Exception(string.Join(' ', problems))
{
    /// <summary>Every problem, one sentence each; no values.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
