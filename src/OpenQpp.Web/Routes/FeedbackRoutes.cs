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

    /// <summary>The pages of each, by what stands below the resource.</summary>
    private static readonly (string Part, Func<PortalRequest, FeedbackModel, IResult> Page)[] Parts =
    [
        ("", (_, model) => new RazorComponentResult<Overview>(new { Model = model })),
        ("/quality", (_, model) => new RazorComponentResult<QualityPage>(new { Model = model })),
        ("/cost", (_, model) => new RazorComponentResult<CostPage>(new { Model = model })),
        ("/improvement-activities", (_, model) => new RazorComponentResult<ActivitiesPage>(new { Model = model })),
        ("/promoting-interoperability", (_, model) => new RazorComponentResult<InteroperabilityPage>(new { Model = model })),
        ("/explanation", (request, model) => new RazorComponentResult<ExplanationPage>(new { Model = model, Full = request.Http.Request.Query["full"] == "1" })),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (kind, resource) in Feedback)
        {
            foreach (var (part, page) in Parts)
            {
                routes.Page(kind, resource, part, request => Show(request, model => page(request, model)));
                routes.Download(kind, resource, part + ".pdf", request => Print(request, part.TrimStart('/'), page));
            }

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

    /// <summary>A page of feedback as a PDF. Without a Chromium, before the acknowledgement and where there is no feedback, the way to the page.</summary>
    private static async Task<IResult> Print(PortalRequest request, string part, Func<PortalRequest, FeedbackModel, IResult> page)
    {
        var services = request.Http.RequestServices;
        return services.GetRequiredService<PagePrinter>().IsThere
            && !await AcknowledgementRoutes.IsDue(request)
            && (await services.GetRequiredService<FeedbackReader>().Read(request)).Model is { } model
                ? new PrintedAnswer(page(request, model), part.Length == 0 ? "feedback" : part, request.Year.Year)
                : PrintedAnswer.ToPage(request.Http.Request);
    }

    private static async Task<IResult> ResultAsJson(PortalRequest request)
    {
        var answer = await request.Http.RequestServices.GetRequiredService<FeedbackReader>().Read(request);
        return answer.Model is { } model
            ? new FeedbackJson(model, request.Http.Request.Query["explanation"] == "1")
            : InterfaceAnswers.Problem(StatusCodes.Status200OK, answer.Why == NoFeedback.SourceNotVisible ? ScoreVisibility.ReasonCode : "NOTHING_PUBLISHED", "There is no score to show.");
    }
}
