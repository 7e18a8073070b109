using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Access;
using OpenQpp.Law;
using OpenQpp.Web.Pages.Services;

namespace OpenQpp.Web;

/// <summary>Items, services and emergency visits of patients: for information, no score comes from them.</summary>
internal static class ServicesRoutes
{
    private static readonly OwnerKind[] Kinds = [OwnerKind.Practice, OwnerKind.Clinician, OwnerKind.VirtualGroup];

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var kind in Kinds)
        {
            routes.Page(kind, Resource.ItemsAndServices, "", async request => new RazorComponentResult<ServicesPage>(new { Model = await ModelOf(request) }));
            routes.Download(kind, Resource.ItemsAndServices, ".csv", request => File(request, "items-and-services", ServicesFiles.WriteItems));
            routes.Download(kind, Resource.ItemsAndServices, "/emergency-visits.csv", request => File(request, "emergency-visits", ServicesFiles.WriteVisits));
            routes.Interface(kind, Resource.ItemsAndServices, async request =>
            {
                var model = await ModelOf(request);
                return new JsonAnswer(json => ServicesJson.Write(json, model));
            });
        }
    }

    private static Task<ServicesModel> ModelOf(PortalRequest request) => ServicesModel.Of(request, request.Http.RequestServices.GetRequiredService<LawBook>());

    private static async Task<IResult> File(PortalRequest request, string name, Func<DownloadRows, ServicesModel, Task> write)
    {
        var model = await ModelOf(request);
        return RowsAnswer.For(request, name, csv => write(csv, model));
    }
}
