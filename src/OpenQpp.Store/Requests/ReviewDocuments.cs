using System.Security.Cryptography;

namespace OpenQpp.Store;

/// <summary>A document of a request, without its bytes.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="ReviewId">The request.</param>
/// <param name="Name">Its name, as it was sent in and checked.</param>
/// <param name="MediaType">Its type.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">SHA-256 of the bytes, hexadecimal.</param>
/// <param name="AddedBy">Who added it.</param>
/// <param name="AddedAt">When.</param>
public sealed record ReviewDocument(string Id, string ReviewId, string Name, string MediaType, long Length, string Sha256, string AddedBy, DateTimeOffset AddedAt)
{
    internal static ReviewDocument Of(Row row) => new(
        row.Text("id"), row.Text("review_id"), row.Text("name"), row.Text("media_type"), row.Whole("length"), row.Text("sha256"), row.Text("added_by"), row.Time("added_at_us"));
}

/// <summary>Documents of requests for targeted review.</summary>
/// <param name="database">The store.</param>
public sealed class ReviewDocuments(StoreDatabase database)
{
    private const string Columns = "id, review_id, name, media_type, length, sha256, added_by, added_at_us";

    /// <summary>Adds documents, all or none, as long as the request is in a state and all its documents keep within a number of bytes; null where they do not.</summary>
    /// <param name="reviewId">The request.</param>
    /// <param name="state">The state in which the request must be.</param>
    /// <param name="files">Name, type and bytes of each, checked.</param>
    /// <param name="most">The most bytes of all documents of the request together.</param>
    /// <param name="personId">Who adds them.</param>
    /// <param name="at">When.</param>
    /// <param name="audit">What the log says of each.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<ReviewDocument>?> Add(
        string reviewId, string state, IReadOnlyList<(string Name, string MediaType, byte[] Body)> files, long most, string personId, DateTimeOffset at, AuditEntry audit, CancellationToken cancellation = default) =>
        database.InTransaction<IReadOnlyList<ReviewDocument>?>(
            async session =>
            {
                // Touching the row makes a second upload, and a step of the request, wait for this one.
                var isOpen = await session.Execute("UPDATE review SET state = state WHERE id = @ReviewId AND state = @State", new { ReviewId = reviewId, State = state }) == 1;
                var held = await session.Count("SELECT CAST(COALESCE(SUM(length), 0) AS BIGINT) FROM review_document WHERE review_id = @ReviewId", new { ReviewId = reviewId });
                if (!isOpen || held + files.Sum(file => (long)file.Body.Length) > most)
                {
                    return null;
                }

                var documents = new List<ReviewDocument>();
                foreach (var (name, mediaType, body) in files)
                {
                    var document = new ReviewDocument(OpaqueId.New(), reviewId, name, mediaType, body.Length, Convert.ToHexStringLower(SHA256.HashData(body)), personId, at);
                    await session.Execute(
                        $"INSERT INTO review_document ({Columns}, body) VALUES (@Id, @ReviewId, @Name, @MediaType, @Length, @Sha256, @AddedBy, @AddedAtUs, @Body)",
                        new { document.Id, document.ReviewId, document.Name, document.MediaType, document.Length, document.Sha256, document.AddedBy, AddedAtUs = StoreTime.Of(at), Body = body });
                    await AuditLog.Append(session, audit);
                    documents.Add(document);
                }

                return documents;
            },
            cancellation);

    /// <summary>How many documents somebody has added to requests, and their bytes together.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<(long Files, long Bytes)> OfPerson(string personId, CancellationToken cancellation = default) => (
        await database.Count("SELECT COUNT(*) FROM review_document WHERE added_by = @PersonId", new { PersonId = personId }, cancellation),
        await database.Count("SELECT CAST(COALESCE(SUM(length), 0) AS BIGINT) FROM review_document WHERE added_by = @PersonId", new { PersonId = personId }, cancellation));

    /// <summary>Removes a document of a request that is still a draft; false where it is not.</summary>
    /// <param name="reviewId">The request.</param>
    /// <param name="id">The document.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<bool> Remove(string reviewId, string id, CancellationToken cancellation = default) =>
        await database.Execute(
            "DELETE FROM review_document WHERE id = @Id AND review_id = (SELECT id FROM review WHERE id = @ReviewId AND state = @State)",
            new { Id = id, ReviewId = reviewId, State = StoredReview.Draft },
            cancellation) == 1;

    /// <summary>The documents of a request, the oldest first.</summary>
    /// <param name="reviewId">The request.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<ReviewDocument>> Of(string reviewId, CancellationToken cancellation = default) =>
        database.All($"SELECT {Columns} FROM review_document WHERE review_id = @ReviewId ORDER BY added_at_us, id", new { ReviewId = reviewId }, ReviewDocument.Of, cancellation);

    /// <summary>A document of a request with its bytes; null where there is none.</summary>
    /// <param name="reviewId">The request.</param>
    /// <param name="id">The document.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<StoredFile?> Body(string reviewId, string id, CancellationToken cancellation = default) =>
        database.First("SELECT name, media_type, sha256, body FROM review_document WHERE id = @Id AND review_id = @ReviewId", new { Id = id, ReviewId = reviewId }, StoredFile.Of, cancellation);

    /// <summary>Deletes documents of the years up to one, whose time to be kept is over; the answer is how many. The requests stay.</summary>
    /// <param name="year">The newest performance year whose documents go.</param>
    /// <param name="audit">What the log says of it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<int> DeleteThrough(Vocabulary.PerformanceYear year, AuditEntry audit, CancellationToken cancellation = default) =>
        database.InTransaction(
            async session =>
            {
                await AuditLog.Append(session, audit);
                return await session.Execute("DELETE FROM review_document WHERE review_id IN (SELECT id FROM review WHERE year <= @Year)", new { year.Year });
            },
            cancellation);
}
