using OpenQpp.Portal;

namespace OpenQpp.Browser;

/// <summary>The pages of the portal, found by following links as each person.</summary>
public sealed class Inventory
{
    private readonly Dictionary<string, IReadOnlyList<SeenPage>> pages = new(StringComparer.Ordinal);
    private IReadOnlyList<SeenPage> answers = [];

    private Inventory()
    {
    }

    /// <summary>Whose eyes; the first who reaches a page shows it.</summary>
    public static IReadOnlyList<string> Users { get; } =
        ["manager", "subgroups", "facility", "aco", "virtual-group", "registry", "clinician", "reviewer", "three-roles", "aco-staff", "virtual-group-staff", "registry-staff", "intermediary", "staff", "newcomer", "removed", ""];

    /// <summary>Each route that a person reaches, with one owner, in the newest year of it.</summary>
    public IReadOnlyList<SeenPage> Of(string user) => pages[user];

    /// <summary>Each page once, also with each word of a query, and each answer to a form that looks different.</summary>
    public IReadOnlyList<SeenPage> Distinct { get; private set; } = [];

    /// <summary>Each route once, and the answers to forms.</summary>
    public IReadOnlyList<SeenPage> Routes => [.. Distinct.DistinctBy(page => $"{PageTemplates.Of(page.Path) ?? page.Kind} {page.State}", StringComparer.Ordinal)];

    /// <summary>Of pages that differ in the kind of owner alone, one.</summary>
    public IReadOnlyList<SeenPage> Looks => [.. Routes.DistinctBy(page => page.Look, StringComparer.Ordinal)];

    /// <summary>Routes that nobody reached.</summary>
    public IEnumerable<string> NeverReached => PageTemplates.All.Except(pages.Values.Concat([answers]).SelectMany(seen => seen).Select(seen => PageTemplates.Of(seen.Path) ?? ""), StringComparer.Ordinal);

    /// <summary>Walks through the portal as each person.</summary>
    public static async Task<Inventory> Of(PortalWorld world)
    {
        var (inventory, deeds) = (new Inventory(), new Deeds(world));
        await deeds.Prepare();
        var everything = new List<SeenPage>();
        foreach (var user in Users)
        {
            var walk = await Walk.OnceFrom(await world.As(user), user.Length == 0 ? ["/sign-in", "/sign-in/second-factor", "/lookup", "/help"] : ["/", "/sign-in"]);
            var seen = walk.Pages.Reverse().Select(page => new SeenPage(user, page.Key, page.Value)).ToArray();
            everything.AddRange(seen);
            inventory.pages[user] = [.. seen.DistinctBy(page => PageTemplates.Of(page.Path) ?? page.Kind, StringComparer.Ordinal)];
        }

        inventory.answers = await deeds.Answers();
        inventory.Distinct = [.. everything.DistinctBy(page => page.Kind, StringComparer.Ordinal), .. inventory.answers];
        return inventory;
    }
}
