using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Access;
using OpenQpp.Store;

namespace OpenQpp.Web;

/// <summary>How routes are declared: each with its resource, and none that answers before the gate was asked.</summary>
internal static class PortalRoutes
{
    /// <summary>How addresses for programs begin.</summary>
    public const string InterfacePrefix = "/api/portal";

    private const string Get = "GET";
    private const string Post = "POST";
    private const string YearPrefix = "/py/{year:int}/";

    /// <summary>A page about an owner in a year: <c>/py/{year}/{kind}/{id}/{resource}</c> and what stands below it.</summary>
    public static void Page(this IEndpointRouteBuilder routes, OwnerKind kind, Resource resource, string below, Func<PortalRequest, Task<IResult>> answer) =>
        Owned(routes, new(resource, kind, Get), below, answer);

    /// <summary>What a form of such a page sends.</summary>
    public static void Form(this IEndpointRouteBuilder routes, OwnerKind kind, Resource resource, string below, Func<PortalRequest, Task<IResult>> answer) =>
        Owned(routes, new(resource, kind, Post), below, answer);

    /// <summary>A form of such a page that sends files.</summary>
    public static void Upload(this IEndpointRouteBuilder routes, OwnerKind kind, Resource resource, string below, long most, Func<PortalRequest, Task<IResult>> answer) =>
        Owned(routes, new(resource, kind, Post) { MostBytes = most }, below, answer);

    /// <summary>A file about an owner in a year: <c>/py/{year}/{kind}/{id}/{resource}.csv</c>.</summary>
    public static void Download(this IEndpointRouteBuilder routes, OwnerKind kind, Resource resource, string below, Func<PortalRequest, Task<IResult>> answer) =>
        Owned(routes, new(resource, kind, Get, IsDownload: true), below, answer);

    /// <summary>JSON about an owner in a year: <c>/api/portal/py/{year}/{kind}/{id}/{resource}</c>.</summary>
    public static void Interface(this IEndpointRouteBuilder routes, OwnerKind kind, Resource resource, Func<PortalRequest, Task<IResult>> answer)
    {
        var route = new RouteResource(resource, kind, Get, IsInterface: true);
        Declare(routes, $"{InterfacePrefix}{YearPrefix}{kind.Word()}/{{id}}/{resource.Word()}", route, answer);
    }

    /// <summary>A page about an owner in a year, and the same for programs: the handler asks which it is.</summary>
    public static void PageAndInterface(this IEndpointRouteBuilder routes, OwnerKind kind, Resource resource, Func<PortalRequest, Task<IResult>> answer)
    {
        Page(routes, kind, resource, "", answer);
        Interface(routes, kind, resource, answer);
    }

    /// <summary>A file about an owner in a year, and its rows for programs.</summary>
    public static void FileAndInterface(this IEndpointRouteBuilder routes, OwnerKind kind, Resource resource, Func<PortalRequest, Task<IResult>> answer)
    {
        Download(routes, kind, resource, ".csv", answer);
        Interface(routes, kind, resource, answer);
    }

    /// <summary>A page of a year that belongs to nobody in particular: <c>/py/{year}/{page}</c>.</summary>
    public static void YearPage(this IEndpointRouteBuilder routes, Resource resource, string page, Func<PortalRequest, Task<IResult>> answer, bool isForm = false)
    {
        var route = new RouteResource(resource, OwnerKind.Portal, isForm ? Post : Get);
        Declare(routes, $"/py/{{year:int}}/{page}", route, answer);
    }

    /// <summary>JSON of a year that belongs to nobody in particular.</summary>
    public static void YearInterface(this IEndpointRouteBuilder routes, Resource resource, string page, Func<PortalRequest, Task<IResult>> answer) =>
        Declare(routes, $"{InterfacePrefix}{YearPrefix}{page}", new(resource, OwnerKind.Portal, Get, IsInterface: true), answer);

    /// <summary>A page of the portal itself.</summary>
    public static void PortalPage(this IEndpointRouteBuilder routes, Resource resource, string path, Func<PortalRequest, Task<IResult>> answer, bool isForm = false)
    {
        var route = new RouteResource(resource, OwnerKind.Portal, isForm ? Post : Get);
        Declare(routes, path, route, answer);
    }

    /// <summary>A file of the portal itself.</summary>
    public static void PortalFile(this IEndpointRouteBuilder routes, Resource resource, string path, Func<PortalRequest, Task<IResult>> answer)
    {
        var route = new RouteResource(resource, OwnerKind.Portal, Get, IsDownload: true);
        routes.MapMethods(path, [route.Method], (HttpContext http, PortalGate gate) => Answer(http, gate, route, null, null, answer)).WithMetadata(route);
    }

    /// <summary>A page about an organization in no year in particular: <c>/{kind}/{id}/{resource}</c>.</summary>
    public static void OrganizationPage(this IEndpointRouteBuilder routes, OwnerKind kind, Resource resource, string below, Func<PortalRequest, Task<IResult>> answer, bool isForm = false)
    {
        var route = new RouteResource(resource, kind, isForm ? Post : Get);
        Declare(routes, $"/{kind.Word()}/{{id}}/{resource.Word()}{below}", route, answer);
    }

    /// <summary>Such a page, and the same for programs: <c>/api/portal/{kind}/{id}/{resource}</c>.</summary>
    public static void OrganizationPageAndInterface(this IEndpointRouteBuilder routes, OwnerKind kind, Resource resource, Func<PortalRequest, Task<IResult>> answer)
    {
        OrganizationPage(routes, kind, resource, "", answer);
        Declare(routes, $"{InterfacePrefix}/{kind.Word()}/{{id}}/{resource.Word()}", new(resource, kind, Get, IsInterface: true), answer);
    }

    private static void Owned(IEndpointRouteBuilder routes, RouteResource route, string below, Func<PortalRequest, Task<IResult>> answer) =>
        Declare(routes, $"/py/{{year:int}}/{route.Kind.Word()}/{{id}}/{route.Resource.Word()}{below}", route, answer);

    /// <summary>As a delegate of the framework's own form: one that it had to compile for each of our hundreds of routes would double the time of a start.</summary>
    private static void Declare(IEndpointRouteBuilder routes, string pattern, RouteResource route, Func<PortalRequest, Task<IResult>> answer) =>
        routes.MapMethods(pattern, [route.Method], async http =>
        {
            var values = http.Request.RouteValues;
            // A portal's own page may name an owner or a year for itself: they are not those of the address.
            var year = pattern.StartsWith(YearPrefix, StringComparison.Ordinal) || pattern.StartsWith(InterfacePrefix + YearPrefix, StringComparison.Ordinal) ? int.Parse((string)values["year"]!, CultureInfo.InvariantCulture) : (int?)null;
            var id = route.Kind == OwnerKind.Portal ? null : (string?)values["id"];
            var gate = http.RequestServices.GetRequiredService<PortalGate>();
            await (await Answer(http, gate, route, year, id, answer)).ExecuteAsync(http);
        }).WithMetadata(route);

    private static async Task<IResult> Answer(HttpContext http, PortalGate gate, RouteResource route, int? year, string? id, Func<PortalRequest, Task<IResult>> answer)
    {
        var (decision, request) = await gate.Open(http, route, year, id);
        if (request is null)
        {
            return (decision.Answer, route.IsInterface) switch
            {
                (AccessAnswer.NotSignedIn, true) => InterfaceAnswers.NotSignedIn,
                (AccessAnswer.NotSignedIn, false) => Results.Redirect(SignInAddress.For(http.Request)),
                (_, true) => InterfaceAnswers.NotFound,
                _ => NotFoundPage.Result,
            };
        }

        if (http.RequestServices.GetRequiredService<RequestCounts>().IsTooMany(request.Person?.Id))
        {
            http.RequestServices.GetRequiredService<SecurityLog>().Warn(http, "requests", "too-many");
            return Results.Text("Too many requests. Wait a minute.", statusCode: StatusCodes.Status429TooManyRequests);
        }

        if ((IsAdministration(route.Resource) || decision.By is { Role.Kind: RoleKind.Reviewer }) && NeedsSecondFactor(http))
        {
            await request.Store.Audit.Append(request.Entry("second-factor-needed", "denied"), request.Cancellation);
            return InterfaceAnswers.SecondFactorNeeded(route);
        }

        if (route.Method == Post && await WhyNot(http, route) is { } refusal)
        {
            return refusal;
        }

        if (route.IsInterface)
        {
            http.Response.Headers.ContentDisposition = "attachment; filename=\"api.json\"";
        }

        return await answer(request);
    }

    /// <summary>Why a form is not taken: it is too large, or its token is not ours. Files beyond the first 64 KiB wait on the disk, not in memory.</summary>
    private static async Task<IResult?> WhyNot(HttpContext http, RouteResource route)
    {
        if (!http.Request.HasFormContentType)
        {
            return Results.Text("Send a form.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        if (http.Request.ContentLength > route.MostBytes)
        {
            return TooLarge();
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = route.MostBytes;
        }

        try
        {
            if (await http.RequestServices.GetAntiforgery().IsRequestValidAsync(http))
            {
                return null;
            }

            http.RequestServices.GetRequiredService<SecurityLog>().Warn(http, "form", "no-token");
            return Results.Text("The form has expired. Go back, load the page again and send it once more.", statusCode: StatusCodes.Status400BadRequest);
        }
        catch (Exception exception) when (exception is BadHttpRequestException or InvalidDataException)
        {
            return TooLarge();
        }
    }

    /// <summary>Who decides about others, or reads what they did, must have proven two factors.</summary>
    private static bool IsAdministration(Resource resource) => resource is Resource.AccessRequests or Resource.AuditLog or Resource.ReviewQueue;

    private static bool NeedsSecondFactor(HttpContext http) =>
        http.RequestServices.GetRequiredService<PortalSettings>().SecondFactorForAdministration
        && http.RequestServices.GetRequiredService<DemoSignIns>().People.Count == 0
        && http.Features.Get<PersonSession>() is not { IsStrong: true };

    private static IResult TooLarge() => Results.Text("What was sent is too large, or no form. Go back and send less.", statusCode: StatusCodes.Status413PayloadTooLarge);

    private static IAntiforgery GetAntiforgery(this IServiceProvider services) => (IAntiforgery)services.GetService(typeof(IAntiforgery))!;
}
