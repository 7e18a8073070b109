using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Access;
using OpenQpp.Web.Pages.Feedback;

namespace OpenQpp.Web;

/// <summary>Feedback of groups, subgroups, clinicians, APM Entities and virtual groups: the same pages for all.</summary>
internal static class FeedbackRoutes
{
    /// <summary>The feedback of each kind of owner.</summary>
    internal static readonly (OwnerKind Kind, Resource Resource)[] Feedback =
    [
        (OwnerKind.Practice, Resource.GroupFeedback),
        (OwnerKind.Subgroup, Resource.SubgroupFeedback),
        (OwnerKind.Clinician, Resource.IndividualFeedback),
        (OwnerKind.ApmEntity, Resource.ApmFeedback),
        (OwnerKind.VirtualGroup, Resource.VirtualGroupFeedback),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (kind, resource) in Feedback)
        {
            routes.Page(kind, resource, "", request => Show(request, model => new RazorComponentResult<Overview>(new { Model = model })));
            routes.Page(kind, resource, "/quality", request => Show(request, model => new RazorComponentResult<QualityPage>(new { Model = model })));
            routes.Page(kind, resource, "/cost", request => Show(request, model => new RazorComponentResult<CostPage>(new { Model = model })));
            routes.Page(kind, resource, "/improvement-activities", request => Show(request, model => new RazorComponentResult<ActivitiesPage>(new { Model = model })));
            routes.Page(kind, resource, "/promoting-interoperability", request => Show(request, model => new RazorComponentResult<InteroperabilityPage>(new { Model = model })));
            routes.Page(kind, resource, "/explanation", request => Show(request, model => new RazorComponentResult<ExplanationPage>(new { Model = model, Full = request.Http.Request.Query["full"] == "1" })));
            routes.Interface(kind, resource, ResultAsJson);
        }
    }

    /// <summary>A page of feedback, after the acknowledgement of its year.</summary>
    internal static async Task<IResult> Show(PortalRequest request, Func<FeedbackModel, IResult> page)
    {
        if (await AcknowledgementRoutes.IsDue(request))
        {
            return AcknowledgementRoutes.Ask(request);
        }

        var answer = await request.Http.RequestServices.GetRequiredService<FeedbackReader>().Read(request);
        return answer.Model is { } model ? page(model) : new RazorComponentResult<NoFeedbackPage>(new { request.Year.Year, answer.Why });
    }

    private static async Task<IResult> ResultAsJson(PortalRequest request)
    {
        var answer = await request.Http.RequestServices.GetRequiredService<FeedbackReader>().Read(request);
        return answer.Model is { } model
            ? new FeedbackJson(model, request.Http.Request.Query["explanation"] == "1")
            : Results.Json(new { problems = new[] { new { code = answer.Why == NoFeedback.SourceNotVisible ? ScoreVisibility.ReasonCode : "NOTHING_PUBLISHED", message = "There is no score to show.", path = "$" } } });
    }
}
