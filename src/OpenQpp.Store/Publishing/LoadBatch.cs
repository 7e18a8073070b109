using System.Data.Common;
using Dapper;
using OpenQpp.Access;

namespace OpenQpp.Store;

/// <summary>An owner whose id is wanted.</summary>
/// <param name="Identifier">What names it outside: see <see cref="StoredOwner"/>.</param>
/// <param name="PracticeId">The practice of a subgroup or TIN/NPI; null for others.</param>
/// <param name="Npi">The NPI of a TIN/NPI; null for others.</param>
internal readonly record struct WantedOwner(string Identifier, string? PracticeId = null, string? Npi = null);

/// <summary>Rows that come into the store in one transaction.</summary>
/// <param name="dialect">What differs between databases.</param>
/// <param name="connection">The open connection.</param>
/// <param name="transaction">The transaction.</param>
internal sealed class LoadBatch(StoreDialect dialect, DbConnection connection, DbTransaction transaction)
{
    private static readonly string[] OwnerColumns = ["id", "kind", "identifier", "practice_id", "npi"];

    /// <summary>Takes rows into a table.</summary>
    /// <param name="table">Name of the table.</param>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="write">Writes the values of a row.</param>
    public void Load<T>(string table, IReadOnlyList<string> columns, IEnumerable<T> rows, Action<TableLoad, T> write)
    {
        using var load = dialect.Load(connection, transaction, table, columns);
        foreach (var row in rows)
        {
            write(load, row);
            load.EndRow();
        }

        load.Complete();
    }

    public int Execute(string sql, object? values = null) => connection.Execute(sql, values, transaction, commandTimeout: 0);

    public long Count(string sql, object? values = null) => connection.ExecuteScalar<long>(sql, values, transaction, commandTimeout: 0);

    /// <summary>Those of some texts that a query answers; the query finds them in <c>{0}</c>, a table with the column <c>value</c>.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="runId">The run.</param>
    public HashSet<string> Known(string sql, IEnumerable<string> texts, long runId) =>
        connection.Query<string>(sql.Replace("{0}", dialect.Each("@Texts"), StringComparison.Ordinal), new { Texts = StoreDialect.Texts(texts), RunId = runId }, transaction).ToHashSet(StringComparer.Ordinal);

    /// <summary>The ids of owners, by identifier. Who has none yet is given one, for good.</summary>
    /// <param name="kind">Their kind.</param>
    /// <param name="wanted">The owners; one may stand there several times.</param>
    public Dictionary<string, string> Ids(OwnerKind kind, IEnumerable<WantedOwner> wanted)
    {
        var all = wanted.DistinctBy(owner => owner.Identifier, StringComparer.Ordinal).ToArray();
        var ids = connection.Query<(string Identifier, string Id)>(
            $"SELECT identifier, id FROM owner WHERE kind = @Kind AND identifier IN (SELECT value FROM {dialect.Each("@Identifiers")})",
            new { Kind = kind.Word(), Identifiers = StoreDialect.Texts(all.Select(owner => owner.Identifier)) },
            transaction).ToDictionary(pair => pair.Identifier, pair => pair.Id, StringComparer.Ordinal);
        var missing = Array.FindAll(all, owner => !ids.ContainsKey(owner.Identifier));
        if (missing.Length > 0)
        {
            Load("owner", OwnerColumns, missing, (load, owner) =>
            {
                var id = OpaqueId.New();
                ids.Add(owner.Identifier, id);
                load.Text(id);
                load.Text(kind.Word());
                load.Text(owner.Identifier);
                load.Text(owner.PracticeId);
                load.Text(owner.Npi);
            });
        }

        return ids;
    }
}
