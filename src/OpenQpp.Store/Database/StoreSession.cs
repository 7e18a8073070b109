using System.Data.Common;
using Dapper;

namespace OpenQpp.Store;

/// <summary>An open connection and the transaction that runs on it. Used by one at a time.</summary>
public sealed class StoreSession
{
    private readonly DbConnection connection;
    private readonly DbTransaction? transaction;
    private readonly CancellationToken cancellation;

    internal StoreSession(DbConnection connection, DbTransaction? transaction, CancellationToken cancellation) =>
        (this.connection, this.transaction, this.cancellation) = (connection, transaction, cancellation);

    internal async Task<IReadOnlyList<T>> All<T>(string sql, object? values, Func<Row, T> make)
    {
        var all = new List<T>();
        await using var reader = await Read(sql, values);
        while (await reader.ReadAsync(cancellation))
        {
            all.Add(make(new(reader)));
        }

        return all;
    }

    internal async Task<T?> First<T>(string sql, object? values, Func<Row, T> make)
        where T : class
    {
        await using var reader = await Read(sql, values);
        return await reader.ReadAsync(cancellation) ? make(new(reader)) : null;
    }

    /// <summary>The whole number that stands in the first column of the first row.</summary>
    internal Task<long> Count(string sql, object? values) => connection.ExecuteScalarAsync<long>(Command(sql, values));

    /// <summary>How many rows were changed.</summary>
    internal Task<int> Execute(string sql, object? values) => connection.ExecuteAsync(Command(sql, values));

    internal Task<DbDataReader> Read(string sql, object? values) => connection.ExecuteReaderAsync(Command(sql, values));

    private CommandDefinition Command(string sql, object? values) => new(sql, values, transaction, cancellationToken: cancellation);
}
