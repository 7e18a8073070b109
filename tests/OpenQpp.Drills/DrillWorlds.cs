using OpenQpp.Explanations;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Population;
using OpenQpp.Store;
using OpenQpp.Stores;
using OpenQpp.Vocabulary;
using OpenQpp.Web;
using OpenQpp.YearRun;
using Xunit;

namespace OpenQpp.Drills;

/// <summary>
/// What all drills share: the demonstration world in a backup, the output of another run of a year, and a law under which requests for
/// targeted review of that year can be made for many years to come.
/// </summary>
public sealed class DrillWorlds : IAsyncLifetime
{
    /// <summary>The performance year of the drills.</summary>
    public const int Year = 2024;

    private const int Clinicians = 300;
    private const int Seed = 6;

    private readonly string folder = Directory.CreateTempSubdirectory("openqpp-drills-").FullName;
    private int stores;

    /// <summary>The law of the servers.</summary>
    public string Law => Path.Combine(folder, "law.pack");

    /// <summary>The input of a run of the year.</summary>
    public string In => Path.Combine(folder, "in");

    /// <summary>Its output.</summary>
    public string Out => Path.Combine(folder, "out");

    private string Backup => Path.Combine(folder, "world.backup");

    private DemoWorld World { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        PackLaw();
        var book = new LawBook(PackedLaw.Open(Path.Combine(AppContext.BaseDirectory, "law.pack")));
        World = new(book);
        var own = Directory.CreateDirectory(Path.Combine(folder, "world")).FullName;
        using (var database = await new PreparedWorld(book, Programs.Folder("OpenQpp.Cli")).Bring(World, own, DateTimeOffset.UtcNow))
        {
            new StoreBackup(database, new Progress(null)).Write(Backup, DateTimeOffset.UtcNow);
        }

        new NationGenerator(book, new(Year), Clinicians, Seed).Write(In);
        var problems = new ProblemList();
        _ = new NationalRun(new(In, Out, 2) { ForPortal = true, AllowSynthetic = true }, book, book.Of(new(Year)), null, new Progress(null)).Run(problems);
        Assert.Empty(problems.Found);
    }

    /// <summary>A store of a kind with the world in it.</summary>
    internal DrillWorld Of(string kind)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, $"{++stores}")).FullName;
        var connection = kind == DrillWorld.Sqlite ? $"Data Source={Path.Combine(own, "store.db")}" : PostgreSqlServer.NewDatabase();
        var database = StoreDatabase.Open(connection);
        new StoreBackup(database, new Progress(null)).Restore(Backup, DateTimeOffset.UtcNow);
        return new(this, connection, database, own, World.People, World.Password);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private void PackLaw()
    {
        var copy = Path.Combine(folder, "law");
        foreach (var path in Directory.GetFiles(Path.Combine(Root.Folder, "law"), "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(Path.Combine(Root.Folder, "law"), path));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(path, to);
        }

        var closes = Path.Combine(copy, "parameters", "targeted-review", "closes.yaml");
        File.WriteAllLines(closes, [.. File.ReadAllLines(closes).Select(line => line.StartsWith($"  {Year}: ", StringComparison.Ordinal) ? $"  {Year}: {{ value: \"2999-11-14T20:00:00-05:00\", source: \"made up\" }}" : line)]);
        Programs.PackLaw(copy, Law, Path.Combine(folder, "packing.log"));
    }
}
