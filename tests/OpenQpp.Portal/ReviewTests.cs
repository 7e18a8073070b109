using System.Net;
using OpenQpp.Access;
using OpenQpp.Store;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>414.1385: requests for targeted review through the pages, on a clock that is set.</summary>
public sealed class ReviewTests(PortalWorld world) : IAsyncLifetime
{
    private readonly SetClock clock = new("2025-10-20T12:00:00-04:00");
    private readonly List<Session> sessions = [];
    private RunningPortal portal = null!;

    private string Requests => $"/py/2024/practices/{world.OrganizationOf("facility").Id}/targeted-review";

    public async ValueTask InitializeAsync() => portal = await RunningPortal.Start(world.Store.Database, world.Book, world.Demo.SignIns, clock);

    public async ValueTask DisposeAsync()
    {
        sessions.ForEach(session => session.Dispose());
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task TheLastSecondOfTheWindowCountsAndTheNextOneDoesNot()
    {
        var facility = await As("facility");
        var (first, second) = (await Draft(facility, "first"), await Draft(facility, "second"));
        clock.Set("2025-11-14T20:00:00.9-05:00");
        facility = await As("facility");
        Assert.Contains("It closes today", await facility.Text(Requests), StringComparison.Ordinal);
        using (var sent = await facility.Send(first, $"{first}/submit"))
        {
            Assert.Equal((HttpStatusCode.Redirect, first), (sent.StatusCode, sent.Headers.Location?.OriginalString));
        }

        clock.Set("2025-11-14T20:00:01-05:00");
        using var late = await facility.Send(second, $"{second}/submit");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("REVIEW_WINDOW", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(StoredReview.Draft, (await Stored(second)).State);
        Assert.Equal("submitted", (await Stored(first)).State);
    }

    [Fact]
    public async Task ADraftIsOfOnePersonAndASentRequestOfTheOrganizationAndTheReviewers()
    {
        await world.Admit("facility-staff", acknowledges: true, HeldRole.StaffOf(world.OrganizationOf("facility")));
        var (facility, staff, reviewer, foreign) = (await As("facility"), await As("facility-staff"), await As("reviewer"), await As("manager"));
        var request = await Draft(facility, "who sees it");
        Assert.Equal(HttpStatusCode.NotFound, await Status(staff, request));
        Assert.Equal(HttpStatusCode.NotFound, await Status(reviewer, request));
        await Submit(facility, request);
        Assert.Equal(HttpStatusCode.OK, await Status(staff, request));
        Assert.Equal(HttpStatusCode.OK, await Status(reviewer, request));
        Assert.Equal(HttpStatusCode.NotFound, await Status(foreign, request));
        using var unknown = await foreign.Get(request[..^4] + "AAAA");
        using var foreigner = await foreign.Get(request);
        Assert.Equal(await unknown.Content.ReadAsByteArrayAsync(), await foreigner.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task AReviewerDecidesOnceAndNobodyInTheirOwnAffair()
    {
        await world.Admit("judge-and-party", acknowledges: true, HeldRole.Reviewer, HeldRole.StaffOf(world.OrganizationOf("facility")));
        var (facility, reviewer, party) = (await As("facility"), await As("reviewer"), await As("judge-and-party"));
        var request = await Draft(facility, "decide on it");
        await Submit(facility, request);
        foreach (var nobody in (Session[])[facility, party])
        {
            using var denied = await nobody.Send(request, $"{request}/decide", ("action", "takeUp"));
            Assert.Equal(HttpStatusCode.NotFound, denied.StatusCode);
        }

        Assert.Equal(HttpStatusCode.Conflict, await Decide(reviewer, request, ("action", "approve"), ("changed", "yes"), ("words", "too early")));
        Assert.Equal(HttpStatusCode.Redirect, await Decide(reviewer, request, ("action", "takeUp")));
        Assert.Equal(HttpStatusCode.BadRequest, await Decide(reviewer, request, ("action", "deny"), ("denial", "duplicate"), ("words", "")));
        Assert.Equal(HttpStatusCode.Conflict, await Decide(reviewer, request, ("action", "deny"), ("words", "no ground")));
        Assert.Equal(HttpStatusCode.Redirect, await Decide(reviewer, request, ("action", "approve"), ("changed", "yes"), ("words", "The cost was another's.")));
        Assert.Equal(HttpStatusCode.Conflict, await Decide(reviewer, request, ("action", "deny"), ("denial", "duplicate"), ("words", "after all not")));
        Assert.Equal("approved", (await Stored(request)).State);
        Assert.Contains("with the next version of the year", await facility.Text(request), StringComparison.Ordinal);
        Assert.DoesNotContain("Rory Reviewer", await facility.Text(request), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-11-04T23:59:59-05:00", "inReview")]
    [InlineData("2025-11-05T00:00:00-05:00", "informationRequested")]
    public async Task InformationIsAwaitedUntilTheEndOfTheFifteenthDay(string at, string state)
    {
        clock.Set("2025-10-20T12:00:00-04:00");
        var (facility, reviewer) = (await As("facility"), await As("reviewer"));
        var request = await Draft(facility, $"asked {at}");
        await Submit(facility, request);
        Assert.Equal(HttpStatusCode.Redirect, await Decide(reviewer, request, ("action", "takeUp")));
        Assert.Equal(HttpStatusCode.Redirect, await Decide(reviewer, request, ("action", "askForInformation"), ("words", "Which patients?")));
        Assert.Contains("2025-11-04 23:59:59 EST", await facility.Text(request), StringComparison.Ordinal);
        clock.Set(at);
        using var session = await portal.SignedIn("facility", world.Demo.Password);
        using var answer = await session.Send(request, $"{request}/answer", ("words", "These."));
        Assert.Equal(state, (await Stored(request)).State);
        Assert.Equal(state == "inReview" ? HttpStatusCode.Redirect : HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task DocumentsAreCheckedKeptAndGivenBackAsTheyAre()
    {
        var facility = await As("facility");
        var request = await Draft(facility, "with documents");
        using (var refused = await facility.Upload(request, $"{request}/documents", "documents", ("a.pdf", "MZ no PDF"u8.ToArray()), ("b.exe", "MZ"u8.ToArray()), ("c.csv", [.. Enumerable.Repeat((byte)'a', (10 * 1024 * 1024) + 1)])))
        {
            var text = await refused.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Equal((2, 1), (text.Split("(DOCUMENT_TYPE)").Length - 1, text.Split("(DOCUMENT_TOO_LARGE)").Length - 1));
        }

        Assert.Empty(await world.Store.ReviewDocuments.Of(IdOf(request)));
        using (var taken = await facility.Upload(request, $"{request}/documents", "documents", ("a.pdf", "%PDF-1.7 words"u8.ToArray())))
        {
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        }

        var document = Assert.Single(await world.Store.ReviewDocuments.Of(IdOf(request)));
        using (var given = await facility.Get($"{request}/documents/{document.Id}"))
        {
            Assert.Equal(("application/pdf", "attachment"), (given.Content.Headers.ContentType?.MediaType, given.Content.Headers.ContentDisposition?.DispositionType));
            Assert.Equal("%PDF-1.7 words"u8.ToArray(), await given.Content.ReadAsByteArrayAsync());
        }

        Assert.Equal(HttpStatusCode.NotFound, await Status(await As("manager"), $"{request}/documents/{document.Id}"));
        await Submit(facility, request);
        using var removed = await facility.Send(Requests, $"{request}/documents/remove", ("document", document.Id));
        Assert.Single(await world.Store.ReviewDocuments.Of(IdOf(request)));
    }

    private async Task<Session> As(string user)
    {
        var session = await portal.SignedIn(user, world.Demo.Password);
        sessions.Add(session);
        return session;
    }

    private async Task<string> Draft(Session session, string words)
    {
        using var answer = await session.Send(Requests, Requests, ("ground", "calculation"), ("words", words));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task Submit(Session session, string request)
    {
        using var answer = await session.Send(request, $"{request}/submit");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<HttpStatusCode> Decide(Session session, string request, params (string Name, string Value)[] fields)
    {
        using var answer = await session.Send(request, $"{request}/decide", fields);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> Status(Session session, string path)
    {
        using var answer = await session.Get(path);
        return answer.StatusCode;
    }

    private async Task<StoredReview> Stored(string request) => (await world.Store.Reviews.ById(IdOf(request)))!;

    private static string IdOf(string request) => request[^OpaqueId.Length..];
}
