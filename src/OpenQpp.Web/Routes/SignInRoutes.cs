using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Access;
using OpenQpp.Web.Pages;

namespace OpenQpp.Web;

/// <summary>Signing in and out.</summary>
internal static class SignInRoutes
{
    /// <summary>The name of the limit on attempts, one for each address of the network.</summary>
    public const string Limit = "sign-in";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.PortalPage(Resource.SignIn, "/sign-in", request => Task.FromResult<IResult>(Page(request, SignInAddress.Safe(request.Http.Request.Query["return"]), null, "")));
        routes.PortalPage(Resource.SignIn, "/sign-in", SignIn, isForm: true);
        routes.PortalPage(Resource.SignIn, "/sign-in/demo", SignInAsDemo, isForm: true);
        routes.PortalPage(Resource.SignIn, "/sign-in/second-factor", request => Task.FromResult<IResult>(new RazorComponentResult<SecondFactorPage>(new { Return = SignInAddress.Safe(request.Http.Request.Query["return"]) })));
        routes.PortalPage(Resource.SignIn, "/sign-in/second-factor", SecondFactor, isForm: true);
        routes.PortalPage(Resource.SignIn, "/sign-out", SignOut, isForm: true);
    }

    private static RazorComponentResult<SignInPage> Page(PortalRequest request, string back, string? error, string user) => new(new
    {
        Return = back,
        Error = error,
        User = user,
        Demo = IsHere(request) ? request.Http.RequestServices.GetRequiredService<DemoSignIns>().People : [],
    })
    {
        StatusCode = error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
    };

    private static async Task<IResult> SignIn(PortalRequest request)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var (user, back) = (form["user"].ToString(), SignInAddress.Safe(form["return"]));
        var result = await Manager(request).PasswordSignInAsync(user, form["password"].ToString(), isPersistent: false, lockoutOnFailure: true);
        await Tell(request, result.Succeeded ? "done" : result.RequiresTwoFactor ? "second-factor" : result.IsLockedOut ? "locked" : "denied");
        return result.Succeeded ? Results.LocalRedirect(back)
            : result.RequiresTwoFactor ? Results.LocalRedirect($"/sign-in/second-factor?return={Uri.EscapeDataString(back)}")
            : Page(request, back, result.IsLockedOut ? "Too many attempts. Wait fifteen minutes, then try again." : "User name or password is wrong.", user);
    }

    private static async Task<IResult> SecondFactor(PortalRequest request)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var (code, back) = (form["code"].ToString().Replace(" ", "", StringComparison.Ordinal), SignInAddress.Safe(form["return"]));
        var manager = Manager(request);
        var result = await manager.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        result = result.Succeeded || result.IsLockedOut ? result : await manager.TwoFactorRecoveryCodeSignInAsync(code);
        await Tell(request, result.Succeeded ? "done" : "denied");
        return result.Succeeded ? Results.LocalRedirect(back)
            : new RazorComponentResult<SecondFactorPage>(new { Return = back, Error = "The code is wrong, or it has been used already." }) { StatusCode = StatusCodes.Status400BadRequest };
    }

    /// <summary>One click, on the machine itself, in the demonstration world alone.</summary>
    private static async Task<IResult> SignInAsDemo(PortalRequest request)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var name = form["user"].ToString();
        var people = request.Http.RequestServices.GetRequiredService<DemoSignIns>().People;
        if (!IsHere(request) || !people.Any(person => string.Equals(person.User, name, StringComparison.Ordinal)))
        {
            return NotFoundPage.Result;
        }

        var manager = Manager(request);
        if (await manager.UserManager.FindByNameAsync(name) is not { } user)
        {
            return NotFoundPage.Result;
        }

        await manager.SignInAsync(user, isPersistent: false);
        await Tell(request, "done");
        return Results.LocalRedirect(SignInAddress.Safe(form["return"]));
    }

    private static async Task<IResult> SignOut(PortalRequest request)
    {
        await Manager(request).SignOutAsync();
        await Tell(request, "signed-out");
        return Results.LocalRedirect("/sign-in");
    }

    private static bool IsHere(PortalRequest request) =>
        request.Http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    private static SignInManager<PortalUser> Manager(PortalRequest request) => request.Http.RequestServices.GetRequiredService<SignInManager<PortalUser>>();

    private static Task Tell(PortalRequest request, string outcome) =>
        request.Http.RequestServices.GetRequiredService<PortalStore>().Audit.Append(request.Entry("sign-in", outcome), request.Cancellation);
}
