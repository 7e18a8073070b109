using OpenQpp.Access;

namespace OpenQpp.Store;

/// <summary>A run that comes into the store batch by batch. As long as it is not complete nobody sees it.</summary>
/// <param name="database">The store.</param>
internal sealed class RunLoad(StoreDatabase database) : StoreLoad(database)
{
    /// <summary>The number of the run.</summary>
    public long RunId { get; private set; }

    /// <summary>Clears away what runs left that were never completed, and begins one.</summary>
    /// <param name="header">What is known of the run.</param>
    /// <param name="now">The time.</param>
    /// <param name="note">What is said about it.</param>
    public void Begin(RunHeader header, DateTimeOffset now, string? note)
    {
        Abandon();
        RunId = Do(batch => batch.Count(
            """
            INSERT INTO run (year, version, law_hash, engine, scaling, loaded_at_us, state, note)
            VALUES (@Year, (SELECT COALESCE(MAX(version), 0) + 1 FROM run WHERE year = @Year), @LawHash, @Engine, @Scaling, @At, 'loading', @Note) RETURNING id
            """,
            new { header.Year.Year, header.LawHash, header.Engine, header.Scaling, At = StoreTime.Of(now), Note = note }));
    }

    /// <summary>Clears away every run that is not complete. Owners keep the ids that they were given.</summary>
    public void Abandon() => Do(batch =>
    {
        foreach (var table in RunTables.All)
        {
            batch.Execute($"DELETE FROM {table} WHERE run_id IN (SELECT id FROM run WHERE state = 'loading')");
        }

        return batch.Execute("DELETE FROM run WHERE state = 'loading'");
    });

    /// <summary>The ids of subgroups, by <c>TIN:id</c>; their practices are remembered.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="subgroups">The subgroups.</param>
    public Dictionary<string, string> Subgroups(LoadBatch batch, IReadOnlyCollection<(string Tin, string Id)> subgroups)
    {
        Remember(batch, OwnerKind.Practice, subgroups.Select(subgroup => subgroup.Tin));
        return batch.Ids(OwnerKind.Subgroup, subgroups.Select(subgroup => new WantedOwner(StoredOwner.IdentifierOf(subgroup.Tin, subgroup.Id), IdOf(OwnerKind.Practice, subgroup.Tin))));
    }

    /// <summary>Lets the database look at what came in, so that it finds its way in it.</summary>
    public void Settle() => Settle([.. RunTables.All, "owner", "organization", "run"]);
}
