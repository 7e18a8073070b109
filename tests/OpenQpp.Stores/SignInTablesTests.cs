using OpenQpp.Store;
using Xunit;

namespace OpenQpp.Stores;

/// <summary>Sessions, codes, passkeys and the seals of the audit log, on every database.</summary>
public sealed class SignInTablesTests
{
    private static readonly DateTimeOffset Now = TestStore.Now;

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task ASessionStandsWhileTheStampDoes(string kind)
    {
        using var store = new TestStore(kind);
        var (people, sessions) = (new People(store.Database), new Sessions(store.Database));
        var person = await Added(store, "somebody");
        var session = new PersonSession(OpaqueId.New(), person.Id, "password", true, "Firefox on Linux", Now) { Stamp = person.SecurityStamp! };
        await sessions.Add(session);
        Assert.Equal(session, await sessions.Standing(session.Id, person.Id));
        Assert.Null(await sessions.Standing(session.Id, "somebody else"));
        await sessions.Seen(session.Id, Now.AddMinutes(5));
        Assert.Single(await sessions.OfPerson(person.Id, Now.AddHours(-1), Now.AddMinutes(4)));
        Assert.Empty(await sessions.OfPerson(person.Id, Now.AddHours(-1), Now.AddMinutes(5)));
        await people.Change(person with { SecurityStamp = "another" });
        Assert.Null(await sessions.Standing(session.Id, person.Id));
        Assert.Empty(await sessions.OfPerson(person.Id, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch));
        Assert.Equal(0, await sessions.EndOld(Now, Now));
        Assert.Equal(1, await sessions.EndOld(Now, Now.AddMinutes(6)));
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task ACodeIsTakenOnceByManyAtOnce(string kind)
    {
        using var store = new TestStore(kind);
        var (people, invitations) = (new People(store.Database), new Invitations(store.Database));
        var person = await Added(store, "somebody");
        var code = await invitations.Make(person.Id, Now);
        Assert.Equal(1, (await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => invitations.Use(person.Id, code, Now))))).Count(isUsed => isUsed));
        Assert.Equal(1, (await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => people.TakeCode(person.Id, 7))))).Count(isTaken => isTaken));
        Assert.False(await people.TakeCode(person.Id, 6));
        Assert.True(await people.TakeCode(person.Id, 8));
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task PasskeysAreNamedUsedAndRemovedByTheirOwnerAlone(string kind)
    {
        using var store = new TestStore(kind);
        var passkeys = new Passkeys(store.Database);
        var (one, two) = (await Added(store, "one"), await Added(store, "two"));
        Assert.True(await passkeys.Put(new("id", one.Id, "Phone", Now, 1, [1, 2])));
        Assert.False(await passkeys.Put(new("id", two.Id, "Phone", Now, 9, [3])));
        Assert.False(await passkeys.Rename(two.Id, "id", "Mine"));
        Assert.True(await passkeys.Rename(one.Id, "id", "Key"));
        await passkeys.Used("id", Now.AddDays(1));
        Assert.True(await passkeys.Put(new("id", one.Id, "Key", Now, 2, [1, 2])));
        var kept = Assert.Single(await passkeys.OfPerson(one.Id));
        Assert.Equal(("Key", 2L, Now.AddDays(1)), (kept.Name, kept.SignCount, kept.UsedAt));
        Assert.False(await passkeys.Remove(two.Id, "id"));
        Assert.True(await passkeys.Remove(one.Id, "id"));
    }

    [Theory]
    [InlineData("UPDATE audit SET outcome = 'granted' WHERE id = 2")]
    [InlineData("DELETE FROM audit WHERE id = 2")]
    [InlineData("UPDATE audit SET detail = '' WHERE id = 2")]
    [InlineData("UPDATE audit_seal SET hash = 'f' WHERE through_id = 3")]
    [InlineData("DELETE FROM audit_seal WHERE through_id = 6")]
    public async Task WhoeverChangesTheLogBreaksItsSeals(string sql)
    {
        foreach (var row in TestStore.Kinds)
        {
            using var store = new TestStore(row.Data);
            var (log, seals) = (new AuditLog(store.Database), new AuditSeals(store.Database));
            for (var number = 0; number < 9; number++)
            {
                await log.Append(new(Now.AddHours(number / 3), "somebody", "view", "help", "denied"));
                if (number % 3 == 2)
                {
                    Assert.NotNull(await seals.Seal(Now.AddHours(number / 3).AddMinutes(6)));
                    Assert.Null(await seals.Seal(Now.AddHours(number / 3).AddMinutes(6)));
                }
            }

            var whole = await seals.Check();
            Assert.Equal((3L, 9L, (long?)null), (whole.Seals, whole.Rows, whole.BrokenAt));
            store.Execute(sql);
            Assert.NotNull((await seals.Check()).BrokenAt);
        }
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task ManySealAtOnceAndOneWins(string kind)
    {
        using var store = new TestStore(kind);
        var (log, seals) = (new AuditLog(store.Database), new AuditSeals(store.Database));
        await log.Append(new(Now, null, "view", "help", "granted"));
        Assert.Single((await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => seals.Seal(Now.AddHours(1)))))).OfType<AuditSeal>());
        Assert.Null((await seals.Check()).BrokenAt);
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task AClosedAccountLeavesNoNameAndNoWayIn(string kind)
    {
        using var store = new TestStore(kind);
        var people = new People(store.Database);
        var person = await Added(store, "somebody");
        await new Passkeys(store.Database).Put(new("id", person.Id, "Phone", Now, 1, [1]));
        await people.Close(person.Id, Now, new(Now, person.Id, "close-account", "role-request", "done"));
        var left = (await people.ById(person.Id))!;
        Assert.Equal((null, null, null, null), (left.DisplayName, left.PasswordHash, left.ExternalIssuer, left.AuthenticatorKey));
        Assert.Null(await people.ByExternal("https://issuer.example", "somebody"));
        Assert.Empty(await new Passkeys(store.Database).OfPerson(person.Id));
    }

    private static async Task<Person> Added(TestStore store, string name) =>
        (await new People(store.Database).Add(new(OpaqueId.New(), name, name.ToUpperInvariant()) { DisplayName = name, SecurityStamp = "stamp", ExternalIssuer = "https://issuer.example", ExternalSubject = name, CreatedAt = Now }))!;
}
