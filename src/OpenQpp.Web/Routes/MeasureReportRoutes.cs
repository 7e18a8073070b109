using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Access;
using OpenQpp.Store;
using OpenQpp.Web.Pages.Requests;

namespace OpenQpp.Web;

/// <summary>
/// Reports about measures that CMS computed from claims: by measure, made from the score, and by patient, as files that whoever runs the
/// portal laid there. An APM Entity has none about cost.
/// </summary>
internal static class MeasureReportRoutes
{
    /// <summary>The reports, as feedback pages offer them.</summary>
    public static readonly Resource[] All = [Resource.SupplementalCostReport, Resource.PatientLevelCostReport, Resource.PatientLevelQualityReport];

    private static readonly OwnerKind[] Costed = [OwnerKind.Practice, OwnerKind.Subgroup, OwnerKind.Clinician, OwnerKind.VirtualGroup];

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var kind in Costed)
        {
            routes.FileAndInterface(kind, Resource.SupplementalCostReport, ByMeasure);
            OfPatients(routes, kind, Resource.PatientLevelCostReport);
            OfPatients(routes, kind, Resource.PatientLevelQualityReport);
        }

        OfPatients(routes, OwnerKind.ApmEntity, Resource.PatientLevelQualityReport);
    }

    /// <summary>A file of this kind is about single patients.</summary>
    /// <param name="kind">The kind of a file.</param>
    public static bool IsOfPatients(string kind) => KindOf(Resource.PatientLevelCostReport) == kind || KindOf(Resource.PatientLevelQualityReport) == kind;

    /// <summary>The kind of the files of a resource.</summary>
    /// <param name="resource">The resource.</param>
    public static string KindOf(Resource resource) => resource.Word();

    private static void OfPatients(IEndpointRouteBuilder routes, OwnerKind kind, Resource resource)
    {
        routes.PageAndInterface(kind, resource, Page);
        routes.Download(kind, resource, "/{file}", File);
    }

    private static async Task<IResult> ByMeasure(PortalRequest request)
    {
        var answer = await request.Http.RequestServices.GetRequiredService<FeedbackReader>().ReadSubmitted(request);
        return RowsAnswer.For(request, "supplemental-cost-report", csv => SupplementalCostFile.Write(csv, answer.Model));
    }

    private static async Task<IResult> Page(PortalRequest request) => request.Route.IsInterface ? Shapes.Files(request, await Files(request)) : new RazorComponentResult<PatientReportsPage>(new
    {
        request.Year.Year,
        Of = request.Route.Resource,
        Heading = await OwnerHeading.Of(request.Store, request.Owner, request.Cancellation),
        Files = await Files(request),
    });

    private static async Task<IResult> File(PortalRequest request)
    {
        var id = request.Http.Request.RouteValues["file"] as string;
        var isThere = (await Files(request)).Any(file => string.Equals(file.Id, id, StringComparison.Ordinal));
        return isThere ? FileAnswer.Of(await request.Store.ReportFiles.Body(request.Owner.Id, id!, request.Cancellation)) : NotFoundPage.Result;
    }

    private static async Task<IReadOnlyList<ReportFile>> Files(PortalRequest request) =>
    [
        .. (await request.Store.ReportFiles.OfOwner(request.Owner.Id, request.Year, request.Cancellation))
            .Where(file => string.Equals(file.Kind, KindOf(request.Route.Resource), StringComparison.Ordinal)),
    ];
}
