using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Access;
using OpenQpp.Law;
using OpenQpp.Program;
using OpenQpp.Store;
using OpenQpp.Web.Pages;

namespace OpenQpp.Web;

/// <summary>Account home, help, the law, and whether the portal is ready.</summary>
internal static class HomeRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.PortalPage(Resource.RoleRequest, "/", Home);
        routes.PortalPage(Resource.Help, "/help", _ => Task.FromResult<IResult>(new RazorComponentResult<HelpPage>()));
        routes.PortalPage(Resource.Help, "/law", Law);
        routes.PortalPage(Resource.Health, "/health", Health);
    }

    /// <summary>Who holds no role yet is led to where one is asked for.</summary>
    private static async Task<IResult> Home(PortalRequest request)
    {
        if (request.Viewer!.Roles.Count == 0)
        {
            return Results.LocalRedirect("/role-request");
        }

        var store = request.Http.RequestServices.GetRequiredService<PortalStore>();
        var organizations = await store.Organizations.OfPerson(request.Someone.Id, request.Cancellation);
        return new RazorComponentResult<HomePage>(new
        {
            Organizations = organizations,
            Notices = await AccountNotice.For(store, request.Someone, request.Cancellation),
            Years = await YearsOf(store, organizations, request),
            IsClinician = request.Viewer.Roles.Any(role => role.Kind == RoleKind.Clinician),
            IsReviewer = request.Viewer.Roles.Any(role => role.Kind == RoleKind.Reviewer),
        });
    }

    /// <summary>The published years in which there is something of each organization; registries are of every year.</summary>
    private static async Task<IReadOnlyDictionary<OrganizationId, IReadOnlyList<int>>> YearsOf(PortalStore store, IReadOnlyList<Organization> organizations, PortalRequest request)
    {
        var years = organizations.ToDictionary(organization => organization.Id, _ => new List<int>());
        foreach (var year in request.Calendar.Years(ReleaseKind.Scores, request.Now))
        {
            var run = request.Calendar.Current(year, ReleaseKind.Scores, request.Now)!;
            foreach (var id in years.Keys)
            {
                if (id.Kind == OrganizationKind.Registry || await store.Organizations.OfYear(run.Id, id.Id, request.Cancellation) is not null)
                {
                    years[id].Add(year.Year);
                }
            }
        }

        return years.ToDictionary(one => one.Key, one => (IReadOnlyList<int>)one.Value);
    }

    private static Task<IResult> Law(PortalRequest request)
    {
        var book = request.Http.RequestServices.GetRequiredService<LawBook>();
        var asked = ParagraphAnswer.Normalise(request.Http.Request.Query["paragraph"].ToString());
        return Task.FromResult<IResult>(new RazorComponentResult<LawPage>(new { Asked = asked, Answer = ParagraphAnswer.Of(asked.Length == 0 ? "414.1380" : asked, book), Book = book }));
    }

    /// <summary>Ready when the store answers.</summary>
    private static async Task<IResult> Health(PortalRequest request)
    {
        await request.Http.RequestServices.GetRequiredService<PortalStore>().Years.All(request.Cancellation);
        return Results.Json(new { status = "ready" });
    }
}
