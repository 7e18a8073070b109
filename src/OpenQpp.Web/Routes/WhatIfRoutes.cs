using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Files;
using OpenQpp.Law;
using OpenQpp.Web.Pages.WhatIf;

namespace OpenQpp.Web;

/// <summary>What if: beside every feedback, to read only.</summary>
internal static class WhatIfRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (kind, resource) in FeedbackRoutes.Feedback)
        {
            routes.Page(kind, resource, "/what-if", request => FeedbackRoutes.Show(request, model => new RazorComponentResult<WhatIfPage>(new { Model = model, Answer = AnswerOf(request, model) })));
            // The changed case, as 'openqpp score' takes it.
            routes.Download(kind, resource, "/what-if.json", request => FeedbackRoutes.Show(request, model => Results.File(CaseJson.Document(AnswerOf(request, model).Changed), "application/json", "what-if.json")));
        }
    }

    private static WhatIfAnswer AnswerOf(PortalRequest request, FeedbackModel model)
    {
        var services = request.Http.RequestServices;
        return WhatIfAnswer.Of(model, WhatIfQuestion.Of(request.Http.Request.Query), services.GetRequiredService<Rescoring>(), services.GetRequiredService<LawBook>());
    }
}
