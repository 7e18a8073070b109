using System.Security.Cryptography;
using System.Text;

namespace OpenQpp.Store;

/// <summary>Attempts to sign in, counted by minute and by where they come from, for all servers of a portal together.</summary>
/// <param name="database">The store.</param>
public sealed class Attempts(StoreDatabase database)
{
    private const int OriginLength = 32;

    /// <summary>Counts an attempt; the answer is how many there were from there in the minute, this one included.</summary>
    /// <param name="from">Where it comes from; only a hash of it is kept, and not for longer than the next minute.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<long> Count(string from, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var (origin, minute) = (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(from)))[..OriginLength], now.ToUnixTimeSeconds() / 60);
        var attempts = await database.Count(
            """
            INSERT INTO attempt (origin, minute, attempts) VALUES (@Origin, @Minute, 1)
            ON CONFLICT (origin, minute) DO UPDATE SET attempts = attempt.attempts + 1 RETURNING attempts
            """,
            new { Origin = origin, Minute = minute },
            cancellation);
        if (attempts == 1)
        {
            await database.Execute("DELETE FROM attempt WHERE minute < @Last", new { Last = minute - 1 }, cancellation);
        }

        return attempts;
    }
}
