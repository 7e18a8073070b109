using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OpenQpp.Access;
using OpenQpp.Web.Pages.Feedback;

namespace OpenQpp.Web;

/// <summary>Once for each person and year, before the first page of feedback.</summary>
internal static class AcknowledgementRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.YearPage(Resource.Feedback, "acknowledgement", Acknowledge, isForm: true);

    /// <summary>The person has not acknowledged yet that scores of the year can change.</summary>
    public static async Task<bool> IsDue(PortalRequest request) =>
        !request.Viewer!.Roles.Any(role => role.Kind == RoleKind.Reviewer)
        && !await request.Store.Acknowledgements.Has(request.Someone.Id, request.Year, request.Cancellation);

    /// <summary>Asks for it, and leads on to what was asked for.</summary>
    public static IResult Ask(PortalRequest request) =>
        new RazorComponentResult<AcknowledgementPage>(new { request.Year.Year, Return = (request.Http.Request.Path + request.Http.Request.QueryString).ToString() });

    private static async Task<IResult> Acknowledge(PortalRequest request)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        await request.Store.Acknowledgements.Add(request.Someone.Id, request.Year, request.Now, request.Cancellation);
        await request.Store.Audit.Append(request.Entry("acknowledge", "done"), request.Cancellation);
        return Results.LocalRedirect(SignInAddress.Safe(form["return"]));
    }

}
