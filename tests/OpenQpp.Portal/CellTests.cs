using System.Collections.Concurrent;
using System.Net;
using OpenQpp.Access;
using OpenQpp.Store;
using Xunit;

namespace OpenQpp.Portal;

/// <summary>
/// Every cell over HTTP: each route as each person, for owners to whom the person stands in each relation, in each year. The status is what
/// the decision says of the facts in the store, and what the published table says a second time.
/// </summary>
public sealed class CellTests(PortalWorld world)
{
    private const int AtOnce = 3;

    private static readonly ConcurrentDictionary<(string User, int Year), Viewer?> Viewers = new();

    public static TheoryData<string> Routes() => [.. DeclaredRoute.All.Select(route => route.ToString())];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Cell(string words)
    {
        var route = DeclaredRoute.Of(words);
        var wrong = new ConcurrentBag<string>();
        var cells = new List<(Session Session, string Who, string Path, AccessAnswer Expected)>();
        foreach (var user in world.Demo.People.Select(person => person.User).Prepend(""))
        {
            var session = await world.As(user);
            foreach (var year in route.HasYear ? PortalWorld.Years : [2024])
            {
                int? named = route.HasYear ? year : null;
                var viewer = await ViewerOf(user, year);
                foreach (var (id, facts) in OwnersFor(viewer, route.Declared.Kind, year, named))
                {
                    var decision = AccessDecision.For(new(viewer, named is { } known ? new(known) : null, route.Declared.Resource, route.Declared.Kind, facts));
                    var published = facts is not null && Standing.Grants(viewer, named, route.Declared.Resource, facts);
                    var path = route.At(named, id);
                    if (decision.IsGranted != published)
                    {
                        wrong.Add($"{user} {path}: the decision says {decision.Answer}, the published table {published}");
                    }

                    cells.Add((session, user, path, decision.Answer));
                }
            }
        }

        await Parallel.ForEachAsync(cells, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (cell, _) =>
        {
            using var answer = route.IsForm ? await cell.Session.PostBare(cell.Path) : await cell.Session.Get(cell.Path);
            if (!IsRight(answer, route, cell.Expected))
            {
                wrong.Add($"{cell.Who} {cell.Path}: expected {cell.Expected}, answered {(int)answer.StatusCode} {answer.Headers.Location}");
            }
        });
        Assert.NotEmpty(cells);
        Assert.Empty(wrong.Order(StringComparer.Ordinal));
    }

    private static bool IsRight(HttpResponseMessage answer, DeclaredRoute route, AccessAnswer expected)
    {
        var location = answer.Headers.Location?.OriginalString ?? "";
        var toSignIn = answer.StatusCode == HttpStatusCode.Redirect && location.StartsWith("/sign-in", StringComparison.Ordinal);
        return expected switch
        {
            AccessAnswer.NotFound => answer.StatusCode == HttpStatusCode.NotFound,
            AccessAnswer.NotSignedIn => route.Declared.IsInterface ? answer.StatusCode == HttpStatusCode.Unauthorized : toSignIn,
            _ when route.IsForm => answer.StatusCode == HttpStatusCode.BadRequest,
            _ => answer.StatusCode == HttpStatusCode.OK
                || answer.StatusCode == HttpStatusCode.Redirect && (!toSignIn || route.Declared.Resource == Resource.SignIn) && location is "/" or ['/', not '/', ..]
                || answer.StatusCode == HttpStatusCode.NotFound && route.NamesMore,
        };
    }

    /// <summary>Owners of a kind in each relation to a person: one of each, and one of each kind of payer.</summary>
    private IEnumerable<(string Id, OwnerFacts? Facts)> OwnersFor(Viewer? viewer, OwnerKind kind, int year, int? named)
    {
        if (kind == OwnerKind.Portal)
        {
            return [("", OwnerFacts.Portal)];
        }

        return from owner in world.Owners
               where owner.Id.Kind == kind
               let facts = owner.FactsIn(named)
               let relation = facts is null || viewer is null ? Relation.Foreign : viewer.Roles.Select(role => Standing.Of(role, facts, viewer.Standing)).DefaultIfEmpty(Relation.Foreign).Min()
               group (owner.Id.Id, facts) by (facts is null, relation, facts?.PaidBy?.Kind) into alike
               from one in alike.Take(1)
               select one;
    }

    private async Task<Viewer?> ViewerOf(string user, int year)
    {
        if (user.Length == 0)
        {
            return null;
        }

        if (!Viewers.TryGetValue((user, year), out var viewer))
        {
            var roles = await world.Store.Roles.Approved(world.Person(user).Id);
            var run = await world.Store.Years.Current(new(year), ReleaseKind.Scores, DateTimeOffset.UtcNow);
            Viewers[(user, year)] = viewer = new(roles, await world.Store.OwnersFacts.Standing(roles, new(year), run!.Id));
        }

        return viewer;
    }
}
