using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Web.Pages.Requests;

namespace OpenQpp.Web;

/// <summary>Reports that lie ready. Nobody lays a report there through the portal.</summary>
internal static class ReportRoutes
{
    private static readonly OwnerKind[] Reported = [OwnerKind.Practice, OwnerKind.ApmEntity, OwnerKind.VirtualGroup];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.YearPage(Resource.Reports, "reports", Landing);
        foreach (var kind in Reported)
        {
            routes.PageAndInterface(kind, Resource.Reports, Page);
            routes.Download(kind, Resource.Reports, "/{file}", File);
        }
    }

    private static async Task<IResult> Landing(PortalRequest request) => new RazorComponentResult<OwnerChoicePage>(new
    {
        Title = "Reports",
        Section = "Reports",
        Says = "Survey reports, Web Interface reports and adjustment reports of former years. They are no feedback: that stands on its own pages.",
        Resource = Resource.Reports,
        request.Year.Year,
        Owners = await OwnersOfPerson.For(request, Resource.Reports),
    });

    private static async Task<IResult> Page(PortalRequest request) => request.Route.IsInterface ? Shapes.Files(request, await Files(request)) : new RazorComponentResult<ReportsPage>(new
    {
        request.Year.Year,
        Heading = await OwnerHeading.Of(request.Store, request.Owner, request.Cancellation),
        Files = await Files(request),
    });

    private static async Task<IResult> File(PortalRequest request)
    {
        var store = request.Store;
        var id = request.Http.Request.RouteValues["file"] as string;
        var isThere = (await Files(request)).Any(file => string.Equals(file.Id, id, StringComparison.Ordinal));
        return isThere ? FileAnswer.Of(await store.ReportFiles.Body(request.Owner.Id, id!, request.Cancellation)) : NotFoundPage.Result;
    }

    /// <summary>Those about single patients have pages and rights of their own.</summary>
    private static async Task<IReadOnlyList<ReportFile>> Files(PortalRequest request) =>
        [.. (await request.Store.ReportFiles.OfOwner(request.Owner.Id, request.Year, request.Cancellation)).Where(file => !MeasureReportRoutes.IsOfPatients(file.Kind))];
}
