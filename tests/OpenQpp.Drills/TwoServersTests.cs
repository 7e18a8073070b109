using System.Globalization;
using System.Net;
using OpenQpp.Portal;
using OpenQpp.Store;
using Xunit;

namespace OpenQpp.Drills;

/// <summary>Two server processes on one PostgreSQL behave as one when requests alternate between them.</summary>
public sealed class TwoServersTests(DrillWorlds worlds) : IAsyncLifetime
{
    private const int AttemptsUntilLockout = 5;
    private const int AttemptsAMinute = 20;

    private readonly DrillWorld world = worlds.Of(DrillWorld.PostgreSql);
    private readonly List<Session> sessions = [];
    private ServerProcess other = null!;
    private int turn;

    /// <summary>Both start at the same time on a store without keys.</summary>
    public async ValueTask InitializeAsync()
    {
        other = world.AnotherServer();
        await Task.WhenAll(world.Server.Start(), other.Start());
    }

    public ValueTask DisposeAsync()
    {
        sessions.ForEach(session => session.Dispose());
        other.Dispose();
        world.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The page of a form comes from one server and the form goes to the other, from the sign-in to the last step.</summary>
    [Fact]
    public async Task ARequestForReviewFromSignInToDecision()
    {
        var (facility, reviewer) = (Alternating(), Alternating());
        await facility.SignIn("facility", world.Password);
        await reviewer.SignIn("reviewer", world.Password);
        var requests = $"/py/{DrillWorlds.Year}/practices/{world.OrganizationOf("facility").Id}/targeted-review";
        for (var time = 0; time < 4; time++)
        {
            // An odd number of requests in between, so that each step is taken at each server.
            await facility.Text("/");
            var request = await Redirected(facility.Send(requests, requests, ("ground", "calculation"), ("words", $"request {time}")));
            await Redirected(facility.Upload(request, $"{request}/documents", "documents", ("a.pdf", "%PDF-1.7 a"u8.ToArray()), ("b.pdf", "%PDF-1.7 b"u8.ToArray())));
            await Redirected(facility.Send(request, $"{request}/submit"));
            await reviewer.Text("/");
            await Redirected(reviewer.Send(request, $"{request}/decide", ("action", "takeUp")));
            await Redirected(reviewer.Send(request, $"{request}/decide", ("action", "approve"), ("changed", "yes"), ("words", "It is so.")));
            Assert.Contains("It is so.", await facility.Text(request), StringComparison.Ordinal);
        }

        Soundness.Check(world);
    }

    [Fact]
    public async Task FailedAttemptsLockTheAccountTogether()
    {
        var session = Alternating();
        for (var attempt = 1; attempt <= AttemptsUntilLockout; attempt++)
        {
            using var answer = await session.Send("/sign-in", "/sign-in", ("user", "staff"), ("password", "wrong password"));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        foreach (var at in (ServerProcess[])[world.Server, other])
        {
            using var answer = await At(at).Send("/sign-in", "/sign-in", ("user", "staff"), ("password", world.Password));
            Assert.Contains("Too many attempts", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    /// <summary>Attempts at the same moment count each, so that nobody gets more of them by hurrying.</summary>
    [Fact]
    public async Task AttemptsAtTheSameMomentAreAllCounted()
    {
        var session = Alternating();
        var token = Session.TokenOf(await session.Text("/sign-in"));
        var answers = await Task.WhenAll(Enumerable.Range(0, AttemptsUntilLockout).Select(_ => session.PostBare("/sign-in", ("user", "facility"), ("password", "wrong password"), (Session.TokenField, token))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode));
        using var next = await At(other).Send("/sign-in", "/sign-in", ("user", "facility"), ("password", "wrong password"));
        using var right = await At(world.Server).Send("/sign-in", "/sign-in", ("user", "facility"), ("password", world.Password));
        Assert.Contains("Too many attempts", await right.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AttemptsFromOneAddressAreLimitedTogether()
    {
        var session = Alternating();
        var answers = new List<HttpStatusCode>();
        // The minute may turn once meanwhile: then the count begins anew.
        for (var attempt = 0; attempt < (2 * AttemptsAMinute) + 2; attempt++)
        {
            using var answer = await session.PostBare("/sign-in", ("user", attempt.ToString(CultureInfo.InvariantCulture)));
            answers.Add(answer.StatusCode);
        }

        var first = answers.IndexOf(HttpStatusCode.TooManyRequests);
        Assert.InRange(first, AttemptsAMinute, 2 * AttemptsAMinute);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[first + 1]);
    }

    [Fact]
    public async Task ARoleThatIsRemovedAtOneIsGoneAtTheOther()
    {
        var (manager, staff) = (At(world.Server), At(other));
        await manager.SignIn("manager", world.Password);
        await staff.SignIn("staff", world.Password);
        var practice = world.OrganizationOf("manager");
        var (page, seen) = ($"/practices/{practice.Id}/access-requests", $"/py/{DrillWorlds.Year}/practices/{practice.Id}/targeted-review");
        await staff.Text(seen);
        var role = (await world.Store.Roles.OfPerson(world.Person("staff").Id)).Single(held => held.State == RoleState.Approved);
        await Redirected(manager.Send(page, $"{page}/decide", ("role", role.Id), ("decision", "remove")));
        using var gone = await staff.Get(seen);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task OfTwoReviewersAtTheSameMomentOneDecidesAndTheOtherIsTold()
    {
        var (a, b) = (At(world.Server), At(other));
        await a.SignIn("reviewer", world.Password);
        await b.SignIn("reviewer", world.Password);
        for (var time = 0; time < 10; time++)
        {
            var id = await ReviewDecisionDrill.Submitted(world, $"both {time}");
            var address = ReviewDecisionDrill.AddressOf(world, id);
            await Redirected(a.Send(address, $"{address}/decide", ("action", "takeUp")));
            var decisions = await Task.WhenAll(
                a.Send(address, $"{address}/decide", ("action", "approve"), ("changed", "yes"), ("words", "granted")),
                b.Send(address, $"{address}/decide", ("action", "deny"), ("denial", "duplicate"), ("words", "denied")));
            Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], decisions.Select(answer => answer.StatusCode).Order());
            Assert.Equal(decisions[0].StatusCode == HttpStatusCode.Redirect ? "approved" : "denied", (await world.Store.Reviews.ById(id, TestContext.Current.CancellationToken))!.State);
            Assert.Contains("REVIEW_STEP", await decisions.Single(answer => answer.StatusCode == HttpStatusCode.Conflict).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Soundness.Check(world);
    }

    private Session Alternating() => Kept(new(world.Server.Base, () => Interlocked.Increment(ref turn) % 2 == 0 ? world.Server.Port : other.Port));

    private Session At(ServerProcess server) => Kept(new(server.Base));

    private Session Kept(Session session)
    {
        sessions.Add(session);
        return session;
    }

    private static async Task<string> Redirected(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }
}
