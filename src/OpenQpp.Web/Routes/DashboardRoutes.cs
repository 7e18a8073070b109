using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Access;
using OpenQpp.Files;
using OpenQpp.Store;
using OpenQpp.Vocabulary;
using OpenQpp.Web.Pages.Requests;

namespace OpenQpp.Web;

/// <summary>The dashboard of a registry: what it sent itself, and the preliminary points of that. It sees nothing that others sent.</summary>
internal static class DashboardRoutes
{
    private const int Rows = 50;
    private const long MostBytesOfForm = CaseLimits.Bytes + (64 * 1024);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.YearPage(Resource.Dashboard, "dashboard", Landing);
        routes.PageAndInterface(OwnerKind.Registry, Resource.Dashboard, request => Page(request, []));
        routes.Upload(OwnerKind.Registry, Resource.Dashboard, "", MostBytesOfForm, Send);
        routes.Page(OwnerKind.Registry, Resource.Dashboard, "/{submission}", Submission);
    }

    private static RegistryDesk DeskOf(PortalRequest request) => request.Http.RequestServices.GetRequiredService<RegistryDesk>();

    private static async Task<IResult> Landing(PortalRequest request) => new RazorComponentResult<OwnerChoicePage>(new
    {
        Title = "Registry dashboard",
        Section = "Registry dashboard",
        Says = "What your registry sent in, and its preliminary points.",
        Resource = Resource.Dashboard,
        request.Year.Year,
        Owners = await OwnersOfPerson.For(request, Resource.Dashboard),
    });

    private static async Task<IResult> Page(PortalRequest request, IReadOnlyList<Problem> problems)
    {
        var store = request.Store;
        var number = request.Http.Request.PageNumber();
        var sent = await store.RegistrySubmissions.OfRegistry(request.Owner.Id, request.Year, PageOf.Number(number, Rows), request.Cancellation);
        return request.Route.IsInterface ? Results.Json(Shapes.Rows(sent, Shapes.Sent)) : new RazorComponentResult<DashboardPage>(new
        {
            request.Year.Year,
            Heading = await OwnerHeading.Of(store, request.Owner, request.Cancellation),
            Sent = sent,
            PageNumber = number,
            PageSize = Rows,
            Problems = problems,
        })
        {
            StatusCode = problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private static async Task<IResult> Send(PortalRequest request)
    {
        var (store, cancellation) = (request.Store, request.Cancellation);
        if ((await request.Http.Request.ReadFormAsync(cancellation)).Files.GetFile("case") is not { Length: > 0 and <= CaseLimits.Bytes } file)
        {
            return await Page(request, [new(ProblemCode.INPUT_TOO_LARGE, "$", $"Choose a file with one case, at most {CaseLimits.Bytes / 1024 / 1024} MiB.")]);
        }

        var found = new ProblemList();
        await UploadGuard.Scan(request, [file], found);
        if (!found.IsEmpty)
        {
            return await Page(request, found.Found);
        }

        var body = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(body, cancellation);
        }

        var problems = new ProblemList();
        if (await DeskOf(request).Check(body, request.Year, problems, cancellation) is not { } known)
        {
            await store.Audit.Append(request.Entry("send-case", "refused"), cancellation);
            return await Page(request, problems.Found);
        }

        var sent = new RegistrySubmission("", request.Year, request.Owner.Id, known.Owner.Owner, known.Owner.Identifier, request.Someone.Id, request.Now);
        var id = await store.RegistrySubmissions.Add(sent, new(body, RegistryDesk.Json(known.Result, body)), request.Entry("send-case", "done"), cancellation);
        return Results.LocalRedirect(Address.Of(request.Year.Year, request.Owner.Kind.Word(), request.Owner.Id, $"{Resource.Dashboard.Word()}/{id}"));
    }

    private static async Task<IResult> Submission(PortalRequest request)
    {
        var id = request.Http.Request.RouteValues["submission"] as string;
        return OpaqueId.HasForm(id) && await request.Store.RegistrySubmissions.Body(request.Owner.Id, id!, request.Cancellation) is { } sent && DeskOf(request).Score(sent.Body) is { } result && result.Law.Year == request.Year
            ? new RazorComponentResult<SubmissionPage>(new { request.Year.Year, Heading = await OwnerHeading.Of(request.Store, request.Owner, request.Cancellation), Result = result })
            : NotFoundPage.Result;
    }
}
