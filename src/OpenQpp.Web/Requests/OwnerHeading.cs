using OpenQpp.Access;

namespace OpenQpp.Web;

/// <summary>Whose request it is, as the head of a page says it.</summary>
/// <param name="Owner">Kind and opaque id.</param>
/// <param name="Name">The name.</param>
/// <param name="Identifiers">TIN, NPI or id, each with what it is.</param>
public sealed record OwnerHeading(OwnerId Owner, string Name, IReadOnlyList<(string What, string Value)> Identifiers)
{
    /// <summary>The heading of an owner.</summary>
    /// <param name="store">The store.</param>
    /// <param name="owner">Kind and opaque id.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<OwnerHeading> Of(PortalStore store, OwnerId owner, CancellationToken cancellation)
    {
        var known = await store.Owners.ById(owner, cancellation);
        return known is null ? new(owner, OptionWords.Of(owner.Kind), []) : owner.Kind switch
        {
            OwnerKind.Clinician => new(owner, "Clinician", [("TIN", known.Tin!), ("NPI", known.Npi!)]),
            OwnerKind.Subgroup => new(owner, $"Subgroup {known.OwnIdentifier}", [("TIN", known.Tin!)]),
            _ => new(owner, (await store.Organizations.ById(owner.Id, cancellation))?.Name ?? OptionWords.Of(owner.Kind), [(owner.Kind == OwnerKind.Practice ? "TIN" : "Id", known.Identifier)]),
        };
    }
}
