using Microsoft.AspNetCore.Identity;
using OpenQpp.Access;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Store;
using OpenQpp.Web;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>The demonstration world behind a running portal, and everybody of it signed in.</summary>
public sealed class PortalWorld : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("openqpp-portal-").FullName;
    private readonly Dictionary<string, Session> sessions = new(StringComparer.Ordinal);
    private StoreDatabase? database;
    private RunningPortal? portal;
    private IReadOnlyList<KnownOwner>? owners;

    /// <summary>The law.</summary>
    public LawBook Book { get; } = new(PackedLaw.Open(Path.Combine(AppContext.BaseDirectory, "law.pack")));

    /// <summary>Who and what is in it.</summary>
    public DemoWorld Demo { get; private set; } = null!;

    /// <summary>Its store.</summary>
    public PortalStore Store { get; private set; } = null!;

    /// <summary>The portal.</summary>
    public RunningPortal Portal => portal ?? throw new InvalidOperationException("The world is not made yet.");

    /// <summary>Every owner of data in any of its years.</summary>
    public IReadOnlyList<KnownOwner> Owners => owners ?? throw new InvalidOperationException("The world is not made yet.");

    /// <summary>The performance years.</summary>
    public static IReadOnlyList<int> Years { get; } = [.. DemoWorld.Years.Select(year => year.Year)];

    /// <summary>The folder of a year's run, or of its input.</summary>
    public string FolderOf(int year, string what) => Path.Combine(folder, "runs", $"{year}-{what}");

    public async ValueTask InitializeAsync()
    {
        var now = DateTimeOffset.UtcNow;
        database = StoreDatabase.Open($"Data Source={Path.Combine(folder, "demo.db")}");
        new StoreSchema(database).Migrate(now);
        Demo = new(Book);
        await Demo.Make(database, Path.Combine(folder, "runs"), now);
        Store = new(database);
        foreach (var person in Demo.People)
        {
            await Acknowledge(person.Id);
        }

        owners = await KnownOwner.All(Store);
        portal = await RunningPortal.Start(database, Book, Demo.SignIns);
    }

    /// <summary>Somebody of the world, signed in; the same session whenever asked.</summary>
    public async Task<Session> As(string user)
    {
        if (!sessions.TryGetValue(user, out var session))
        {
            sessions[user] = session = user.Length == 0 ? Portal.Nobody() : await Portal.SignedIn(user, Demo.Password);
        }

        return session;
    }

    /// <summary>Somebody of the world.</summary>
    public DemoPerson Person(string user) => Demo.People.Single(person => person.User == user);

    /// <summary>The organization in which somebody holds the first role.</summary>
    public OrganizationId OrganizationOf(string user) => Person(user).Roles[0].Role.Organization!.Value;

    /// <summary>Admits somebody new with approved roles.</summary>
    public async Task<Person> Admit(string user, bool acknowledges, params IEnumerable<HeldRole> roles)
    {
        var person = await Admit(Store, user, Demo.Password, roles);
        if (acknowledges)
        {
            await Acknowledge(person.Id);
        }

        return person;
    }

    /// <summary>Admits somebody new to a store.</summary>
    public static async Task<Person> Admit(PortalStore store, string user, string password, IEnumerable<HeldRole> roles)
    {
        var now = DateTimeOffset.UtcNow;
        var person = new Person(OpaqueId.New(), user, user.ToUpperInvariant()) { DisplayName = user, SecurityStamp = OpaqueId.New(), CreatedAt = now };
        var added = (await store.People.Add(person with { PasswordHash = new PasswordHasher<PortalUser>().HashPassword(new(person), password) }))!;
        foreach (var role in roles)
        {
            AuditEntry Entry(string action) => new(now, added.Id, action, Resource.AccessRequests.Word(), "done");
            var id = (await store.Roles.Request(added.Id, role, now, Entry("request-role")))!;
            await store.Roles.Decide(id, RoleState.Requested, RoleState.Approved, added.Id, now, Entry("approve-role"));
        }

        return added;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var session in sessions.Values)
        {
            session.Dispose();
        }

        if (portal is not null)
        {
            await portal.DisposeAsync();
        }

        database?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Acknowledge(string person)
    {
        foreach (var year in DemoWorld.Years)
        {
            await Store.Acknowledgements.Add(person, year, DateTimeOffset.UtcNow);
        }
    }
}
