using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.Stores;

/// <summary>People, their keys, their roles and what they did.</summary>
public sealed class PeopleTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task APersonComesBackAsAdded(string kind)
    {
        using var store = new TestStore(kind);
        var people = new People(store.Database);
        var person = Somebody("ada") with
        {
            DisplayName = "Ada Example",
            Email = "ada@example.org",
            NormalizedEmail = "ADA@EXAMPLE.ORG",
            EmailConfirmed = true,
            PasswordHash = "hash",
            SecurityStamp = "stamp",
            AuthenticatorKey = "key",
            RecoveryCodes = "a;b",
            TwoFactor = true,
            LockoutEnd = TestStore.Now.AddHours(1),
            AccessFailures = 3,
            ExternalIssuer = "https://id.example.org",
            ExternalSubject = "42",
        };
        var added = (await people.Add(person, Now))!;
        Assert.Equal(person with { ConcurrencyStamp = added.ConcurrencyStamp }, added);
        Assert.Equal(added, await people.ById(person.Id, Now));
        Assert.Equal(added, await people.ByName("ADA", Now));
        Assert.Equal(added, await people.ByEmail("ADA@EXAMPLE.ORG", Now));
        Assert.Equal(added, await people.ByExternal("https://id.example.org", "42", Now));
        Assert.Equal([added], await people.ByIds([person.Id, "nobody"], Now));
        Assert.Null(await people.ById("nobody", Now));
        Assert.Null(await people.Add(Somebody("other") with { NormalizedUserName = "ADA" }, Now));
        Assert.Null(await people.Add(Somebody("other") with { ExternalIssuer = "https://id.example.org", ExternalSubject = "42" }, Now));
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task OfTwoWhoChangeAPersonTheSecondIsRefused(string kind)
    {
        using var store = new TestStore(kind);
        var people = new People(store.Database);
        var read = (await people.Add(Somebody("ada"), Now))!;
        var changed = (await people.Change(read with { DisplayName = "Ada", AccessFailures = 1 }, Now))!;
        Assert.Null(await people.Change(read with { DisplayName = "Other" }, Now));
        Assert.Equal(changed, await people.ById(read.Id, Now));
        Assert.NotEqual(read.ConcurrencyStamp, changed.ConcurrencyStamp);
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task PasskeysBelongToOnePerson(string kind)
    {
        using var store = new TestStore(kind);
        var (people, passkeys) = (new People(store.Database), new Passkeys(store.Database));
        var (ada, bob) = ((await people.Add(Somebody("ada"), Now))!, (await people.Add(Somebody("bob"), Now))!);
        var passkey = new Passkey("Y3JlZA", ada.Id, "phone", TestStore.Now, 1, [1, 2, 3]);
        Assert.True(await passkeys.Put(passkey, Now));
        Assert.True(await passkeys.Put(passkey with { SignCount = 2, Name = "new phone" }, Now));
        Assert.False(await passkeys.Put(passkey with { PersonId = bob.Id }, Now));
        var kept = Assert.Single(await passkeys.OfPerson(ada.Id, Now));
        Assert.Equal((2, "new phone", ada.Id), (kept.SignCount, kept.Name, kept.PersonId));
        Assert.Equal([1, 2, 3], (await passkeys.ById("Y3JlZA", Now))!.Body);
        Assert.False(await passkeys.Remove(bob.Id, "Y3JlZA", Now));
        Assert.True(await passkeys.Remove(ada.Id, "Y3JlZA", Now));
        Assert.Null(await passkeys.ById("Y3JlZA", Now));
    }

    /// <summary>Asked for, approved, removed, asked for again: at every moment the roles held are the approved ones.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task ARoleIsHeldFromApprovalToRemoval(string kind)
    {
        using var store = new TestStore(kind);
        var (people, roles, log) = (new People(store.Database), new Roles(store.Database), new AuditLog(store.Database));
        var (ada, official) = ((await people.Add(Somebody("ada"), Now))!, (await people.Add(Somebody("bob"), Now))!);
        var practice = new OrganizationId(OrganizationKind.Practice, Practice(store, "000007280"));
        var staff = HeldRole.StaffOf(practice);
        AuditEntry Entry(string action) => new(TestStore.Now, ada.Id, action, "access-requests", "done") { LogOrganizationId = practice.Id };

        var id = await roles.Request(ada.Id, staff, TestStore.Now, Entry("request"), Now);
        Assert.NotNull(id);
        Assert.Null(await roles.Request(ada.Id, staff, TestStore.Now, Entry("request again"), Now));
        Assert.NotNull(await roles.Request(ada.Id, HeldRole.ClinicianOf(Npi.Of("1234567893")), TestStore.Now, Entry("request clinician"), Now));
        Assert.Null(await roles.Request(ada.Id, HeldRole.StaffOf(new(OrganizationKind.Registry, practice.Id)), TestStore.Now, Entry("wrong kind"), Now));
        Assert.Empty(await roles.Approved(ada.Id, Now));
        Assert.Equal(id, Assert.Single(await roles.OfOrganization(practice.Id, RoleState.Requested, Now)).Id);

        Assert.False(await roles.Decide(id!, RoleState.Approved, RoleState.Removed, official.Id, TestStore.Now, Entry("too early"), Now));
        Assert.True(await roles.Decide(id!, RoleState.Requested, RoleState.Approved, official.Id, TestStore.Now, Entry("approve"), Now));
        Assert.False(await roles.Decide(id!, RoleState.Requested, RoleState.Denied, official.Id, TestStore.Now, Entry("too late"), Now));
        Assert.Equal([staff], await roles.Approved(ada.Id, Now));
        Assert.Equal(practice, Assert.Single(await roles.Approved(ada.Id, Now)).Organization);

        Assert.True(await roles.Decide(id!, RoleState.Approved, RoleState.Removed, official.Id, TestStore.Now, Entry("remove"), Now));
        Assert.Empty(await roles.Approved(ada.Id, Now));
        Assert.Equal((RoleState.Removed, official.Id), ((await roles.ById(id!, Now))!.State, (await roles.ById(id!, Now))!.DecidedBy));
        Assert.NotNull(await roles.Request(ada.Id, staff, TestStore.Now.AddDays(1), Entry("request anew"), Now));
        Assert.Equal(3, (await roles.OfPerson(ada.Id, Now)).Count);
        await Assert.ThrowsAsync<ArgumentException>(() => roles.Decide(id!, RoleState.Removed, RoleState.Approved, official.Id, TestStore.Now, Entry("never"), Now));

        // Only what happened stands in the log.
        var entries = await log.OfOrganization(practice.Id, new(0, 50), Now);
        Assert.Equal(["request anew", "remove", "approve", "request clinician", "request"], entries.Rows.Select(entry => entry.Action));
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task OrganizationsOfAPersonAreThoseOfApprovedRoles(string kind)
    {
        using var store = new TestStore(kind);
        PublishedNation.Publish(store);
        var (people, roles, organizations) = (new People(store.Database), new Roles(store.Database), new Organizations(store.Database));
        var ada = (await people.Add(Somebody("ada"), Now))!;
        var found = (await organizations.Search(OrganizationKind.Practice, "", new(0, 3), Now)).Rows;
        var entry = new AuditEntry(TestStore.Now, ada.Id, "request", "access-requests", "done");
        var first = await roles.Request(ada.Id, HeldRole.StaffOf(found[0].Id), TestStore.Now, entry, Now);
        await roles.Request(ada.Id, HeldRole.StaffOf(found[1].Id), TestStore.Now, entry, Now);
        Assert.Empty(await organizations.OfPerson(ada.Id, Now));
        await roles.Decide(first!, RoleState.Requested, RoleState.Approved, ada.Id, TestStore.Now, entry, Now);
        Assert.Equal([found[0]], await organizations.OfPerson(ada.Id, Now));
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task TheLogIsReadPageByPageTheNewestFirst(string kind)
    {
        using var store = new TestStore(kind);
        var log = new AuditLog(store.Database);
        for (var number = 0; number < 7; number++)
        {
            await log.Append(new AuditEntry(TestStore.Now.AddSeconds(number / 2), number % 2 == 0 ? "p" : null, $"view-{number}", "group-feedback", "granted") { LogOrganizationId = "o", Year = 2024, OwnerId = "w", Role = "practice-staff", RoleOrganizationId = "o", Detail = "d" }, Now);
        }

        var first = await log.OfOrganization("o", PageOf.Number(1, 3), Now);
        Assert.Equal((7, 1, 3), (first.Total, first.First, first.Last));
        Assert.Equal(["view-6", "view-5", "view-4"], first.Rows.Select(entry => entry.Action));
        Assert.Equal(["view-0"], (await log.OfOrganization("o", PageOf.Number(3, 3), Now)).Rows.Select(entry => entry.Action));
        Assert.Equal(4, (await log.OfPerson("p", new(0, 9), Now)).Total);
        Assert.Equal((2024, "w", "practice-staff", "o", "d", TestStore.Now.AddSeconds(3)), (first.Rows[0].Year!.Value, first.Rows[0].OwnerId!, first.Rows[0].Role!, first.Rows[0].RoleOrganizationId!, first.Rows[0].Detail!, first.Rows[0].At));
        Assert.Empty((await log.OfOrganization("nobody", new(0, 9), Now)).Rows);
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task KeysAndAcknowledgementsAreKeptOnce(string kind)
    {
        using var store = new TestStore(kind);
        var (ring, read, people) = (new KeyRing(store.Database), new Acknowledgements(store.Database), new People(store.Database));
        var key = new RingKey("k1", "<key/>", TestStore.Now);
        await ring.Add(key, Now);
        await ring.Add(key with { Body = "<other/>" }, Now);
        Assert.Equal([key], await ring.All(Now));
        var ada = (await people.Add(Somebody("ada"), Now))!;
        Assert.False(await read.Has(ada.Id, new(2024), Now));
        await read.Add(ada.Id, new(2024), TestStore.Now, Now);
        await read.Add(ada.Id, new(2024), TestStore.Now, Now);
        Assert.True(await read.Has(ada.Id, new(2024), Now));
        Assert.False(await read.Has(ada.Id, new(2023), Now));
    }

    internal static Person Somebody(string name) => new(OpaqueId.New(), name, name.ToUpperInvariant()) { CreatedAt = TestStore.Now };

    /// <summary>A practice that is known; the answer is its id.</summary>
    internal static string Practice(TestStore store, string tin)
    {
        var id = OpaqueId.New();
        store.Execute($"INSERT INTO owner (id, kind, identifier) VALUES ('{id}', 'practices', '{tin}')");
        return id;
    }
}
