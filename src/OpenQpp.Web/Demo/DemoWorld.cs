using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using OpenQpp.Access;
using OpenQpp.Law;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.YearRun;

namespace OpenQpp.Web;

/// <summary>A person of the demonstration world.</summary>
/// <param name="User">The user name.</param>
/// <param name="Name">The name.</param>
/// <param name="Id">The opaque id.</param>
/// <param name="Roles">The roles, each with the organization or clinician it is held in and whether it is held still.</param>
public sealed record DemoPerson(string User, string Name, string Id, IReadOnlyList<DemoRole> Roles);

/// <summary>A role of a person of the demonstration world.</summary>
/// <param name="Role">The role.</param>
/// <param name="IsRemoved">It was held once, and removed.</param>
public sealed record DemoRole(HeldRole Role, bool IsRemoved = false);

/// <summary>
/// A small world: three years of a synthetic nation, scored and published, and people with roles in it. It lives as long as the server.
/// </summary>
/// <param name="book">The law of all years.</param>
public sealed class DemoWorld(LawBook book)
{
    private const int MostOfAName = 12;

    /// <summary>The performance years.</summary>
    public static IReadOnlyList<PerformanceYear> Years { get; } = [new(2017), new(2020), new(2024)];

    /// <summary>The password of everybody: new at every start.</summary>
    public string Password { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>The people.</summary>
    public IReadOnlyList<DemoPerson> People { get; private set; } = [];

    /// <summary>Sign-ins with one click.</summary>
    public DemoSignIns SignIns { get; private set; } = DemoSignIns.None;

    /// <summary>Makes the world in an empty store.</summary>
    /// <param name="database">The store, migrated.</param>
    /// <param name="folder">A folder for the runs, which may be removed afterwards.</param>
    /// <param name="now">The time.</param>
    public async Task Make(StoreDatabase database, string folder, DateTimeOffset now)
    {
        Parallel.ForEach(Years, year => Run(year, folder));
        foreach (var year in Years)
        {
            Publish(database, year, folder, now);
        }

        var store = new PortalStore(database);
        var cast = await DemoCast.Choose(store, now);
        People = await Admit(store, cast, now);
        SignIns = new([.. People.Where(person => person.Roles.Any(role => !role.IsRemoved) || person.Roles.Count == 0).Select(person => new DemoSignIn(person.User, person.Name, cast.SaysOf(person)))]);
    }

    private static string In(string folder, PerformanceYear year) => Path.Combine(folder, $"{year.Year}-in");

    private static string Out(string folder, PerformanceYear year) => Path.Combine(folder, $"{year.Year}-out");

    private void Run(PerformanceYear year, string folder)
    {
        new DemoNation(book).Write(year, In(folder, year));
        var problems = new ProblemList();
        _ = new NationalRun(new(In(folder, year), Out(folder, year), 1) { ForPortal = true }, book, book.Of(year), null, new Progress(null)).Run(problems);
        Require(problems);
    }

    private static void Publish(StoreDatabase database, PerformanceYear year, string folder, DateTimeOffset now)
    {
        var problems = new ProblemList();
        var released = new DateTimeOffset(year.Year + 1, 8, 15, 14, 0, 0, TimeSpan.Zero);
        var at = released < now ? released : now.AddDays(-1);
        _ = new YearPublish(database, new Progress(null)).Run(new(Out(folder, year), In(folder, year), now) { ScoresAt = at, AdjustmentsAt = at }, problems);
        Require(problems);
    }

    private static void Require(ProblemList problems)
    {
        if (!problems.IsEmpty)
        {
            throw new InvalidOperationException($"The demonstration world is not sound: {string.Join("; ", problems.Found.Select(problem => $"{problem.Code} {problem.Path}").Take(MostOfAName))}");
        }
    }

    private async Task<IReadOnlyList<DemoPerson>> Admit(PortalStore store, DemoCast cast, DateTimeOffset now)
    {
        var hash = new PasswordHasher<PortalUser>();
        var people = new List<DemoPerson>();
        foreach (var (user, name, roles) in cast.People)
        {
            var person = new Person(OpaqueId.New(), user, user.ToUpperInvariant()) { DisplayName = name, SecurityStamp = OpaqueId.New(), CreatedAt = now };
            var added = (await store.People.Add(person with { PasswordHash = hash.HashPassword(new(person), Password) }))!;
            foreach (var role in roles)
            {
                await Give(store, added.Id, role, now);
            }

            people.Add(new(user, name, added.Id, roles));
        }

        return people;
    }

    private static async Task Give(PortalStore store, string person, DemoRole role, DateTimeOffset now)
    {
        AuditEntry Entry(string action) => new(now, person, action, Resource.AccessRequests.Word(), "done") { LogOrganizationId = role.Role.Organization?.Id };
        var id = (await store.Roles.Request(person, role.Role, now, Entry("request-role")))!;
        await store.Roles.Decide(id, RoleState.Requested, RoleState.Approved, person, now, Entry("approve-role"));
        if (role.IsRemoved)
        {
            await store.Roles.Decide(id, RoleState.Approved, RoleState.Removed, person, now, Entry("remove-role"));
        }
    }
}
