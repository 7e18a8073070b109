using Microsoft.AspNetCore.Http;
using OpenQpp.Web.Pages.Account;
using Microsoft.AspNetCore.Http.HttpResults;

namespace OpenQpp.Web;

/// <summary>What programs and browsers are told where there is nothing to show: the same, each in its own form.</summary>
internal static class InterfaceAnswers
{
    /// <summary>Nobody is signed in.</summary>
    public static IResult NotSignedIn => Problem(StatusCodes.Status401Unauthorized, "NOT_SIGNED_IN", "Sign in first.");

    /// <summary>There is nothing, or nothing for this person.</summary>
    public static IResult NotFound => Problem(StatusCodes.Status404NotFound, "NOT_FOUND", "There is nothing at this address for you.");

    /// <summary>There is nothing at the address of a request: a page for people, an object for programs.</summary>
    /// <param name="request">The request.</param>
    public static IResult Nothing(this PortalRequest request) => request.Route.IsInterface ? NotFound : NotFoundPage.Result;

    /// <summary>Two factors are needed.</summary>
    /// <param name="route">The route.</param>
    public static IResult SecondFactorNeeded(RouteResource route) => route.IsInterface
        ? Problem(StatusCodes.Status403Forbidden, "SECOND_FACTOR_NEEDED", "Sign in with a second factor first.")
        : new RazorComponentResult<SecondFactorNeededPage>() { StatusCode = StatusCodes.Status403Forbidden };

    /// <summary>One problem, in the form that all problems have.</summary>
    /// <param name="status">The status.</param>
    /// <param name="code">A stable word.</param>
    /// <param name="message">What is wrong.</param>
    public static IResult Problem(int status, string code, string message) => Results.Json(new { problems = new[] { new { code, message, path = "$" } } }, statusCode: status);
}
