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
    private const string WhyRescored = "the first scores missed the complex patient bonus (made up, after the re-scoring of September 2021)";

    /// <summary>The performance years.</summary>
    public static IReadOnlyList<PerformanceYear> Years { get; } = [new(2017), new(2020), new(2024)];

    /// <summary>The year that was scored a second time, as scores of that year were in September 2021.</summary>
    public static PerformanceYear Rescored { get; } = new(2020);

    /// <summary>The password of everybody: new at every start.</summary>
    public string Password { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>The people.</summary>
    public IReadOnlyList<DemoPerson> People { get; private set; } = [];

    /// <summary>Sign-ins with one click.</summary>
    public DemoSignIns SignIns { get; private set; } = DemoSignIns.None;

    /// <summary>Makes the world in an empty store, and lets people into it.</summary>
    /// <param name="database">The store, migrated.</param>
    /// <param name="folder">A folder for the runs, which may be removed afterwards.</param>
    /// <param name="now">The time.</param>
    public async Task Make(StoreDatabase database, string folder, DateTimeOffset now)
    {
        await Prepare(database, folder);
        await Open(database, now);
    }

    /// <summary>Makes all of the world that is the same on every day: the years, and people who cannot sign in yet.</summary>
    /// <param name="database">The store, migrated.</param>
    /// <param name="folder">A folder for the runs, which may be removed afterwards.</param>
    public async Task Prepare(StoreDatabase database, string folder)
    {
        Parallel.ForEach(Years, year => Run(year, folder));
        foreach (var year in Years)
        {
            if (year == Rescored)
            {
                Publish(database, (FirstOut(folder), FirstIn(folder)), ReleasedAt(year), null);
                Publish(database, (Out(folder, year), In(folder, year)), RescoredAt, WhyRescored);
            }
            else
            {
                Publish(database, (Out(folder, year), In(folder, year)), ReleasedAt(year), null);
            }

            PublishServices(database, year, folder);
        }

        var store = new PortalStore(database);
        var cast = await DemoCast.Choose(store, Prepared);
        foreach (var (user, name, roles) in cast.People)
        {
            await Admit(store, user, name, roles);
        }

        var reports = new DemoPatientReports(store, new(book));
        foreach (var year in Years)
        {
            var run = (await store.Years.Current(year, ReleaseKind.Scores, Prepared))!;
            foreach (var organization in cast.Organizations)
            {
                await reports.Lay(run, organization.Id.Owner, ReleasedAt(year));
            }
        }
    }

    /// <summary>Lets people into a prepared world: everybody has a new password, and what was released is released on an earlier day too.</summary>
    /// <param name="database">The store.</param>
    /// <param name="now">The time.</param>
    public async Task Open(StoreDatabase database, DateTimeOffset now)
    {
        var store = new PortalStore(database);
        foreach (var year in Years)
        {
            foreach (var release in (await store.Years.Releases(year)).Reverse().Where(release => release.At > now))
            {
                await store.Years.Release(release.RunId, release.Kind, now.AddDays(-1));
            }
        }

        // One password, so one hash: sixteen of them would take as long as all the rest of the start.
        var hash = new PasswordHasher<PortalUser>().HashPassword(new(new("", "", "")), Password);
        var (people, signIns) = (new List<DemoPerson>(), new List<DemoSignIn>());
        foreach (var user in DemoCast.Users)
        {
            var person = (await store.People.ByName(user.ToUpperInvariant()))!;
            _ = await store.People.Change(person with { PasswordHash = hash, SecurityStamp = OpaqueId.New() });
            var roles = (await store.Roles.OfPerson(person.Id)).Reverse().Select(role => new DemoRole(role.Role, role.State == RoleState.Removed)).ToArray();
            people.Add(new(user, person.DisplayName!, person.Id, roles));
            if (roles.Length == 0 || roles.Any(role => !role.IsRemoved))
            {
                signIns.Add(new(user, person.DisplayName!, await DemoCast.SaysOf(store, roles)));
            }
        }

        (People, SignIns) = (people, new(signIns));
    }

    /// <summary>The time at which the world stands when it is prepared: after the last release.</summary>
    internal static DateTimeOffset Prepared => ReleasedAt(Years[^1]).AddDays(1);

    /// <summary>When scores and adjustments of a year were released.</summary>
    private static DateTimeOffset ReleasedAt(PerformanceYear year) => new(year.Year + 1, 8, 15, 14, 0, 0, TimeSpan.Zero);

    /// <summary>When the second scores and adjustments of the year that was scored twice were released.</summary>
    private static DateTimeOffset RescoredAt => new(Rescored.Year + 1, 9, 27, 14, 0, 0, TimeSpan.Zero);

    private static string In(string folder, PerformanceYear year) => Path.Combine(folder, $"{year.Year}-in");

    private static string Out(string folder, PerformanceYear year) => Path.Combine(folder, $"{year.Year}-out");

    private static string FirstIn(string folder) => Path.Combine(folder, "first-in");

    private static string FirstOut(string folder) => Path.Combine(folder, "first-out");

    private void Run(PerformanceYear year, string folder)
    {
        new DemoNation(book).Write(year, In(folder, year));
        Score(year, In(folder, year), Out(folder, year));
        if (year == Rescored)
        {
            DemoNation.CopyWithoutComplexPatients(In(folder, year), FirstIn(folder));
            Score(year, FirstIn(folder), FirstOut(folder));
        }
    }

    private void Score(PerformanceYear year, string from, string to)
    {
        var problems = new ProblemList();
        _ = new NationalRun(new(from, to, 1) { ForPortal = true }, book, book.Of(year), null, new Progress(null)).Run(problems);
        Require(problems);
    }

    private static void Publish(StoreDatabase database, (string Out, string In) run, DateTimeOffset at, string? note)
    {
        var problems = new ProblemList();
        _ = new YearPublish(database, new Progress(null)).Run(new(run.Out, run.In, at) { ScoresAt = at, AdjustmentsAt = at, Note = note }, problems);
        Require(problems);
    }

    private void PublishServices(StoreDatabase database, PerformanceYear year, string folder)
    {
        var (problems, at, counted, law) = (new ProblemList(), ReleasedAt(year), Path.Combine(folder, $"{year.Year}-services"), book.Of(year));
        new DemoServices(law).Write(In(folder, year), counted);
        // Shown whatever day the clock says: releases are moved when the world is opened, these need not be.
        _ = new ServicesPublish(database, law).Run(counted, at, DateTimeOffset.UnixEpoch, problems);
        Require(problems);
    }

    private static void Require(ProblemList problems)
    {
        if (!problems.IsEmpty)
        {
            throw new InvalidOperationException($"The demonstration world is not sound: {string.Join("; ", problems.Found.Select(problem => $"{problem.Code} {problem.Path}").Take(MostOfAName))}");
        }
    }

    private static async Task Admit(PortalStore store, string user, string name, IReadOnlyList<DemoRole> roles)
    {
        var person = (await store.People.Add(new(OpaqueId.New(), user, user.ToUpperInvariant()) { DisplayName = name, SecurityStamp = OpaqueId.New(), CreatedAt = Prepared }))!;
        foreach (var (role, place) in roles.Select((role, place) => (role, place)))
        {
            await Give(store, person.Id, role, Prepared.AddMinutes(place));
        }
    }

    private static async Task Give(PortalStore store, string person, DemoRole role, DateTimeOffset at)
    {
        AuditEntry Entry(string action) => new(at, person, action, Resource.AccessRequests.Word(), "done") { LogOrganizationId = role.Role.Organization?.Id };
        var id = (await store.Roles.Request(person, role.Role, at, Entry("request-role")))!;
        await store.Roles.Decide(id, RoleState.Requested, RoleState.Approved, person, at, Entry("approve-role"));
        if (role.IsRemoved)
        {
            await store.Roles.Decide(id, RoleState.Approved, RoleState.Removed, person, at, Entry("remove-role"));
        }
    }
}
