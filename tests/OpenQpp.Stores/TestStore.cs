using OpenQpp.Store;
using Xunit;

namespace OpenQpp.Stores;

/// <summary>A store of a test, gone when the test is over.</summary>
internal sealed class TestStore : IDisposable
{
    /// <summary>SQLite.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>PostgreSQL.</summary>
    public const string PostgreSql = "postgresql";

    private readonly string folder = Directory.CreateTempSubdirectory("openqpp-store-").FullName;

    public TestStore(string kind, bool migrated = true)
    {
        Connection = kind is Sqlite ? $"Data Source={Path.Combine(folder, "store.db")}" : PostgreSqlServer.NewDatabase();
        Database = StoreDatabase.Open(Connection);
        if (migrated)
        {
            new StoreSchema(Database).Migrate(Now);
        }
    }

    /// <summary>The databases.</summary>
    public static TheoryData<string> Kinds => [Sqlite, PostgreSql];

    /// <summary>A time.</summary>
    public static DateTimeOffset Now { get; } = new(2025, 7, 1, 10, 0, 0, TimeSpan.Zero);

    public string Connection { get; }

    public StoreDatabase Database { get; }

    /// <summary>A path in the folder of the test.</summary>
    public string At(string name) => Path.Combine(folder, name);

    /// <summary>The whole number that a query answers.</summary>
    public long Count(string sql)
    {
        using var connection = Database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar());
    }

    public void Execute(string sql)
    {
        using var connection = Database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Every row of every table, in an order that does not depend on the database.</summary>
    public IReadOnlyDictionary<string, string[]> Rows(params string[] tables)
    {
        using var connection = Database.Connect();
        return tables.ToDictionary(table => table, table =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            using var reader = command.ExecuteReader();
            var rows = new List<string>();
            while (reader.Read())
            {
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(place => reader.GetValue(place) switch { byte[] bytes => Convert.ToHexString(bytes), var value => $"{value}" })));
            }

            return rows.Order(StringComparer.Ordinal).ToArray();
        });
    }

    public void Dispose()
    {
        Database.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
