using System.Globalization;
using System.Net;
using OpenQpp.Access;
using OpenQpp.Store;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>What belongs to somebody else answers exactly as what does not exist.</summary>
public sealed class NotFoundTests(PortalWorld world)
{
    private const int Probes = 1000;
    private const int Seed = 20240;

    private static IReadOnlyList<DeclaredRoute> Owned { get; } = [.. DeclaredRoute.All.Where(route => route.Declared.Kind != OwnerKind.Portal && !route.IsForm)];

    public static TheoryData<string> Routes() => [.. Owned.Select(route => route.ToString())];

    /// <summary>The registry's Security Official holds nothing in the others; so does the practice's in the registries.</summary>
    [Theory]
    [MemberData(nameof(Routes))]
    public async Task SomebodyElsesAndUnknownAreTheSameBytesAndHeaders(string words)
    {
        var route = DeclaredRoute.Of(words);
        var user = route.Declared.Kind == OwnerKind.Registry ? "manager" : "registry";
        var session = await world.As(user);
        var foreign = world.Owners.First(owner => owner.Id.Kind == route.Declared.Kind && owner.FactsIn(2024) is not null).Id.Id;
        var answers = new List<string>();
        foreach (var id in new[] { foreign, OpaqueId.New(), "x", foreign[..^1], foreign.ToUpperInvariant() + "-" })
        {
            answers.Add(await Whole(await session.Get(route.At(2024, id))));
        }

        Assert.StartsWith("404", answers[0], StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        Assert.Equal(answers[0].Length, (await Whole(await session.Get(route.At(2017, foreign)))).Length);
    }

    [Theory]
    [InlineData("manager")]
    [InlineData("aco")]
    [InlineData("virtual-group-staff")]
    [InlineData("registry")]
    [InlineData("clinician")]
    [InlineData("removed")]
    [InlineData("reviewer")]
    public async Task ForeignAndUnknownIdsAnswer404(string user)
    {
        var (random, session) = (new Random(Seed), await world.As(user));
        var roles = await world.Store.Roles.Approved(world.Person(user).Id);
        var standing = new Dictionary<int, IReadOnlyList<OwnerFacts>>();
        foreach (var year in PortalWorld.Years)
        {
            standing[year] = await world.Store.OwnersFacts.Standing(roles, new(year), (await world.Store.Years.Current(new(year), ReleaseKind.Scores, DateTimeOffset.UtcNow))!.Id);
        }

        var probes = new List<string>();
        while (probes.Count < Probes / 7 + 1)
        {
            var (route, year) = (Owned[random.Next(Owned.Count)], PortalWorld.Years[random.Next(PortalWorld.Years.Count)]);
            var owners = world.Owners.Where(owner => owner.Id.Kind == route.Declared.Kind).ToArray();
            var owner = owners[random.Next(owners.Length)];
            var isUnknown = random.Next(4) == 0;
            if (isUnknown || owner.FactsIn(year) is not { } facts || roles.All(role => Standing.Of(role, facts, standing[year]) == Relation.Foreign))
            {
                probes.Add(route.At(year, isUnknown ? OpaqueId.New() : owner.Id.Id));
            }
        }

        var seen = new List<string>();
        foreach (var path in probes)
        {
            using var answer = await session.Get(path);
            if (answer.StatusCode != HttpStatusCode.NotFound)
            {
                seen.Add(string.Create(CultureInfo.InvariantCulture, $"{path}: {(int)answer.StatusCode}"));
            }
        }

        Assert.Empty(seen);
    }

    [Theory]
    [InlineData("/py/2016/feedback")]
    [InlineData("/py/2027/feedback")]
    [InlineData("/py/99999999999/feedback")]
    [InlineData("/nothing")]
    [InlineData("/assets/../portal.css")]
    [InlineData("/api/portal/nothing")]
    public async Task WhatIsNoAddressAnswers404(string path)
    {
        foreach (var user in new[] { "", "manager" })
        {
            using var answer = await (await world.As(user)).Get(path);
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound, $"{user}: {answer.StatusCode}");
        }
    }

    /// <summary>Without a session pages redirect to the sign-in whatever the id.</summary>
    [Fact]
    public async Task NobodyLearnsWhetherSomethingExists()
    {
        var nobody = await world.As("");
        foreach (var route in Owned)
        {
            var known = world.Owners.First(owner => owner.Id.Kind == route.Declared.Kind && owner.FactsIn(2024) is not null).Id.Id;
            using var there = await nobody.Get(route.At(2024, known));
            using var notThere = await nobody.Get(route.At(2024, OpaqueId.New()));
            Assert.Equal(there.StatusCode, notThere.StatusCode);
            Assert.NotEqual(HttpStatusCode.OK, there.StatusCode);
        }
    }

    private static async Task<string> Whole(HttpResponseMessage answer)
    {
        using (answer)
        {
            var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
            return $"{(int)answer.StatusCode}\n{string.Join('\n', headers.Order(StringComparer.Ordinal))}\n{Convert.ToBase64String(await answer.Content.ReadAsByteArrayAsync())}";
        }
    }
}
