using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenQpp.Store;

/// <summary>A seal of the audit log.</summary>
/// <param name="ThroughId">The last row that it covers.</param>
/// <param name="FromId">The first row that it may cover.</param>
/// <param name="Rows">How many rows it covers.</param>
/// <param name="PreviousHash">Hash of the seal before.</param>
/// <param name="Hash">SHA-256 of that hash and the rows.</param>
public sealed record AuditSeal(long ThroughId, long FromId, long Rows, string PreviousHash, string Hash)
{
    internal static AuditSeal Of(Row row) => new(row.Whole("through_id"), row.Whole("from_id"), row.Whole("rows_sealed"), row.Text("previous_hash"), row.Text("hash"));
}

/// <summary>What a check of the audit log found.</summary>
/// <param name="Seals">Seals that were checked.</param>
/// <param name="Rows">Rows that they cover.</param>
/// <param name="BrokenAt">The last row of the first seal that does not hold; null where all do.</param>
/// <param name="LastHash">Hash of the last seal: whoever noted it elsewhere can compare.</param>
public sealed record AuditCheck(long Seals, long Rows, long? BrokenAt, string LastHash);

/// <summary>
/// Seals of the audit log, each over the rows since the one before and over its hash: who changes, adds or deletes a sealed row, or a seal, breaks
/// the chain, and who computes it anew ends at another hash than the one that the server wrote into its log.
/// </summary>
/// <param name="database">The store.</param>
public sealed class AuditSeals(StoreDatabase database)
{
    private const string First = "0";

    /// <summary>Rows written just now may still be on their way: they wait for the next seal.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(5);

    /// <summary>Seals what is not sealed yet; null where there is nothing, or another server was faster.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<AuditSeal?> Seal(DateTimeOffset now, CancellationToken cancellation = default)
    {
        var last = await database.First("SELECT * FROM audit_seal ORDER BY through_id DESC LIMIT 1", null, AuditSeal.Of, cancellation);
        var from = (last?.ThroughId ?? 0) + 1;
        var through = await database.Count("SELECT COALESCE(MAX(id), 0) FROM audit WHERE id >= @From AND at_us < @Before", new { From = from, Before = StoreTime.Of(now - Delay) }, cancellation);
        if (through < from)
        {
            return null;
        }

        var previous = last?.Hash ?? First;
        var (rows, hash) = await HashOf(from, through, previous, cancellation);
        var seal = new AuditSeal(through, from, rows, previous, hash);
        return await database.Execute(
            "INSERT INTO audit_seal (through_id, from_id, rows_sealed, previous_hash, hash, at_us) VALUES (@ThroughId, @FromId, @Rows, @PreviousHash, @Hash, @At) ON CONFLICT DO NOTHING",
            new { seal.ThroughId, seal.FromId, seal.Rows, seal.PreviousHash, seal.Hash, At = StoreTime.Of(now) },
            cancellation) == 1 ? seal : null;
    }

    /// <summary>Checks every seal.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task<AuditCheck> Check(CancellationToken cancellation = default)
    {
        var (seals, rows, before) = (0L, 0L, (AuditSeal?)null);
        foreach (var seal in await database.All("SELECT * FROM audit_seal ORDER BY through_id", null, AuditSeal.Of, cancellation))
        {
            var (found, hash) = await HashOf(seal.FromId, seal.ThroughId, seal.PreviousHash, cancellation);
            var follows = before is null || (seal.FromId == before.ThroughId + 1 && string.Equals(seal.PreviousHash, before.Hash, StringComparison.Ordinal));
            if (!follows || found != seal.Rows || !string.Equals(hash, seal.Hash, StringComparison.Ordinal))
            {
                return new(seals, rows, seal.ThroughId, before?.Hash ?? First);
            }

            (seals, rows, before) = (seals + 1, rows + found, seal);
        }

        return new(seals, rows, null, before?.Hash ?? First);
    }

    /// <summary>Deletes what was written before some time, up to the last seal that lies before it; the answer is how many rows.</summary>
    /// <param name="before">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<int> DeleteOld(DateTimeOffset before, CancellationToken cancellation = default)
    {
        var values = new
        {
            Through = await database.Count(
                "SELECT COALESCE(MAX(s.through_id), 0) FROM audit_seal s WHERE s.at_us < @Before AND s.through_id < (SELECT MAX(through_id) FROM audit_seal)",
                new { Before = StoreTime.Of(before) },
                cancellation),
        };
        return await database.InTransaction(
            async session =>
            {
                await session.Execute("DELETE FROM audit_seal WHERE through_id <= @Through", values);
                return await session.Execute("DELETE FROM audit WHERE id <= @Through", values);
            },
            cancellation);
    }

    private async Task<(long Rows, string Hash)> HashOf(long from, long through, string previous, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(previous));
        var rows = 0L;
        await foreach (var line in database.Stream("SELECT * FROM audit WHERE id BETWEEN @From AND @Through ORDER BY id", new { From = from, Through = through }, LineOf, cancellation))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line));
            rows++;
        }

        return (rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>A row with lengths, so that no two rows are written the same.</summary>
    private static string LineOf(Row row)
    {
        string?[] values =
        [
            row.Whole("id").ToString(CultureInfo.InvariantCulture),
            row.Whole("at_us").ToString(CultureInfo.InvariantCulture),
            row.WholeOrNull("year")?.ToString(CultureInfo.InvariantCulture),
            .. ((string[])["person_id", "role", "role_organization_id", "action", "resource", "owner_id", "log_organization_id", "outcome", "detail"]).Select(row.TextOrNull),
        ];
        return string.Concat(values.Select(value => value is null ? "-;" : string.Create(CultureInfo.InvariantCulture, $"{value.Length}:{value};")));
    }
}
