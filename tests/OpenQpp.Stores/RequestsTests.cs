using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using Xunit;

namespace OpenQpp.Stores;

/// <summary>Requests go from state to state once, with a line in the log for each step that was taken.</summary>
public sealed class RequestsTests
{
    private static readonly PerformanceYear Year = new(2024);
    private static readonly DateTimeOffset At = TestStore.Now;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task AReviewGoesFromDraftToDecision(string kind)
    {
        using var store = new TestStore(kind);
        var (reviews, ada, owner) = (new Reviews(store.Database), await Ada(store), new OwnerId(OwnerKind.Practice, PeopleTests.Practice(store, "000007280")));
        var id = await reviews.Begin(Draft(owner, ada), Entry(ada, "begin"), Now);
        Assert.True(await reviews.ChangeDraft(id, ["calculation", "other"], "cost measure", Now));
        Assert.Empty(await reviews.OfOwner(owner.Id, Year, "somebody else", Now));
        Assert.Single(await reviews.OfOwner(owner.Id, Year, ada, Now));
        Assert.Equal(0, (await reviews.InStates(["draft"], new(0, 9), Now)).Total);

        Assert.True(await reviews.Take(id, new("draft", "submitted", ada, At.AddMinutes(1)), Entry(ada, "submit"), Now));
        Assert.False(await reviews.Take(id, new("draft", "submitted", ada, At.AddMinutes(2)), Entry(ada, "submit again"), Now));
        Assert.False(await reviews.ChangeDraft(id, [], "", Now));
        Assert.True(await reviews.Take(id, new("submitted", "informationRequested", ada, At.AddMinutes(3), "which measure?") { AnswerDueAt = At.AddDays(15) }, Entry(ada, "ask"), Now));
        Assert.Empty(await reviews.Overdue(At.AddDays(15), Now));
        Assert.Equal(id, Assert.Single(await reviews.Overdue(At.AddDays(15).AddSeconds(1), Now)).Id);
        Assert.True(await reviews.Take(id, new("informationRequested", "inReview", ada, At.AddDays(2)), Entry(ada, "answer"), Now));
        Assert.Empty(await reviews.Overdue(At.AddDays(99), Now));
        Assert.True(await reviews.Take(id, new("inReview", "approved", ada, At.AddDays(3)) { IsDecision = true }, Entry(ada, "approve"), Now));

        var review = (await reviews.ById(id, Now))!;
        Assert.Equal(["calculation", "other"], review.Grounds);
        Assert.Equal((At.AddMinutes(1), null, At.AddDays(3), "approved", owner), (review.SubmittedAt, review.AnswerDueAt, review.DecidedAt, review.State, review.Owner));
        Assert.Equal(["draft", "submitted", "informationRequested", "inReview", "approved"], (await reviews.Events(id, Now)).Select(step => step.To));
        Assert.Equal(["begin", "submit", "ask", "answer", "approve"], (await new AuditLog(store.Database).OfPerson(ada, new(0, 50), Now)).Rows.Reverse().Select(entry => entry.Action));
        Assert.Single((await reviews.InStates(["approved", "denied"], new(0, 9), Now)).Rows);
        Assert.Single(await reviews.OfRequester(ada, Now));
        Assert.True((await new OwnersFacts(store.Database).Of(owner, Year, null, Now))!.IsUnderReview);
        Assert.False((await new OwnersFacts(store.Database).Of(owner, new(2023), null, Now))!.IsUnderReview);
    }

    /// <summary>Many decide at the same moment: one decision is taken, with one line in the log.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task OfManyDecisionsOneIsTaken(string kind)
    {
        using var store = new TestStore(kind);
        var (reviews, ada) = (new Reviews(store.Database), await Ada(store));
        var id = await reviews.Begin(Draft(new(OwnerKind.Practice, PeopleTests.Practice(store, "000007280")), ada), Entry(ada, "begin"), Now);
        await reviews.Take(id, new("draft", "submitted", ada, At), Entry(ada, "submit"), Now);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            Task.Run(() => reviews.Take(id, new("submitted", number % 2 == 0 ? "approved" : "denied", ada, At) { IsDecision = true }, Entry(ada, $"decide"), Now))));
        Assert.Equal(1, taken.Count(one => one));
        Assert.Equal(3, (await reviews.Events(id, Now)).Count);
        Assert.Equal(3, (await new AuditLog(store.Database).OfPerson(ada, new(0, 50), Now)).Total);
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task DocumentsKeepWithinTheirLimitAndAreGivenBackWhole(string kind)
    {
        using var store = new TestStore(kind);
        var (reviews, documents, ada) = (new Reviews(store.Database), new ReviewDocuments(store.Database), await Ada(store));
        var id = await reviews.Begin(Draft(new(OwnerKind.Practice, PeopleTests.Practice(store, "000007280")), ada), Entry(ada, "begin"), Now);
        async Task<ReviewDocument?> Add(string state, int length) =>
            (await documents.Add(id, state, [("paper.pdf", "application/pdf", [.. Enumerable.Range(0, length).Select(place => (byte)place)])], 100, ada, At, Entry(ada, "upload"), Now))?[0];
        var added = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Add("draft", 30))));
        Assert.Equal(3, added.Count(document => document is not null));
        Assert.Null(await Add("submitted", 1));
        Assert.NotNull(await Add("draft", 10));
        Assert.Null(await Add("draft", 1));
        var all = await documents.Of(id, Now);
        Assert.Equal(100, all.Sum(document => document.Length));
        var body = (await documents.Body(id, all[0].Id, Now))!;
        Assert.Equal((all[0].Length, all[0].Sha256), (body.Body.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body.Body))));
        Assert.Null(await documents.Body("another", all[0].Id, Now));
        Assert.True(await documents.Remove(id, all[0].Id, Now));
        await reviews.Take(id, new("draft", "submitted", ada, At), Entry(ada, "submit"), Now);
        Assert.False(await documents.Remove(id, all[1].Id, Now));
        Assert.Equal(0, await documents.DeleteThrough(new(2023), Entry(ada, "delete"), Now));
        Assert.Equal(3, await documents.DeleteThrough(Year, Entry(ada, "delete"), Now));
        Assert.NotNull(await reviews.ById(id, Now));
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task AnApplicationGoesItsWay(string kind)
    {
        using var store = new TestStore(kind);
        var (applications, ada, owner) = (new Applications(store.Database), await Ada(store), new OwnerId(OwnerKind.Practice, PeopleTests.Practice(store, "000007280")));
        var id = await applications.Add(new("", Year, owner, ada, "extreme", ["quality", "cost"], "flood", "submitted", At), Entry(ada, "apply"), Now);
        Assert.True(await applications.Take(id, new("submitted", "approved", ada, At.AddDays(1), "yes"), Entry(ada, "approve"), Now));
        Assert.False(await applications.Take(id, new("submitted", "denied", ada, At.AddDays(1)), Entry(ada, "deny"), Now));
        var application = (await applications.ById(id, Now))!;
        Assert.Equal(("approved", "extreme", "flood", owner), (application.State, application.Kind, application.Words, application.Owner));
        Assert.Equal(["quality", "cost"], application.Categories);
        Assert.Equal([null, "yes"], (await applications.Events(id, Now)).Select(step => step.Words));
        Assert.Single(await applications.OfOwner(owner.Id, Year, Now));
        Assert.Empty(await applications.OfOwner(owner.Id, new(2023), Now));
        Assert.Equal(1, (await applications.InState("approved", new(0, 9), Now)).Total);
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task ARegistrationHoldsUntilTheNextAndAnIrrevocableOneForGood(string kind)
    {
        using var store = new TestStore(kind);
        var (registrations, ada, owner) = (new Registrations(store.Database), await Ada(store), new OwnerId(OwnerKind.Practice, PeopleTests.Practice(store, "000007280")));
        Task<string?> Add(string what, string choice, bool irrevocable, int days) => registrations.Add(new("", Year, owner, what, choice, irrevocable, ada, At.AddDays(days), null), Entry(ada, choice), Now);
        Assert.NotNull(await Add("mvp", "G0053", irrevocable: false, 0));
        Assert.NotNull(await Add("mvp", "G0054", irrevocable: false, 1));
        Assert.True(await registrations.Withdraw(owner, Year, "mvp", At.AddDays(2), Entry(ada, "withdraw"), Now));
        Assert.False(await registrations.Withdraw(owner, Year, "mvp", At.AddDays(2), Entry(ada, "withdraw"), Now));
        Assert.NotNull(await Add("election", "optIn", irrevocable: true, 3));
        Assert.Null(await Add("election", "voluntary", irrevocable: false, 4));
        Assert.False(await registrations.Withdraw(owner, Year, "election", At.AddDays(5), Entry(ada, "withdraw"), Now));
        Assert.NotNull(await Add("mvp", "G0055", irrevocable: false, 6));
        Assert.Equal([("G0053", At.AddDays(1)), ("G0054", At.AddDays(2)), ("optIn", (DateTimeOffset?)null), ("G0055", null)], (await registrations.OfOwner(owner.Id, Year, Now)).Select(one => (one.Choice, one.EndedAt)));
        Assert.Equal("G0055", Assert.Single(await registrations.OfYear(Year, "mvp", Now).ToListAsync(Now)).Choice);
        var elected = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() => Add("subgroup", $"{number}", irrevocable: true, 7))));
        Assert.Equal(1, elected.Count(one => one is not null));
    }

    [Theory]
    [MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task ReportsAndSubmissionsBelongToOneOwnerOrRegistry(string kind)
    {
        using var store = new TestStore(kind);
        var (reports, sent, ada) = (new ReportFiles(store.Database), new RegistrySubmissions(store.Database), await Ada(store));
        var practice = PeopleTests.Practice(store, "000007280");
        var file = await reports.Add(Year, practice, "cahps", "report.pdf", "application/pdf", [1, 2], At, Now);
        Assert.Equal([file], await reports.OfOwner(practice, Year, Now));
        Assert.Equal([1, 2], (await reports.Body(practice, file.Id, Now))!.Body);
        Assert.Null(await reports.Body("another", file.Id, Now));

        var (first, second) = (OpaqueId.New(), OpaqueId.New());
        store.Execute($"INSERT INTO owner (id, kind, identifier) VALUES ('{first}', 'registries', 'R1'), ('{second}', 'registries', 'R2')");
        var owner = new OwnerId(OwnerKind.Practice, practice);
        var id = await sent.Add(new("", Year, first, owner, "", ada, At), new("{}"u8.ToArray(), null), Entry(ada, "upload"), Now);
        var facts = new OwnersFacts(store.Database);
        Assert.Equal(first, (await facts.Of(owner, Year, null, Now))!.SubmittedBy);
        Assert.Equal("{}"u8.ToArray(), (await sent.Body(first, id, Now))!.Body);
        Assert.Null(await sent.Body(second, id, Now));
        Assert.Equal("000007280", Assert.Single((await sent.OfRegistry(first, Year, new(0, 9), Now)).Rows).OwnerIdentifier);
        Assert.Equal(0, (await sent.OfRegistry(second, Year, new(0, 9), Now)).Total);
        await sent.Add(new("", Year, second, owner, "", ada, At.AddDays(1)), new("{}"u8.ToArray(), "{}"u8.ToArray()), Entry(ada, "upload"), Now);
        Assert.Null((await facts.Of(owner, Year, null, Now))!.SubmittedBy);
        Assert.Equal([second, first], (await sent.OfOwner(practice, Year, Now)).Select(one => one.RegistryId));
    }

    private static async Task<string> Ada(TestStore store) => (await new People(store.Database).Add(PeopleTests.Somebody("ada"), Now))!.Id;

    private static StoredReview Draft(OwnerId owner, string person) => new("", Year, owner, person, "practice-staff", owner.Id, "", ["calculation"], "wrong", At, null, null, null);

    private static AuditEntry Entry(string person, string action) => new(At, person, action, "targeted-review", "done");
}
