using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace OpenQpp.Web;

/// <summary>
/// Hashes of passwords: PBKDF2 of the framework, over an HMAC with a key that is not in the store where one is set. Who has the store alone
/// cannot try passwords out. Hashes made without the key, or with a former one, still work and are made anew at the next sign-in.
/// </summary>
/// <param name="settings">Where the keys are.</param>
/// <param name="options">Rounds.</param>
internal sealed class PasswordHasher(PortalSettings settings, IOptions<PasswordHasherOptions> options) : IPasswordHasher<PortalUser>
{
    private const char Between = ':';
    private const string Mark = "k1";
    private static readonly byte[] Purpose = Encoding.ASCII.GetBytes("OpenQPP passwords");

    private readonly PasswordHasher<PortalUser> slow = new(options);

    public string HashPassword(PortalUser user, string password) =>
        settings.Keys is [var key, ..] ? $"{Mark}{Between}{IdOf(key)}{Between}{slow.HashPassword(user, Keyed(key, password))}" : slow.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(PortalUser user, string hashedPassword, string providedPassword)
    {
        if (hashedPassword.Split(Between) is not [Mark, var id, var hash])
        {
            var plain = slow.VerifyHashedPassword(user, hashedPassword, providedPassword);
            return plain == PasswordVerificationResult.Success && settings.Keys.Count > 0 ? PasswordVerificationResult.SuccessRehashNeeded : plain;
        }

        for (var place = 0; place < settings.Keys.Count; place++)
        {
            if (string.Equals(IdOf(settings.Keys[place]), id, StringComparison.Ordinal))
            {
                var result = slow.VerifyHashedPassword(user, hash, Keyed(settings.Keys[place], providedPassword));
                return result == PasswordVerificationResult.Success && place > 0 ? PasswordVerificationResult.SuccessRehashNeeded : result;
            }
        }

        return PasswordVerificationResult.Failed;
    }

    /// <summary>Which key it was; nothing of the key follows from it.</summary>
    private static string IdOf(ReadOnlyMemory<byte> key) => Convert.ToHexStringLower(SHA256.HashData(key.Span).AsSpan(0, 4));

    private static string Keyed(ReadOnlyMemory<byte> key, string password)
    {
        var own = HKDF.DeriveKey(HashAlgorithmName.SHA256, key.ToArray(), HMACSHA256.HashSizeInBytes, info: Purpose);
        return Convert.ToBase64String(HMACSHA256.HashData(own, Encoding.UTF8.GetBytes(password)));
    }
}
