using System.Net;
using System.Text;
using OpenQpp.Access;
using OpenQpp.Portal;
using Xunit;

namespace OpenQpp.Browser;

/// <summary>What people of the world did before it is looked at, and what the portal answers to forms: pages that no link leads to.</summary>
/// <param name="world">The world.</param>
internal sealed class Deeds(PortalWorld world)
{
    private const int Year = 2024;

    /// <summary>Somebody with a role who has acknowledged nothing yet.</summary>
    public const string Undecided = "undecided";

    /// <summary>Somebody of a subgroup's practice and a clinician have drafts, a request is sent, an application is made, a registry has sent a case.</summary>
    public async Task Prepare()
    {
        await world.Admit(Undecided, acknowledges: false, [.. world.Person("staff").Roles.Select(role => role.Role)]);
        await SendRequest();
        await Draft("manager", OwnerOf("manager"));
        await Draft("aco", OwnerOf("aco"));
        await Draft("virtual-group", OwnerOf("virtual-group"));
        await Draft("subgroups", Owned(OwnerKind.Subgroup, facts => facts.PracticeId == world.OrganizationOf("subgroups").Id));
        await Draft("clinician", Owned(OwnerKind.Clinician, facts => facts.Npi == world.Person("clinician").Roles[0].Role.Npi));
        await Done("facility", At(OwnerOf("facility"), "exceptions", 2026), "", ("kind", "insufficientInternet"), ("category", "pi"), ("words", "No line."));
        await SendCase();
    }

    /// <summary>What forms answer where something is wrong, or where an answer is no page of its own.</summary>
    public async Task<IReadOnlyList<SeenPage>> Answers()
    {
        var review = At(OwnerOf("manager"), "targeted-review");
        var clinician = world.Owners.First(owner => owner.Id.Kind == OwnerKind.Clinician && owner.Facts[Year] is not null).Facts[Year]!.Npi!.Value.Digits;
        return
        [
            await Answer("", "/sign-in", "", "wrong password", ("user", "nobody-known"), ("password", "wrong"), ("return", "/")),
            await Answer("", "/lookup", "", "somebody found", ("npi", clinician), ("year", "2024")),
            await Answer("", "/lookup", "", "no such number", ("npi", "1"), ("year", "2024")),
            await Answer("manager", $"/py/{Year}/feedback", "", "nothing found", ("words", "no such practice")),
            await Answer("manager", At(OwnerOf("manager"), "details"), "", "nobody found", ("npi", "0000000000")),
            await Answer("manager", "/account", "/password", "wrong password", ("old", "wrong"), ("new", "short"), ("again", "other")),
            await Answer(Undecided, "/account", "/second-factor/key", "a key for the second factor"),
            await Answer("manager", review, "", "words too long", ("ground", "calculation"), ("words", new string('w', 30_000))),
            await Answer("facility", At(OwnerOf("facility"), "exceptions", 2026), "", "refused", ("kind", "insufficientInternet"), ("category", "quality"), ("words", "")),
            await Page("manager", "/nothing", "nothing there"),
            await Page("manager", At(OwnerOf("manager"), "group-feedback/what-if") + "?charges=abc&program=none", "refused"),
            await Page("manager", At(OwnerOf("manager"), "group-feedback/what-if") + "?activity=IA_EPA_1&charges=250000", "changed"),
            await Page("manager", At(OwnerOf("manager"), "group-feedback", 2020) + "?version=1", "an earlier version"),
            await Page(Undecided, $"/py/{Year}/feedback", "before the acknowledgement"),
        ];
    }

    private OwnerId OwnerOf(string user) => world.OrganizationOf(user).Owner;

    private OwnerId Owned(OwnerKind kind, Func<OwnerFacts, bool> which) =>
        world.Owners.First(owner => owner.Id.Kind == kind && owner.Facts[Year] is { } facts && which(facts)).Id;

    private static string At(OwnerId owner, string page, int year = Year) => $"/py/{year}/{owner.Kind.Word()}/{owner.Id}/{page}";

    private Task Draft(string user, OwnerId owner) => Done(user, At(owner, "targeted-review"), "", ("ground", "calculation"), ("words", "A draft."));

    /// <summary>A request is sent while the window is open, which it is not today.</summary>
    private async Task SendRequest()
    {
        await using var portal = await RunningPortal.Start(world.Store.Database, world.Book, world.Demo.SignIns, new SetClock("2025-10-20T12:00:00-04:00"));
        using var session = await portal.SignedIn("facility", world.Demo.Password);
        var requests = At(OwnerOf("facility"), "targeted-review");
        using var begun = await session.Send(requests, requests, ("ground", "calculation"), ("words", "The rate of one measure is not the one sent."));
        var request = begun.Headers.Location!.OriginalString;
        using var sent = await session.Send(request, $"{request}/submit");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
    }

    private async Task SendCase()
    {
        var tin = (await world.Store.Owners.ById(OwnerOf("subgroups")))!.Tin!;
        var dashboard = At(OwnerOf("registry"), "dashboard");
        using var kept = await (await world.As("registry")).Upload(dashboard, dashboard, "case", ("case.json", Encoding.UTF8.GetBytes(
            $$"""
            {"performanceYear":{{Year}},"entityType":"group","taxpayerIdentificationNumber":"{{tin}}","measurementSets":[
              {"category":"ia","submissionMethod":"registry","performanceStart":"2024-01-01","performanceEnd":"2024-12-31","measurements":[{"measureId":"IA_EPA_1","value":true}]}]}
            """)));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
    }

    private async Task Done(string user, string page, string below, params (string Name, string Value)[] fields)
    {
        using var answer = await (await world.As(user)).Send(page, page + below, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{user} {page}: {answer.StatusCode}");
    }

    private async Task<SeenPage> Answer(string user, string page, string below, string state, params (string Name, string Value)[] fields)
    {
        var session = await world.As(user);
        using var answer = await session.Send(page, page + below, fields);
        Assert.True((int)answer.StatusCode < 500, $"{page}: {answer.StatusCode}");
        return answer.StatusCode == HttpStatusCode.Redirect
            ? await Page(user, answer.Headers.Location!.OriginalString, state)
            : new(user, page, await answer.Content.ReadAsStringAsync(), state);
    }

    private async Task<SeenPage> Page(string user, string path, string state)
    {
        using var answer = await (await world.As(user)).Get(path);
        return new(user, path, await answer.Content.ReadAsStringAsync(), state);
    }
}
