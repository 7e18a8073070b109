using Microsoft.Data.Sqlite;
using OpenQpp.Explanations;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Store;
using OpenQpp.Web;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>The demonstration world that the build made is the one that a start would make.</summary>
public sealed class PreparedWorldTests : IDisposable
{
    private readonly LawBook book = new(PackedLaw.Open(Path.Combine(AppContext.BaseDirectory, "law.pack")));
    private readonly string folder = Directory.CreateTempSubdirectory("openqpp-prepared-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task ThePreparedWorldEqualsAFreshOne()
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var prepared = new PreparedWorld(book, Path.Combine(Root.Folder, "artifacts", "bin", "OpenQpp.Cli", configuration)).File;
        Assert.True(File.Exists(prepared), "the build made no world for this program");
        var copy = Path.Combine(folder, "copy.db");
        File.Copy(prepared, copy);
        var fresh = Path.Combine(folder, "fresh.db");
        using (var database = StoreDatabase.Open($"Data Source={fresh}"))
        {
            new StoreSchema(database).Migrate(DateTimeOffset.UtcNow);
            await new DemoWorld(book).Prepare(database, Path.Combine(folder, "runs"));
        }

        var (expected, found) = (Held(fresh), Held(copy));
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, table => Assert.Equal(table.Value, found[table.Key]));
    }

    /// <summary>A clock that stands before the years were released: everything is there all the same.</summary>
    [Fact]
    public async Task OnAnEarlierDayTheYearsAreReleasedToo()
    {
        var (world, early) = (new DemoWorld(book), new DateTimeOffset(2016, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var database = await new PreparedWorld(book, Path.Combine(Root.Folder, "artifacts", "bin", "OpenQpp.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))).Bring(world, folder, early);
        var years = new Years(database);
        Assert.Equal(DemoWorld.Years.Count, (await years.Calendar(TestContext.Current.CancellationToken)).Years(ReleaseKind.Scores, early).Count);
        foreach (var year in DemoWorld.Years)
        {
            Assert.NotNull(await years.Current(year, ReleaseKind.Adjustments, early, TestContext.Current.CancellationToken));
        }

        Assert.Equal(16, world.People.Count);
    }

    /// <summary>Every row of every table; random ids by what they name, or by a star.</summary>
    private static Dictionary<string, string[]> Held(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        IEnumerable<object[]> Rows(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                yield return row;
            }
        }

        var names = Rows("SELECT id, kind || ':' || identifier FROM owner UNION ALL SELECT id, user_name FROM person").ToDictionary(row => (string)row[0], row => (string)row[1], StringComparer.Ordinal);
        string Shown(object value) => value switch
        {
            byte[] bytes => Convert.ToHexString(bytes),
            string text when names.TryGetValue(text, out var name) => name,
            string text when OpaqueId.HasForm(text) => "*",
            _ => $"{value}",
        };
        var tables = Rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").Select(row => (string)row[0]).Where(table => table != "schema_version").ToArray();
        return tables.ToDictionary(table => table, table => Rows($"SELECT * FROM {table}").Select(row => string.Join('|', row.Select(Shown))).Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
    }
}
