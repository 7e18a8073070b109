using System.Data.Common;
using OpenQpp.Access;

namespace OpenQpp.Store;

/// <summary>A run that comes into the store batch by batch. As long as it is not complete nobody sees it.</summary>
internal sealed class RunLoad : IDisposable
{
    private readonly StoreDatabase database;
    private readonly DbConnection connection;
    private readonly Dictionary<(OwnerKind Kind, string Identifier), string> organizations = [];

    public RunLoad(StoreDatabase database)
    {
        (this.database, connection) = (database, database.Dialect.LoadConnection());
        try
        {
            connection.Open();
            database.Dialect.PrepareLoad(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

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

    /// <summary>Does something in one transaction.</summary>
    /// <param name="work">What is done.</param>
    public T Do<T>(Func<LoadBatch, T> work)
    {
        using var transaction = connection.BeginTransaction();
        var answer = work(new(database.Dialect, connection, transaction));
        transaction.Commit();
        return answer;
    }

    /// <summary>Does something in one transaction.</summary>
    /// <param name="work">What is done.</param>
    public void Do(Action<LoadBatch> work) => Do(batch =>
    {
        work(batch);
        return true;
    });

    /// <summary>The ids of organizations; they are remembered.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="kind">Their kind.</param>
    /// <param name="identifiers">Their identifiers.</param>
    public void Remember(LoadBatch batch, OwnerKind kind, IEnumerable<string> identifiers)
    {
        var unknown = identifiers.Where(identifier => !organizations.ContainsKey((kind, identifier))).Distinct(StringComparer.Ordinal).ToArray();
        if (unknown.Length > 0)
        {
            foreach (var (identifier, id) in batch.Ids(kind, unknown.Select(identifier => new WantedOwner(identifier))))
            {
                organizations.Add((kind, identifier), id);
            }
        }
    }

    /// <summary>The id of an organization that is remembered.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="identifier">Its identifier.</param>
    public string IdOf(OwnerKind kind, string identifier) => organizations[(kind, identifier)];

    /// <summary>The ids of TIN/NPIs, by <c>TIN:NPI</c>; their practices are remembered.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="pairs">The TIN/NPIs.</param>
    public Dictionary<string, string> Associations(LoadBatch batch, IReadOnlyCollection<(string Tin, string Npi)> pairs)
    {
        Remember(batch, OwnerKind.Practice, pairs.Select(pair => pair.Tin));
        return batch.Ids(OwnerKind.Clinician, pairs.Select(pair => new WantedOwner(StoredOwner.IdentifierOf(pair.Tin, pair.Npi), IdOf(OwnerKind.Practice, pair.Tin), pair.Npi)));
    }

    /// <summary>The ids of subgroups, by <c>TIN:id</c>; their practices are remembered.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="subgroups">The subgroups.</param>
    public Dictionary<string, string> Subgroups(LoadBatch batch, IReadOnlyCollection<(string Tin, string Id)> subgroups)
    {
        Remember(batch, OwnerKind.Practice, subgroups.Select(subgroup => subgroup.Tin));
        return batch.Ids(OwnerKind.Subgroup, subgroups.Select(subgroup => new WantedOwner(StoredOwner.IdentifierOf(subgroup.Tin, subgroup.Id), IdOf(OwnerKind.Practice, subgroup.Tin))));
    }

    /// <summary>Lets the database look at what came in, so that it finds its way in it.</summary>
    public void Settle()
    {
        using var command = connection.CreateCommand();
        command.CommandText = database.Dialect.AfterLoad([.. RunTables.All, "owner", "organization", "run"]);
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }

    public void Dispose() => connection.Dispose();
}
