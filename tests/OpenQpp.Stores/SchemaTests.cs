using OpenQpp.Store;
using Xunit;

namespace OpenQpp.Stores;

/// <summary>A store comes from any schema to the newest one with all that is in it, and no further.</summary>
public sealed class SchemaTests
{
    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public void AStoreOfAnOlderSchemaKeepsItsRows(string kind)
    {
        for (var number = 1L; number < StoreSchema.Newest; number++)
        {
            using var store = new TestStore(kind, migrated: false);
            var schema = new StoreSchema(store.Database);
            Assert.Equal(number, schema.Migrate(TestStore.Now, number));
            store.Execute("INSERT INTO owner (id, kind, identifier) VALUES ('AAAAAAAAAAAAAAAAAAAAAA', 'practices', '000007280')");
            store.Execute("INSERT INTO run (year, version, law_hash, engine, scaling, loaded_at_us, state) VALUES (2024, 1, 'l', 'e', '{}', 1, 'complete')");
            store.Execute("INSERT INTO score (run_id, owner_id, participation_option, final_score_e2, rejected) VALUES (1, 'AAAAAAAAAAAAAAAAAAAAAA', 'group', 7580, 0)");
            if (number >= 2)
            {
                store.Execute("INSERT INTO data_protection_key (id, body, created_at_us) VALUES ('k', '<key/>', 5)");
            }

            if (number >= 4)
            {
                store.Execute("INSERT INTO person (id, user_name, normalized_user_name, email_confirmed, concurrency_stamp, two_factor, lockout_enabled, access_failures, created_at_us) VALUES ('p', 'anna', 'ANNA', 0, 'c', 0, 1, 0, 3)");
                store.Execute("INSERT INTO registration (id, year, owner_id, kind, choice, irrevocable, person_id, at_us) VALUES ('r', 2024, 'AAAAAAAAAAAAAAAAAAAAAA', 'pathway', 'M0001', 0, 'p', 7)");
            }

            if (number >= 5)
            {
                store.Execute("INSERT INTO attempt (origin, minute, attempts) VALUES ('h', 9, 2)");
            }

            var before = store.Rows([.. StoreSchema.TablesOf(number)]);
            Assert.Throws<StoreException>(schema.MustBeNewest);
            Assert.Equal(StoreSchema.Newest - number, schema.Migrate(TestStore.Now));
            schema.MustBeNewest();
            Assert.Equal(before, store.Rows([.. StoreSchema.TablesOf(number)]));
            Assert.All(store.Rows([.. StoreSchema.TablesOf(StoreSchema.Newest).Except(StoreSchema.TablesOf(number))]), table => Assert.Empty(table.Value));
        }
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public void ASecondTimeThereIsNothingToDo(string kind)
    {
        using var store = new TestStore(kind);
        Assert.Equal(0, new StoreSchema(store.Database).Migrate(TestStore.Now));
    }

    /// <summary>Several servers start at the same moment: one of them takes the steps.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task SeveralMayAskAtOnce(string kind)
    {
        using var store = new TestStore(kind, migrated: false);
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new StoreSchema(store.Database).Migrate(TestStore.Now))));
        Assert.Equal(StoreSchema.Newest, taken.Sum());
        Assert.Equal(StoreSchema.Newest, taken.Max());
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public void AChangedStepIsRefused(string kind)
    {
        using var store = new TestStore(kind);
        store.Execute("UPDATE schema_version SET hash = 'another' WHERE number = 1");
        Assert.Equal(StoreFault.OtherSchema, Assert.Throws<StoreException>(() => new StoreSchema(store.Database).Migrate(TestStore.Now)).Fault);
        Assert.Equal(StoreFault.OtherSchema, Assert.Throws<StoreException>(new StoreSchema(store.Database).MustBeNewest).Fault);
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public void ANewerStoreIsRefused(string kind)
    {
        using var store = new TestStore(kind);
        store.Execute($"INSERT INTO schema_version (number, name, hash, applied_at_us) VALUES ({StoreSchema.Newest + 1}, 'later', 'h', 1)");
        Assert.Equal(StoreFault.NewSchema, Assert.Throws<StoreException>(() => new StoreSchema(store.Database).Migrate(TestStore.Now)).Fault);
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public void AnEmptyDatabaseIsNoStore(string kind)
    {
        using var store = new TestStore(kind, migrated: false);
        Assert.Equal(StoreFault.OldSchema, Assert.Throws<StoreException>(new StoreSchema(store.Database).MustBeNewest).Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Server=somewhere")]
    [InlineData("no connection at all")]
    [InlineData("Data Source=:memory:")]
    public void WhatIsNoConnectionIsRefused(string connection) => Assert.Throws<ArgumentException>(() => StoreDatabase.Open(connection));
}
