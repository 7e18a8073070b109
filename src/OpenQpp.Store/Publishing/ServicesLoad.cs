namespace OpenQpp.Store;

/// <summary>A counting of services that comes into the store batch by batch. As long as it is not complete nobody sees it.</summary>
/// <param name="database">The store.</param>
internal sealed class ServicesLoad(StoreDatabase database) : StoreLoad(database)
{
    /// <summary>The tables whose rows belong to a counting.</summary>
    public static readonly string[] Tables = ["services_of_range", "attributed_patients"];

    /// <summary>The number of the counting.</summary>
    public long CountId { get; private set; }

    /// <summary>Clears away what was never completed, and begins a new version of the year.</summary>
    /// <param name="year">The performance year.</param>
    /// <param name="header">services-run.json as it stands.</param>
    /// <param name="now">The time.</param>
    /// <param name="shownAt">From when on it is shown.</param>
    public void Begin(int year, string header, DateTimeOffset now, DateTimeOffset shownAt)
    {
        Abandon();
        CountId = Do(batch => batch.Count(
            """
            INSERT INTO services_count (year, version, header, loaded_at_us, shown_at_us, state)
            VALUES (@Year, (SELECT COALESCE(MAX(version), 0) + 1 FROM services_count WHERE year = @Year), @Header, @Now, @ShownAt, 'loading') RETURNING id
            """,
            new { Year = year, Header = header, Now = StoreTime.Of(now), ShownAt = StoreTime.Of(shownAt) }));
    }

    /// <summary>Clears away every counting that is not complete. Owners keep the ids that they were given.</summary>
    public void Abandon() => Do(batch =>
    {
        foreach (var table in Tables)
        {
            batch.Execute($"DELETE FROM {table} WHERE count_id IN (SELECT id FROM services_count WHERE state = 'loading')");
        }

        batch.Execute("DELETE FROM services_count WHERE state = 'loading'");
    });

    /// <summary>All of it becomes visible at once, when as much is there as was read; the audit log tells of it in the same moment.</summary>
    /// <param name="read">Rows that were read, by table.</param>
    /// <param name="entry">The entry of the audit log.</param>
    public void Complete(IReadOnlyDictionary<string, long> read, AuditEntry entry)
    {
        Settle([.. Tables, "owner", "services_count"]);
        Do(batch =>
        {
            var values = new { CountId };
            foreach (var (table, rows) in read)
            {
                var held = batch.Count($"SELECT COUNT(*) FROM {table} WHERE count_id = @CountId", values);
                if (held != rows)
                {
                    throw new InvalidOperationException($"{rows} rows were read for the table {table} and {held} are there.");
                }
            }

            if (batch.Execute("UPDATE services_count SET state = 'complete' WHERE id = @CountId AND state = 'loading'", values) != 1)
            {
                throw new InvalidOperationException("The counting is gone that was being published.");
            }

            AuditLog.Append(batch, entry);
        });
    }
}
