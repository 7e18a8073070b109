using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Access;

namespace OpenQpp.Web;

/// <summary>Where programs begin: their description, and whose data the person may ask for in a year.</summary>
internal static class YearInterfaceRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.PortalFile(Resource.Help, "/openapi.json", request => Task.FromResult(Results.Bytes(OpenApiDocument.Make(request.Http.RequestServices.GetRequiredService<PortalSettings>()), "application/json; charset=utf-8")));
        routes.YearInterface(Resource.AccountHome, "owners", Owners);
    }

    /// <summary>The organizations and TIN/NPIs of the person, each with the addresses that open.</summary>
    private static async Task<IResult> Owners(PortalRequest request)
    {
        var declared = request.Http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<RouteResource>())
            .OfType<RouteResource>()
            .Where(route => route.IsInterface && route.Kind != OwnerKind.Portal && !IsOfNoYear(route.Resource))
            .ToArray();
        var owners = new List<object>();
        foreach (var owner in await OwnersOfPerson.All(request))
        {
            var facts = await request.Store.OwnersFacts.Of(owner, request.Year, request.Run?.Id, request.Cancellation);
            var addresses = declared
                .Where(route => route.Kind == owner.Kind && AccessDecision.For(new(request.Viewer, request.Year, route.Resource, owner.Kind, facts)).IsGranted)
                .ToDictionary(route => route.Resource.Word(), route => Shapes.At(request, owner, route.Resource), StringComparer.Ordinal);
            if (addresses.Count > 0)
            {
                owners.Add(new { Owner = Shapes.Owner(await OwnerHeading.Of(request.Store, owner, request.Cancellation)), Addresses = addresses });
            }
        }

        return Results.Json(new { Owners = owners });
    }

    private static bool IsOfNoYear(Resource resource) => resource is Resource.AccessRequests or Resource.AuditLog;
}
