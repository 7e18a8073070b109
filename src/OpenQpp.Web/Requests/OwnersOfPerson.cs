using OpenQpp.Access;
using OpenQpp.Vocabulary;

namespace OpenQpp.Web;

/// <summary>The organizations and TIN/NPIs of a person for which a resource exists in a year.</summary>
internal static class OwnersOfPerson
{
    /// <summary>Those for which the person may open it, organizations first.</summary>
    /// <param name="request">The request to the portal.</param>
    /// <param name="resource">The resource.</param>
    public static async Task<IReadOnlyList<OwnerHeading>> For(PortalRequest request, Resource resource)
    {
        var (store, cancellation) = (request.Store, request.Cancellation);
        var headings = new List<OwnerHeading>();
        foreach (var owner in await All(request))
        {
            var facts = await store.OwnersFacts.Of(owner, request.Year, request.Run?.Id, cancellation);
            if (AccessDecision.For(new(request.Viewer, request.Year, resource, owner.Kind, facts)).IsGranted)
            {
                headings.Add(await OwnerHeading.Of(store, owner, cancellation));
            }
        }

        return headings;
    }

    /// <summary>Every organization and TIN/NPI of a person, organizations first. What may be opened of them is another question.</summary>
    /// <param name="request">The request to the portal.</param>
    public static async Task<IReadOnlyList<OwnerId>> All(PortalRequest request)
    {
        var (store, cancellation) = (request.Store, request.Cancellation);
        var owners = (await store.Organizations.OfPerson(request.Someone.Id, cancellation)).Select(organization => organization.Id.Owner).ToList();
        foreach (var npi in request.Viewer!.Roles.Select(role => role.Npi).OfType<Npi>().Distinct())
        {
            owners.AddRange(request.Run is { } run
                ? (await store.Assignments.OfNpi(run.Id, npi.Digits, cancellation)).Select(line => new OwnerId(OwnerKind.Clinician, line.AssociationId))
                : (await store.Owners.OfNpi(npi.Digits, cancellation)).Select(owner => owner.Owner));
        }

        return owners;
    }
}
