using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace OpenQpp.Store;

/// <summary>SQLite: one file, one writer at a time, readers beside it.</summary>
/// <param name="builder">The connection string.</param>
internal sealed class SqliteDialect(SqliteConnectionStringBuilder builder) : StoreDialect
{
    /// <summary>What follows the name of the file in the name of the file that a publisher holds.</summary>
    private const string LockSuffix = ".publish-lock";

    public override IReadOnlyDictionary<string, string> Types { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["{key}"] = "TEXT",
        ["{bytes}"] = "BLOB",
        ["{identity}"] = "INTEGER PRIMARY KEY AUTOINCREMENT",
    };

    public override string TableNames => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

    public override DbConnection Connection() => new SqliteConnection(builder.ConnectionString);

    /// <summary>A write-ahead log lets readers see the last complete state while somebody writes; the file remembers it.</summary>
    public override void Prepare(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        command.ExecuteNonQuery();
    }

    public override string Each(string parameter) => $"json_each({parameter})";

    public override DbTransaction BeginAlone(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: false);

    public override DbTransaction BeginSnapshot(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: true);

    /// <summary>The file stays: were it deleted, two could hold files of the same name.</summary>
    public override IDisposable? LockPublishing()
    {
        try
        {
            return new FileStream(builder.DataSource + LockSuffix, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>A connection of its own, which is not kept open for others afterwards.</summary>
    public override DbConnection LoadConnection() => new SqliteConnection(new SqliteConnectionStringBuilder(builder.ConnectionString) { Pooling = false }.ConnectionString);

    /// <summary>More memory for indexes; and not every batch waits for the disk: should the machine fail, the last batches are missing, and the run with them.</summary>
    public override void PrepareLoad(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA cache_size = -131072; PRAGMA synchronous = NORMAL";
        command.ExecuteNonQuery();
    }

    public override TableLoad Load(DbConnection connection, DbTransaction transaction, string table, IReadOnlyList<string> columns) => new SqliteTableLoad((SqliteConnection)connection, (SqliteTransaction)transaction, table, columns);

    /// <summary>A thousand rows of each index tell enough.</summary>
    public override string AfterLoad(IEnumerable<string> tables) => "PRAGMA analysis_limit = 1000; ANALYZE";

    public override string AfterNumbersGiven(string table) => "";
}
