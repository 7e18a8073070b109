using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace OpenQpp.Web;

/// <summary>Keys of authenticators, protected in the store by the portal's keys.</summary>
/// <param name="protection">The portal's keys.</param>
internal sealed class PersonSecrets(IDataProtectionProvider protection)
{
    private const string Mark = "p1.";

    private readonly IDataProtector protector = protection.CreateProtector("OpenQpp.Person.AuthenticatorKey");

    /// <summary>A secret as it is kept.</summary>
    /// <param name="secret">The secret.</param>
    public string Protect(string secret) => Mark + protector.Protect(secret);

    /// <summary>A secret that is kept; null where there is none, or where its key is gone.</summary>
    /// <param name="kept">As it is kept.</param>
    public string? Read(string? kept)
    {
        if (kept is null || !kept.StartsWith(Mark, StringComparison.Ordinal))
        {
            return kept;
        }

        try
        {
            return protector.Unprotect(kept[Mark.Length..]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
