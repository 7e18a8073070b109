using System.Security.Cryptography;
using System.Text;

namespace OpenQpp.Store;

/// <summary>Codes with which somebody chooses a password: once, and not for long. The store holds their hashes only.</summary>
/// <param name="database">The store.</param>
public sealed class Invitations(StoreDatabase database)
{
    /// <summary>How long a code works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>A new code for somebody; an older one works no more.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<string> Make(string personId, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var code = OpaqueId.New();
        await database.Execute(
            """
            INSERT INTO invitation (person_id, code_hash, expires_at_us) VALUES (@PersonId, @Hash, @Expires)
            ON CONFLICT (person_id) DO UPDATE SET code_hash = excluded.code_hash, expires_at_us = excluded.expires_at_us
            """,
            new { PersonId = personId, Hash = HashOf(code), Expires = StoreTime.Of(now + Lifetime) },
            cancellation);
        return code;
    }

    /// <summary>Whether a code of somebody would work now.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="code">The code.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<bool> Works(string personId, string code, DateTimeOffset now, CancellationToken cancellation = default) =>
        await database.Count($"SELECT COUNT(*) FROM invitation WHERE {Same}", Values(personId, code, now), cancellation) == 1;

    /// <summary>Uses a code up; false where it does not work (any more).</summary>
    /// <param name="personId">The person.</param>
    /// <param name="code">The code.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<bool> Use(string personId, string code, DateTimeOffset now, CancellationToken cancellation = default) =>
        await database.Execute($"DELETE FROM invitation WHERE {Same}", Values(personId, code, now), cancellation) == 1;

    /// <summary>Deletes codes whose time has passed.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<int> DeleteOld(DateTimeOffset now, CancellationToken cancellation = default) =>
        database.Execute("DELETE FROM invitation WHERE expires_at_us < @Now", new { Now = StoreTime.Of(now) }, cancellation);

    private const string Same = "person_id = @PersonId AND code_hash = @Hash AND expires_at_us > @Now";

    private static object Values(string personId, string code, DateTimeOffset now) => new { PersonId = personId, Hash = HashOf(code), Now = StoreTime.Of(now) };

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
