using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Web;

namespace OpenQpp.Portal;

/// <summary>An owner of data in the world.</summary>
/// <param name="Id">Kind and opaque id.</param>
/// <param name="Facts">What decides about it, by performance year; null in years in which there is nothing of it.</param>
public sealed record KnownOwner(OwnerId Id, IReadOnlyDictionary<int, OwnerFacts?> Facts)
{
    /// <summary>All owners of the world.</summary>
    public static async Task<IReadOnlyList<KnownOwner>> All(PortalStore store)
    {
        var runs = new List<PublishedRun>();
        foreach (var year in DemoWorld.Years)
        {
            runs.Add((await store.Years.Current(year, ReleaseKind.Scores, DateTimeOffset.UtcNow))!);
        }

        var ids = new HashSet<OwnerId>();
        foreach (var kind in Enum.GetValues<OrganizationKind>())
        {
            ids.UnionWith((await store.Organizations.Search(kind, "", new(0, 10_000))).Rows.Select(organization => organization.Id.Owner));
        }

        foreach (var practice in ids.Where(id => id.Kind == OwnerKind.Practice).ToArray())
        {
            foreach (var run in runs)
            {
                await foreach (var line in store.Assignments.AllOfPractice(run.Id, practice.Id, VisibleSources.All))
                {
                    ids.Add(new(OwnerKind.Clinician, line.AssociationId));
                }

                await foreach (var score in store.Scores.OfPractice(run.Id, practice.Id))
                {
                    ids.Add(score.Owner);
                }
            }
        }

        var owners = new List<KnownOwner>();
        foreach (var id in ids.OrderBy(id => id.Kind).ThenBy(id => id.Id, StringComparer.Ordinal))
        {
            var facts = new Dictionary<int, OwnerFacts?>();
            foreach (var run in runs)
            {
                facts[run.Year.Year] = await store.OwnersFacts.Of(id, run.Year, run.Id);
            }

            owners.Add(new(id, facts));
        }

        return owners;
    }

    /// <summary>Its facts where no year is named.</summary>
    public OwnerFacts? FactsIn(int? year) => year is { } known ? Facts[known] : Id.Kind is OwnerKind.Subgroup or OwnerKind.Clinician ? null : new(Id);
}
