using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using OpenQpp.Law;
using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>
/// The demonstration world made ahead of time, by the build: a store in a file whose name says by which program and under which law it
/// was made. Another program or law does not find it, and makes the world itself.
/// </summary>
/// <param name="book">The law of all years.</param>
/// <param name="folder">The folder of such files.</param>
public sealed class PreparedWorld(LawBook book, string folder)
{
    private const string Prefix = "demo-";
    private const string Suffix = ".world";
    private const int KeyLength = 16;

    /// <summary>The file in which the world of this program stands, or would stand.</summary>
    public string File => Path.Combine(folder, $"{Prefix}{Key()}{Suffix}");

    /// <summary>Makes the file where it is not there; those of other programs go.</summary>
    /// <param name="world">Makes the world.</param>
    public async Task Keep(DemoWorld world)
    {
        var file = File;
        if (System.IO.File.Exists(file))
        {
            return;
        }

        var made = Directory.CreateTempSubdirectory("openqpp-world-").FullName;
        try
        {
            var path = Path.Combine(made, "world.db");
            using (var database = StoreDatabase.Open($"Data Source={path}"))
            {
                await Make(world, database, made);
            }

            foreach (var old in Directory.GetFiles(folder, $"{Prefix}*{Suffix}"))
            {
                System.IO.File.Delete(old);
            }

            System.IO.File.Move(path, file + ".part", overwrite: true);
            System.IO.File.Move(file + ".part", file, overwrite: true);
        }
        finally
        {
            Directory.Delete(made, recursive: true);
        }
    }

    /// <summary>The world in a store of its own: a copy of the file, or made anew where there is none.</summary>
    /// <param name="world">Makes the world.</param>
    /// <param name="own">An empty folder, in which the store stands.</param>
    /// <param name="now">The time.</param>
    public async Task<StoreDatabase> Bring(DemoWorld world, string own, DateTimeOffset now)
    {
        var (path, file) = (Path.Combine(own, "demo.db"), File);
        var isThere = System.IO.File.Exists(file);
        if (isThere)
        {
            System.IO.File.Copy(file, path);
        }

        var database = StoreDatabase.Open($"Data Source={path}");
        if (!isThere)
        {
            await Make(world, database, own);
        }

        await world.Open(database, now);
        return database;
    }

    private static Task Make(DemoWorld world, StoreDatabase database, string own)
    {
        new StoreSchema(database).Migrate(DemoWorld.Prepared);
        return world.Prepare(database, Path.Combine(own, "runs"));
    }

    /// <summary>What tells programs apart: the id that the compiler gave each module by what it holds, and the law.</summary>
    private string Key()
    {
        var names = new SortedDictionary<string, Guid>(StringComparer.Ordinal);
        Note(Assembly.GetExecutingAssembly(), names);
        var all = string.Join(' ', names.Select(module => $"{module.Key}={module.Value:N}").Concat(DemoWorld.Years.Select(year => book.Of(year).Hash)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..KeyLength];
    }

    private static void Note(Assembly assembly, SortedDictionary<string, Guid> names)
    {
        if (names.TryAdd(assembly.GetName().Name!, assembly.ManifestModule.ModuleVersionId))
        {
            foreach (var name in assembly.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("OpenQpp.", StringComparison.Ordinal)))
            {
                Note(Assembly.Load(name), names);
            }
        }
    }
}
