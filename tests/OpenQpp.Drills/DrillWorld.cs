using OpenQpp.Access;
using OpenQpp.Portal;
using OpenQpp.Store;
using OpenQpp.Web;
using Xunit;

namespace OpenQpp.Drills;

/// <summary>A store with the demonstration world in it, and the people of it in front of a server.</summary>
internal sealed class DrillWorld(DrillWorlds shared, string connection, StoreDatabase database, string folder, IReadOnlyList<DemoPerson> people, string password) : IDisposable
{
    /// <summary>SQLite.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>PostgreSQL.</summary>
    public const string PostgreSql = "postgresql";

    private readonly Dictionary<string, Session> sessions = new(StringComparer.Ordinal);

    /// <summary>The databases.</summary>
    public static TheoryData<string> Kinds => [Sqlite, PostgreSql];

    /// <summary>What all drills share.</summary>
    public DrillWorlds Shared => shared;

    /// <summary>The store, looked at from beside the server.</summary>
    public PortalStore Store { get; } = new(database);

    /// <summary>How the store is reached.</summary>
    public string Connection => connection;

    /// <summary>The password of everybody.</summary>
    public string Password => password;

    /// <summary>The server.</summary>
    public ServerProcess Server { get; } = new(connection, shared.Law, Path.Combine(folder, "server.log"));

    /// <summary>Another server of the same store.</summary>
    public ServerProcess AnotherServer() => new(connection, shared.Law, Path.Combine(folder, "other-server.log"));

    /// <summary>Somebody of the world.</summary>
    public DemoPerson Person(string user) => people.Single(person => person.User == user);

    /// <summary>The organization in which somebody holds the first role.</summary>
    public OrganizationId OrganizationOf(string user) => Person(user).Roles[0].Role.Organization!.Value;

    /// <summary>A file of the drill.</summary>
    public string At(string name) => Path.Combine(folder, name);

    /// <summary>Somebody who signed in by the form; the same session whenever asked, also when the server was killed meanwhile.</summary>
    public async Task<Session> As(string user)
    {
        if (!sessions.TryGetValue(user, out var session))
        {
            session = new(Server.Base);
            await session.SignIn(user, password);
            sessions[user] = session;
        }

        return session;
    }

    /// <summary>The whole number that a query answers.</summary>
    public long Count(string sql)
    {
        using var connected = database.Connect();
        using var command = connected.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar());
    }

    public void Dispose()
    {
        Server.Dispose();
        foreach (var session in sessions.Values)
        {
            session.Dispose();
        }

        database.Dispose();
    }
}
