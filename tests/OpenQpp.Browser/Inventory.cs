using OpenQpp.Portal;

namespace OpenQpp.Browser;

/// <summary>A page of the portal as somebody sees it.</summary>
/// <param name="User">Who; empty for nobody.</param>
/// <param name="Path">Its address.</param>
/// <param name="Html">What the server sent.</param>
public sealed record SeenPage(string User, string Path, string Html)
{
    /// <summary>Who and where, without the owner.</summary>
    public override string ToString() => $"{(User.Length == 0 ? "nobody" : User)} {Walk.Shape(Path)}";
}

/// <summary>The pages of the portal, found by following links as each person.</summary>
public sealed class Inventory
{
    private readonly Dictionary<string, IReadOnlyList<SeenPage>> pages = new(StringComparer.Ordinal);

    /// <summary>Whose eyes; the first who reaches a page shows it.</summary>
    public static IReadOnlyList<string> Users { get; } =
        ["manager", "subgroups", "facility", "aco", "virtual-group", "registry", "clinician", "reviewer", "three-roles", "aco-staff", "virtual-group-staff", "registry-staff", "intermediary", "staff", "newcomer", "removed", ""];

    /// <summary>Each page of a person once, the newest year of it.</summary>
    public IReadOnlyList<SeenPage> Of(string user) => pages[user];

    /// <summary>Each page once.</summary>
    public IReadOnlyList<SeenPage> Distinct => [.. Users.SelectMany(user => pages[user]).DistinctBy(page => Walk.Kind(page.Path), StringComparer.Ordinal)];

    private Inventory()
    {
    }

    /// <summary>Walks through the portal as each person.</summary>
    public static async Task<Inventory> Of(PortalWorld world)
    {
        var inventory = new Inventory();
        var seen = inventory.pages;
        await world.Admit("undecided", acknowledges: false, [.. world.Person("staff").Roles.Select(role => role.Role)]);
        foreach (var user in Users)
        {
            var walk = await Walk.OnceFrom(await world.As(user), user.Length == 0 ? ["/sign-in", "/sign-in/second-factor", "/lookup"] : ["/"]);
            seen[user] = [.. walk.Pages.Reverse().Select(page => new SeenPage(user, page.Key, page.Value)).DistinctBy(page => Walk.Kind(page.Path), StringComparer.Ordinal)];
        }

        // Pages that no link leads to: the answer where nothing is, and the acknowledgement.
        seen["manager"] = [.. seen["manager"], await Page(world, "manager", "/nothing")];
        seen["undecided"] = [await Page(world, "undecided", "/py/2024/feedback?first=visit")];
        seen["manager"] = [.. seen["manager"], .. seen["undecided"]];
        return inventory;
    }

    private static async Task<SeenPage> Page(PortalWorld world, string user, string path)
    {
        using var answer = await (await world.As(user)).Get(path);
        return new(user, path, await answer.Content.ReadAsStringAsync());
    }
}
