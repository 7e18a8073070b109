using System.Data.Common;
using OpenQpp.Access;

namespace OpenQpp.Store;

/// <summary>Rows that come into the store batch by batch, and the ids of those whose rows they are.</summary>
internal abstract class StoreLoad : IDisposable
{
    private readonly StoreDatabase database;
    private readonly DbConnection connection;
    private readonly Dictionary<(OwnerKind Kind, string Identifier), string> organizations = [];

    protected StoreLoad(StoreDatabase database)
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

    public void Dispose()
    {
        connection.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets the database look at what came in, so that it finds its way in it.</summary>
    /// <param name="tables">The tables into which rows came.</param>
    protected void Settle(IEnumerable<string> tables)
    {
        using var command = connection.CreateCommand();
        command.CommandText = database.Dialect.AfterLoad(tables);
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
