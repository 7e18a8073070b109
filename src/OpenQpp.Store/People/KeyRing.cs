namespace OpenQpp.Store;

/// <summary>A key with which the portal protects cookies and links.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Body">The key as XML.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record RingKey(string Id, string Body, DateTimeOffset CreatedAt);

/// <summary>Keys that all servers of a portal share.</summary>
/// <param name="database">The store.</param>
public sealed class KeyRing(StoreDatabase database)
{
    /// <summary>All keys, the oldest first.</summary>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<RingKey>> All(CancellationToken cancellation = default) =>
        database.All("SELECT id, body, created_at_us FROM data_protection_key ORDER BY created_at_us, id", null, row => new RingKey(row.Text("id"), row.Text("body"), row.Time("created_at_us")), cancellation);

    /// <summary>Adds a key; a key that is there already stays as it is.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task Add(RingKey key, CancellationToken cancellation = default) =>
        database.Execute("INSERT INTO data_protection_key (id, body, created_at_us) VALUES (@Id, @Body, @At) ON CONFLICT DO NOTHING", new { key.Id, key.Body, At = StoreTime.Of(key.CreatedAt) }, cancellation);
}
