using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace OpenQpp.Store;

/// <summary>The store: SQLite in a file, or PostgreSQL on a server. Used by all threads.</summary>
public sealed class StoreDatabase : IDisposable
{
    /// <summary>More statements than the store has.</summary>
    private const int Prepared = 300;

    private readonly IDisposable? source;

    private StoreDatabase(StoreDialect dialect, IDisposable? source)
    {
        (Dialect, this.source) = (dialect, source);
        using var connection = Connect();
        dialect.Prepare(connection);
    }

    /// <summary>What differs between databases.</summary>
    internal StoreDialect Dialect { get; }

    /// <summary>Opens a store. Nothing is looked at yet but whether it can be reached.</summary>
    /// <param name="connectionString"><c>Data Source=FILE</c> for SQLite, <c>Host=…;Database=…;Username=…</c> for PostgreSQL.</param>
    /// <exception cref="ArgumentException">The text is neither.</exception>
    /// <exception cref="DbException">The database cannot be reached.</exception>
    public static StoreDatabase Open(string connectionString)
    {
        var words = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (words.ContainsKey("Data Source"))
        {
            var file = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true };
            return file.Mode != SqliteOpenMode.Memory && file.DataSource is { Length: > 0 } and not ":memory:"
                ? new(new SqliteDialect(file), source: null)
                : throw new ArgumentException("A store in SQLite is a file.", nameof(connectionString));
        }

        if (!words.ContainsKey("Host"))
        {
            throw new ArgumentException("A connection begins with 'Data Source=' (SQLite) or 'Host=' (PostgreSQL).", nameof(connectionString));
        }

        var server = NpgsqlDataSource.Create(WithPreparation(connectionString));
        try
        {
            return new(new PostgreSqlDialect(server), server);
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>
    /// What is asked again and again is prepared by itself, unless the connection says otherwise: most questions of a page cost the server
    /// more to plan than to answer. A pooler between the two that hands out connections by the transaction needs <c>Max Auto Prepare=0</c>.
    /// </summary>
    private static string WithPreparation(string connectionString)
    {
        var words = new NpgsqlConnectionStringBuilder(connectionString);
        if (!words.ShouldSerialize("Max Auto Prepare"))
        {
            (words.MaxAutoPrepare, words.AutoPrepareMinUsages) = (Prepared, 2);
        }

        return words.ConnectionString;
    }

    /// <summary>Does something in one transaction: all of it, or, where it throws, nothing.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="work">What is done. It may be told to end early by an exception only.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<T> InTransaction<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellation = default)
    {
        await using var connection = await ConnectAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var answer = await work(new(connection, transaction, cancellation));
        await transaction.CommitAsync(cancellation);
        return answer;
    }

    /// <summary>Closes the connections that are kept open for later.</summary>
    public void Dispose()
    {
        if (source is null)
        {
            using var connection = (SqliteConnection)Dialect.Connection();
            SqliteConnection.ClearPool(connection);
        }
        else
        {
            source.Dispose();
        }
    }

    /// <summary>An open connection for work that waits for nothing else.</summary>
    internal DbConnection Connect()
    {
        var connection = Dialect.Connection();
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    internal async Task<IReadOnlyList<T>> All<T>(string sql, object? values, Func<Row, T> make, CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        return await new StoreSession(connection, transaction: null, cancellation).All(sql, values, make);
    }

    internal async Task<T?> First<T>(string sql, object? values, Func<Row, T> make, CancellationToken cancellation)
        where T : class
    {
        await using var connection = await ConnectAsync(cancellation);
        return await new StoreSession(connection, transaction: null, cancellation).First(sql, values, make);
    }

    internal async Task<long> Count(string sql, object? values, CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        return await new StoreSession(connection, transaction: null, cancellation).Count(sql, values);
    }

    internal async Task<int> Execute(string sql, object? values, CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        return await new StoreSession(connection, transaction: null, cancellation).Execute(sql, values);
    }

    /// <summary>Rows one by one, as they come.</summary>
    internal async IAsyncEnumerable<T> Stream<T>(string sql, object? values, Func<Row, T> make, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        await using var reader = await new StoreSession(connection, transaction: null, cancellation).Read(sql, values);
        while (await reader.ReadAsync(cancellation))
        {
            yield return make(new(reader));
        }
    }

    private async Task<DbConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = Dialect.Connection();
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
