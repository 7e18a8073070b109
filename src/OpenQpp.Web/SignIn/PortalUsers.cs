using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OpenQpp.Web;

/// <summary>People of the portal; recovery codes have 120 random bits, and the store holds their hashes only.</summary>
internal sealed class PortalUsers(
    IUserStore<PortalUser> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<PortalUser> hasher,
    IEnumerable<IUserValidator<PortalUser>> userRules,
    IEnumerable<IPasswordValidator<PortalUser>> passwordRules,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<PortalUser>> logger) : UserManager<PortalUser>(store, options, hasher, userRules, passwordRules, normalizer, errors, services, logger)
{
    private const int Letters = 24;
    private const int Group = 4;

    /// <summary>No letters or digits that look like others.</summary>
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>What is kept of a code; how it was grouped and written does not matter.</summary>
    /// <param name="code">The code.</param>
    public static string HashOf(string code)
    {
        var bare = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(bare)));
    }

    protected override string CreateTwoFactorRecoveryCode() =>
        string.Join('-', RandomNumberGenerator.GetString(Alphabet, Letters).Chunk(Group).Select(group => new string(group)));
}
