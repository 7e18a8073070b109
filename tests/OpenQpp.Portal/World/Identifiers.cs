using System.Text.RegularExpressions;

namespace OpenQpp.Portal;

/// <summary>TINs, NPIs and ids of entities of the world: what must stand in no address and no log.</summary>
public sealed partial class Identifiers
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    private Identifiers()
    {
    }

    /// <summary>Those of everybody in the world.</summary>
    public static async Task<Identifiers> Of(PortalWorld world)
    {
        var all = new Identifiers();
        foreach (var owner in world.Owners)
        {
            if (await world.Store.Owners.ById(owner.Id) is { } stored)
            {
                all.known.UnionWith(stored.Identifier.Split(':'));
            }
        }

        return all;
    }

    /// <summary>Those that stand in a text as a word of their own.</summary>
    public IReadOnlyList<string> In(string text) => [.. Word().Matches(text).Select(match => match.Value).Where(known.Contains)];

    [GeneratedRegex("[A-Za-z0-9]+(-[0-9]+)?")]
    private static partial Regex Word();
}
