using System.IO.Compression;
using OpenQpp.Store;
using OpenQpp.YearRun;
using Xunit;

namespace OpenQpp.Stores;

/// <summary>A backup restores everything, into either database, or nothing.</summary>
public sealed class BackupTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Ways => new() { { TestStore.Sqlite, TestStore.Sqlite }, { TestStore.Sqlite, TestStore.PostgreSql }, { TestStore.PostgreSql, TestStore.PostgreSql }, { TestStore.PostgreSql, TestStore.Sqlite } };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task AStoreComesBackAsItWas(string from, string to)
    {
        using var store = new TestStore(from);
        await Fill(store);
        var path = store.At("backup.zip");
        var rows = new StoreBackup(store.Database, new Progress(null)).Write(path, TestStore.Now);
        using var other = new TestStore(to, migrated: to is TestStore.Sqlite);
        Assert.Equal(rows, new StoreBackup(other.Database, new Progress(null)).Restore(path, TestStore.Now));
        Assert.Equal(Held(store), Held(other));

        // It goes on from there: numbers follow those that were restored, ids are found again.
        var next = PublishedNation.Publish(other).Run;
        Assert.Equal((2, 2), (next.Id, next.Version));
        Assert.Equal(2, CountedServices.Publish(other, CountedServices.Folder(other)).Published!.Version);
        Assert.Equal(store.Rows("owner")["owner"], other.Rows("owner")["owner"]);
        await new AuditLog(other.Database).Append(new(TestStore.Now, null, "view", "lookup", "granted") { LogOrganizationId = "o" }, Now);
        Assert.Equal(2, (await new AuditLog(other.Database).OfOrganization("o", new(0, 9), Now)).Total);
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task AStoreThatHoldsSomethingIsNotOverwritten(string kind)
    {
        using var store = new TestStore(TestStore.Sqlite);
        await Fill(store);
        var path = store.At("backup.zip");
        new StoreBackup(store.Database, new Progress(null)).Write(path, TestStore.Now);
        using var other = new TestStore(kind);
        await new KeyRing(other.Database).Add(new("k", "<key/>", TestStore.Now), Now);
        var before = Held(other);
        Assert.Equal(StoreFault.NotEmpty, Assert.Throws<StoreException>(() => new StoreBackup(other.Database, new Progress(null)).Restore(path, TestStore.Now)).Fault);
        Assert.Equal(before, Held(other));
        using var foreign = new TestStore(kind, migrated: false);
        foreign.Execute("CREATE TABLE somebody_elses (id BIGINT)");
        Assert.Equal(StoreFault.NotEmpty, Assert.Throws<StoreException>(() => new StoreBackup(foreign.Database, new Progress(null)).Restore(path, TestStore.Now)).Fault);
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task ADamagedBackupRestoresNothing(string kind)
    {
        using var store = new TestStore(TestStore.Sqlite);
        await Fill(store);
        var whole = store.At("backup.zip");
        new StoreBackup(store.Database, new Progress(null)).Write(whole, TestStore.Now);
        using var other = new TestStore(kind, migrated: false);
        foreach (var (name, spoil) in Damages())
        {
            var path = store.At(name);
            File.Copy(whole, path);
            spoil(path);
            var fault = Assert.Throws<StoreException>(() => new StoreBackup(other.Database, new Progress(null)).Restore(path, TestStore.Now)).Fault;
            Assert.Equal(name is "newer" ? StoreFault.NewSchema : StoreFault.DamagedBackup, fault);
        }

        new StoreBackup(other.Database, new Progress(null)).Restore(whole, TestStore.Now);
        Assert.Equal(Held(store), Held(other));
    }

    /// <summary>The former file stays until the new one is whole.</summary>
    [Fact]
    public async Task AFileIsReplacedWhole()
    {
        using var store = new TestStore(TestStore.Sqlite);
        await Fill(store);
        var path = store.At("backup.zip");
        File.WriteAllText(path, "former");
        using (var held = new TestStore(TestStore.Sqlite, migrated: false))
        {
            Assert.Throws<StoreException>(() => new StoreBackup(held.Database, new Progress(null)).Write(path, TestStore.Now));
        }

        Assert.Equal("former", File.ReadAllText(path));
        new StoreBackup(store.Database, new Progress(null)).Write(path, TestStore.Now);
        using var zip = ZipFile.OpenRead(path);
        Assert.Equal(StoreSchema.TablesOf(StoreSchema.Newest).Select(table => $"{table}.ndjson").Append("manifest.json"), zip.Entries.Select(entry => entry.FullName));
        Assert.False(File.Exists(path + ".part"));
    }

    private static IEnumerable<(string Name, Action<string> Spoil)> Damages()
    {
        yield return ("no-zip", path => File.WriteAllText(path, "PK no zip"));
        yield return ("cut", path => File.WriteAllBytes(path, File.ReadAllBytes(path)[..1000]));
        yield return ("no-manifest", path => Change(path, "manifest.json", null));
        yield return ("no-table", path => Change(path, "score.ndjson", null));
        yield return ("changed", path => Change(path, "score.ndjson", text => text.Replace("\"group\"", "\"apmEntity\"")));
        yield return ("shorter", path => Change(path, "score.ndjson", text => text[(text.IndexOf('\n') + 1)..]));
        yield return ("no-rows", path => Change(path, "owner.ndjson", _ => "[1,\n"));
        yield return ("newer", path => Change(path, "manifest.json", text => text.Replace($"\"schema\": {StoreSchema.Newest}", $"\"schema\": {StoreSchema.Newest + 1}")));
    }

    private static void Change(string path, string name, Func<string, string>? change)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        var entry = zip.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
        {
            text = reader.ReadToEnd();
        }

        entry.Delete();
        if (change is not null)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(change(text));
        }
    }

    /// <summary>A published nation, people, a request with a document, a line in the log: bytes, texts, numbers and nothing.</summary>
    private static async Task Fill(TestStore store)
    {
        PublishedNation.Publish(store, TestStore.Now);
        CountedServices.Publish(store, CountedServices.Folder(store));
        var ada = (await new People(store.Database).Add(PeopleTests.Somebody("ada") with { DisplayName = "Ada \"Éxample\"\n" }, Now))!;
        var owner = (await store.Database.All("SELECT id, kind FROM owner WHERE kind = 'practices' ORDER BY id LIMIT 1", null, row => StoredOwner.OwnerOf(row, "kind", "id"), Now))[0];
        var entry = new AuditEntry(TestStore.Now, ada.Id, "begin", "targeted-review", "done") { LogOrganizationId = "o" };
        var review = await new Reviews(store.Database).Begin(new("", new(2024), owner, ada.Id, "practice-staff", null, "", [], "", TestStore.Now, null, null, null), entry, Now);
        await new ReviewDocuments(store.Database).Add(review, "draft", [("a.png", "image/png", [0, 255, 10, 13])], 100, ada.Id, TestStore.Now, entry with { LogOrganizationId = null }, Now);
    }

    private static IReadOnlyDictionary<string, string[]> Held(TestStore store) => store.Rows([.. StoreSchema.TablesOf(StoreSchema.Newest)]);
}
