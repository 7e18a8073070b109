using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.Web;

namespace OpenQpp.Benchmarks;

/// <summary>
/// The portal under load: a nation of a year in PostgreSQL, the real server, and people who are signed in and ask at a fixed rate. What is
/// there already, in the folder or in the store, is not made again.
/// </summary>
/// <param name="root">The project's folder.</param>
/// <param name="connection">The store.</param>
/// <param name="folder">Where the nation and its run are kept.</param>
/// <param name="clinicians">TIN/NPIs of the nation.</param>
/// <param name="seconds">How long each load lasts.</param>
internal sealed class PortalLoad(string root, string connection, string folder, int clinicians, double seconds)
{
    private const int Year = 2024;
    private const int People = 100;
    private const int Port = 5079;
    private const string Password = "a long load of pages";

    private readonly int large = Math.Min(20_000, clinicians * 4 / 10);
    private readonly int medium = Math.Min(2_000, clinicians / 10);

    private string In => Path.Combine(folder, "in");

    private string Out => Path.Combine(folder, "out");

    public async Task Measure(bool withBackup)
    {
        Prepare();
        using var database = StoreDatabase.Open(connection);
        var store = new PortalStore(database);
        var run = (await store.Years.Current(new(Year), ReleaseKind.Scores, DateTimeOffset.UtcNow))!;
        var practices = await Practices(store, run);
        var (small, middle, big) = (practices.Small, practices.Middle, practices.Big);
        await Admit(store, [.. small, middle, big]);
        using var server = BuiltProgram.Start(root, "serve", "--store", connection, "--port", $"{Port}");
        try
        {
            await Drive(server, small, middle, big);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }

        if (withBackup)
        {
            BuiltProgram.Run(root, "store", "backup", Path.Combine(folder, "store.backup"), "--store", connection);
            Console.WriteLine($"{new FileInfo(Path.Combine(folder, "store.backup")).Length >> 20:#,##0} MiB of backup");
        }
    }

    /// <summary>The nation, its run, its publication.</summary>
    private void Prepare()
    {
        Directory.CreateDirectory(folder);
        var tins = Path.Combine(folder, "large-practices.txt");
        if (!File.Exists(tins))
        {
            Clear(In);
            BuiltProgram.Run(root, "population", "generate", "--year", $"{Year}", "--clinicians", $"{clinicians}", "--seed", "1", "--out", In);
            File.WriteAllLines(tins, LargePractices.Join(In, medium, large));
        }

        if (!File.Exists(Path.Combine(Out, "scaling-run.json")))
        {
            BuiltProgram.Run(root, "year", "run", "--year", $"{Year}", "--in", In, "--out", Out, "--for-portal", "--allow-synthetic");
        }

        BuiltProgram.Run(root, "store", "migrate", "--store", connection);
        using var database = StoreDatabase.Open(connection);
        if (new Years(database).Newest(new(Year)).GetAwaiter().GetResult() is null)
        {
            var released = DateTimeOffset.UtcNow.AddDays(-1).ToString("yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture);
            BuiltProgram.Run(root, "year", "publish", Out, "--in", In, "--store", connection, "--scores-at", released, "--adjustments-at", released);
        }
    }

    private async Task<(Organization[] Small, Organization Middle, Organization Big)> Practices(PortalStore store, PublishedRun run)
    {
        var found = new List<Organization>();
        var tins = await File.ReadAllLinesAsync(Path.Combine(folder, "large-practices.txt"));
        // Practices that were scored as groups, from all over the nation.
        for (var offset = 0; found.Count < People; offset += 50)
        {
            var page = await store.Organizations.Search(OrganizationKind.Practice, "", new(offset, 50));
            if (page.Rows.Count == 0)
            {
                break;
            }

            foreach (var practice in page.Rows.Where(practice => !tins.Contains(practice.Identifier, StringComparer.Ordinal)))
            {
                if (await store.Scores.Of(run.Id, practice.Id.Id) is { Level: ParticipationOption.Group, FinalScore: not null })
                {
                    found.Add(practice);
                }
            }
        }

        async Task<Organization> Named(string tin) => (await store.Organizations.ById((await store.Owners.ByIdentifier(OwnerKind.Practice, tin))!.Owner.Id))!;
        return ([.. found.Take(People)], await Named(tins[0]), await Named(tins[1]));
    }

    private static string UserOf(int number) => $"load-{number.ToString(CultureInfo.InvariantCulture)}";

    private static async Task Admit(PortalStore store, Organization[] practices)
    {
        var (now, hash) = (DateTimeOffset.UtcNow, new PasswordHasher<PortalUser>().HashPassword(new(new("", "", "")), Password));
        foreach (var (practice, number) in practices.Select((practice, number) => (practice, number)))
        {
            var user = UserOf(number);
            var person = new Person(OpaqueId.New(), user, user.ToUpperInvariant()) { PasswordHash = hash, SecurityStamp = OpaqueId.New(), CreatedAt = now };
            if (await store.People.Add(person) is not { } added)
            {
                continue;
            }

            AuditEntry Entry(string action) => new(now, added.Id, action, Resource.AccessRequests.Word(), "done");
            var role = (await store.Roles.Request(added.Id, HeldRole.StaffOf(practice.Id), now, Entry("request-role")))!;
            await store.Roles.Decide(role, RoleState.Requested, RoleState.Approved, added.Id, now, Entry("approve-role"));
            await store.Acknowledgements.Add(added.Id, new(Year), now);
        }
    }

    private async Task Drive(Process server, Organization[] small, Organization middle, Organization big)
    {
        var (address, watch) = (new Uri($"http://127.0.0.1:{Port}"), Stopwatch.StartNew());
        await Ready(address, server);
        Console.WriteLine($"the server answers after {watch.Elapsed.TotalSeconds:0.0} s");
        var visitors = new List<Visitor>();
        foreach (var (practice, number) in small.Append(middle).Append(big).Select((practice, number) => (practice, number)))
        {
            var visitor = new Visitor(address, number) { OwnerId = practice.Id.Id };
            await visitor.SignIn(UserOf(number), Password);
            await visitor.ReadToken("/role-request");
            visitors.Add(visitor);
        }

        var (ofMiddle, ofBig, many) = (visitors[^2], visitors[^1], visitors.Take(small.Length).ToArray());
        Console.WriteLine($"{visitors.Count} people signed in; practices of {medium:#,##0} and {large:#,##0} clinicians; open loop, {seconds:0} s each after a warm-up");
        Console.WriteLine(OpenLoop.Head);
        Visitor Of(int number) => many[number % many.Length];
        static string Page(Visitor visitor, string below) => $"/py/{Year}/practices/{visitor.OwnerId}/{below}";
        var details = Page(ofMiddle, Resource.Details.Word());
        var feedback = Resource.GroupFeedback.Word();
        await OpenLoop.Drive("feedback: overview", 100, seconds, server, number => Of(number).Get(Page(Of(number), feedback)));
        await OpenLoop.Drive("feedback: quality", 50, seconds, server, number => Of(number).Get(Page(Of(number), $"{feedback}/quality")));
        await OpenLoop.Drive($"practice of {medium}: 100 clinicians a page", 20, seconds, server, number => ofMiddle.Get($"{details}?page={(number % (medium / 100)) + 1}"));
        await OpenLoop.Drive($"practice of {medium}: search of an NPI", 20, seconds, server, number => ofMiddle.Post(details, ("npi", $"1{number % 1000:000}")));
        await OpenLoop.Drive("search of an organization by its name", 10, seconds, server, number => Of(number).Post("/role-request", ("words", $"practice {number % 1000:000}")));
        await OpenLoop.Drive($"payment adjustment file of {large}", 0.5, seconds, server, _ => ofBig.Get(Page(ofBig, $"{Resource.PaymentAdjustment.Word()}.csv")));
        visitors.ForEach(visitor => visitor.Dispose());
    }

    private static async Task Ready(Uri address, Process server)
    {
        using var client = new HttpClient { BaseAddress = address };
        while (!server.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync("/health");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException("The server did not start.");
    }

    private static void Clear(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
