using System.Security.Cryptography;
using OpenQpp.Vocabulary;

namespace OpenQpp.Store;

/// <summary>A report that lies ready for an owner, without its bytes.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Year">The performance year.</param>
/// <param name="OwnerId">Whose it is.</param>
/// <param name="Kind">What kind, one word.</param>
/// <param name="Name">The name of the file.</param>
/// <param name="MediaType">Its type.</param>
/// <param name="Length">Bytes.</param>
/// <param name="At">When it was laid there.</param>
public sealed record ReportFile(string Id, PerformanceYear Year, string OwnerId, string Kind, string Name, string MediaType, long Length, DateTimeOffset At)
{
    internal static ReportFile Of(Row row) => new(
        row.Text("id"), new(row.Year("year")), row.Text("owner_id"), row.Text("kind"), row.Text("name"), row.Text("media_type"), row.Whole("length"), row.Time("at_us"));
}

/// <summary>Reports.</summary>
/// <param name="database">The store.</param>
public sealed class ReportFiles(StoreDatabase database)
{
    private const string Columns = "id, year, owner_id, kind, name, media_type, length, at_us";

    /// <summary>Lays a report there.</summary>
    /// <param name="year">The performance year.</param>
    /// <param name="ownerId">Whose it is.</param>
    /// <param name="kind">What kind, one word.</param>
    /// <param name="name">The name of the file.</param>
    /// <param name="mediaType">Its type.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ReportFile> Add(PerformanceYear year, string ownerId, string kind, string name, string mediaType, byte[] body, DateTimeOffset at, CancellationToken cancellation = default)
    {
        var file = new ReportFile(OpaqueId.New(), year, ownerId, kind, name, mediaType, body.Length, at);
        await database.Execute(
            $"INSERT INTO report_file ({Columns}, sha256, body) VALUES (@Id, @Year, @OwnerId, @Kind, @Name, @MediaType, @Length, @At, @Sha256, @Body)",
            new { file.Id, file.Year.Year, file.OwnerId, file.Kind, file.Name, file.MediaType, file.Length, At = StoreTime.Of(at), Sha256 = Convert.ToHexStringLower(SHA256.HashData(body)), Body = body },
            cancellation);
        return file;
    }

    /// <summary>The reports of an owner in a year, by kind and name.</summary>
    /// <param name="ownerId">The owner.</param>
    /// <param name="year">The performance year.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<ReportFile>> OfOwner(string ownerId, PerformanceYear year, CancellationToken cancellation = default) =>
        database.All($"SELECT {Columns} FROM report_file WHERE owner_id = @OwnerId AND year = @Year ORDER BY kind, name, at_us, id", new { OwnerId = ownerId, year.Year }, ReportFile.Of, cancellation);

    /// <summary>A report of an owner with its bytes; null where there is none.</summary>
    /// <param name="ownerId">The owner.</param>
    /// <param name="id">The report.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<StoredFile?> Body(string ownerId, string id, CancellationToken cancellation = default) =>
        database.First("SELECT name, media_type, sha256, body FROM report_file WHERE id = @Id AND owner_id = @OwnerId", new { Id = id, OwnerId = ownerId }, StoredFile.Of, cancellation);
}
