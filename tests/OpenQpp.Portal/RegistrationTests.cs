using System.Net;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>Registrations, elections and applications through the pages, on a clock that is set.</summary>
public sealed class RegistrationTests(PortalWorld world) : IAsyncLifetime
{
    private readonly SetClock clock = new("2026-11-30T23:59:59-05:00");
    private RunningPortal portal = null!;

    private string Practice => $"/py/2026/practices/{world.OrganizationOf("facility").Id}/";

    public async ValueTask InitializeAsync() => portal = await RunningPortal.Start(world.Store.Database, world.Book, world.Demo.SignIns, clock);

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task APathwayIsRegisteredUntilTheLastSecondOfNovember()
    {
        using var session = await As("facility");
        var pathway = world.Book.Of(new(2026)).Catalogue.Pathways.Keys.Order(StringComparer.Ordinal).First();
        using (var taken = await session.Send(Practice + "registration", Practice + "registration", ("kind", "mvp"), ("choice", pathway)))
        {
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        }

        clock.Set("2026-12-01T00:00:00-05:00");
        foreach (var (path, fields) in ((string, (string, string)[])[])[("registration", [("kind", "mvp"), ("choice", pathway)]), ("registration/withdraw", [("kind", "mvp")])])
        {
            using var late = await session.Send(Practice + "registration", Practice + path, fields);
            Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
            Assert.Contains("2026-11-30 23:59:59 EST", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Single(await Held(), one => one is { Kind: "mvp", EndedAt: null });
    }

    [Fact]
    public async Task AnElectionIsMadeOnce()
    {
        using var session = await As("facility");
        async Task<HttpStatusCode> Elect(string choice)
        {
            using var answer = await session.Send(Practice + "registration", Practice + "registration", ("kind", "election"), ("choice", choice));
            return answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.Redirect, await Elect("voluntary"));
        Assert.Equal(HttpStatusCode.Redirect, await Elect("voluntary"));
        Assert.Equal(HttpStatusCode.BadRequest, await Elect("optIn"));
        using var withdrawn = await session.Send(Practice + "registration", Practice + "registration/withdraw", ("kind", "election"));
        Assert.Contains("ELECTION_IRREVOCABLE", await withdrawn.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(await Held(), one => one is { Kind: "election", Choice: "voluntary", EndedAt: null });
    }

    [Fact]
    public async Task EveryGapOfAnAgreementIsNamedBeforeTheYearAndNothingIsTakenInIt()
    {
        const string Kind = "virtualGroup";
        clock.Set("2025-12-31T23:59:59-05:00");
        using var session = await As("facility");
        using (var gaps = await session.Send(Practice + "registration", Practice + "registration", ("kind", Kind), ("name", "VG-1"), ("agreement", "i"), ("agreement", "ix")))
        {
            var text = await gaps.Content.ReadAsStringAsync();
            Assert.Equal(7, text.Split("The agreement lacks").Length - 1);
        }

        clock.Set("2026-01-01T00:00:00-05:00");
        using var late = await session.Send(Practice + "registration", Practice + "registration", ("kind", Kind), ("name", "VG-1"));
        Assert.Contains("2025-12-31 23:59:59 EST", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsOfOthersIsNotThere()
    {
        using var session = await As("manager");
        foreach (var page in (string[])["registration", "exceptions", "reports", "targeted-review"])
        {
            using var answer = await session.Get(Practice + page);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task AnApplicationIsDecidedOnceByAReviewer()
    {
        using var session = await As("facility");
        using (var wrong = await session.Send(Practice + "exceptions", Practice + "exceptions", ("kind", "insufficientInternet"), ("category", "quality"), ("words", "")))
        {
            var text = await wrong.Content.ReadAsStringAsync();
            Assert.Contains("REWEIGHTING_NOT_IN_YEAR", text, StringComparison.Ordinal);
            Assert.Contains("MISSING_FIELD", text, StringComparison.Ordinal);
        }

        using (var sent = await session.Send(Practice + "exceptions", Practice + "exceptions", ("kind", "insufficientInternet"), ("category", "pi"), ("words", "No line.")))
        {
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        using var reviewer = await As("reviewer");
        var application = Assert.Single(await world.Store.Applications.OfOwner(world.OrganizationOf("facility").Id, new(2026)));
        var page = $"/review-queue/applications/{application.Id}";
        foreach (var (decision, status) in ((string, HttpStatusCode)[])[("approve", HttpStatusCode.Redirect), ("deny", HttpStatusCode.Conflict)])
        {
            using var answer = await reviewer.Send(page, page, ("decision", decision), ("words", "Seen."));
            Assert.Equal(status, answer.StatusCode);
        }

        Assert.Contains("It counts in the next scoring run", await session.Text(Practice + "exceptions"), StringComparison.Ordinal);
        using var denied = await session.Get(page);
        Assert.Equal(HttpStatusCode.NotFound, denied.StatusCode);
    }

    private Task<Session> As(string user) => portal.SignedIn(user, world.Demo.Password);

    private Task<IReadOnlyList<Store.Registration>> Held() => world.Store.Registrations.OfOwner(world.OrganizationOf("facility").Id, new(2026));
}
