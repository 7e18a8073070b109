using System.CommandLine;
using OpenQpp.Law;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.Web;

namespace OpenQpp.Cli;

/// <summary><c>openqpp serve</c>: the portal.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 5080;
    private const string ConnectionVariable = "ConnectionStrings__Store";

    private static readonly Option<bool> Demo = new("--demo") { Description = "A made-up world with people of every role, gone when the server stops" };
    private static readonly Option<int?> Port = new("--port") { Description = $"The port on this machine; {DefaultPort} unless said", HelpName = "N" };
    private static readonly Option<string?> Urls = new("--urls") { Description = "Where to listen, several between semicolons; 'http://127.0.0.1:PORT' unless said", HelpName = "URLS" };
    private static readonly Option<string?> Store = new("--store") { Description = $"The store; {ConnectionVariable} of the environment unless said", HelpName = "CONNECTION" };
    private static readonly Option<string?> World = new("--world") { Description = "With --demo: write who and what is in it to this file", HelpName = "FILE" };

    private static readonly Option<string?> Prepare = new("--prepare") { Description = "With --demo: only make the world ready in this folder and end; the build does it, so that a start finds it", HelpName = "DIR" };

    public static Command Create()
    {
        var command = new Command("serve", "Run the portal: feedback pages, downloads, access, targeted review") { Demo, Port, Urls, Store, World, Prepare };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var urls = parsed.GetValue(Urls) ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? $"http://127.0.0.1:{parsed.GetValue(Port) ?? DefaultPort}";
        var book = LawOnDisk.Open();
        if (parsed.GetValue(Demo))
        {
            if (parsed.GetValue(Prepare) is { } prepared)
            {
                new PreparedWorld(book, prepared).Keep(new(book)).GetAwaiter().GetResult();
                return ExitCode.Done;
            }

            return RunDemo(book, urls, parsed.GetValue(World));
        }

        var connection = parsed.GetValue(Store) ?? Environment.GetEnvironmentVariable(ConnectionVariable)
            ?? throw new Refused(ProblemCode.STORE_NOT_REACHABLE, "$.store", $"Name the store with --store or in {ConnectionVariable}, or try 'openqpp serve --demo'.");
        return StoreConnection.With(connection, database =>
        {
            new StoreSchema(database).MustBeNewest();
            return Serve(database, book, DemoSignIns.None, urls, _ => { });
        });
    }

    private static int RunDemo(LawBook book, string urls, string? worldFile)
    {
        var folder = Directory.CreateTempSubdirectory("openqpp-demo-").FullName;
        try
        {
            var world = new DemoWorld(book);
            using var database = new PreparedWorld(book, AppContext.BaseDirectory).Bring(world, folder, DateTimeOffset.UtcNow).GetAwaiter().GetResult();
            return Serve(database, book, world.SignIns, urls, addresses =>
            {
                Tell(world, addresses);
                if (worldFile is not null)
                {
                    DemoWorldFile.Write(worldFile, world, new PortalStore(database), addresses[0], DateTimeOffset.UtcNow).GetAwaiter().GetResult();
                }
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Serve(StoreDatabase database, LawBook book, DemoSignIns demo, string urls, Action<IReadOnlyList<string>> started)
    {
        using var app = Built(database, book, demo, urls);
        app.StartAsync().GetAwaiter().GetResult();
        var addresses = PortalServer.Addresses(app);
        Console.WriteLine($"OpenQPP listens on {string.Join(", ", addresses)}");
        started(addresses);
        Microsoft.Extensions.Hosting.HostingAbstractionsHostExtensions.WaitForShutdown(app);
        return ExitCode.Done;
    }

    private static Microsoft.AspNetCore.Builder.WebApplication Built(StoreDatabase database, LawBook book, DemoSignIns demo, string urls)
    {
        try
        {
            return PortalServer.Build(database, book, demo, urls);
        }
        catch (PortalSettingsException fault)
        {
            throw new Refused([.. fault.Problems.Select(problem => new Problem(ProblemCode.SETTING_NOT_VALID, "$", problem))]);
        }
    }

    private static void Tell(DemoWorld world, IReadOnlyList<string> addresses)
    {
        var screen = new Screen();
        screen.Line("A made-up world: nobody in it exists, and all of it is gone when the server stops.");
        screen.Line($"Open {addresses[0]}/sign-in and choose whose eyes to look through, or sign in with the password {world.Password}:");
        screen.Table(["User", "Roles"], [.. world.SignIns.People.Select(person => (string[])[person.User, person.Says])]);
        screen.Line("Ctrl+C stops it.");
    }
}
