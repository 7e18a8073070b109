using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Access;
using OpenQpp.Web.Pages;

namespace OpenQpp.Web;

/// <summary>Signing in with a password and a second factor, and signing out.</summary>
internal static class SignInRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.PortalPage(Resource.SignIn, "/sign-in", First);
        routes.PortalPage(Resource.SignIn, "/sign-in", SignIn, isForm: true);
        routes.PortalPage(Resource.SignIn, "/sign-in/demo", SignInAsDemo, isForm: true);
        routes.PortalPage(Resource.SignIn, "/sign-in/second-factor", request => Task.FromResult<IResult>(new RazorComponentResult<SecondFactorPage>(new { Return = SignInAddress.Safe(request.Http.Request.Query["return"]) })));
        routes.PortalPage(Resource.SignIn, "/sign-in/second-factor", SecondFactor, isForm: true);
        routes.PortalPage(Resource.SignIn, "/sign-out", SignOut, isForm: true);
    }

    /// <summary>The sign-in page; after a failure with what it says about it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="back">Where the sign-in leads.</param>
    /// <param name="error">What is said; null for nothing.</param>
    /// <param name="user">The name that was typed.</param>
    /// <param name="status">The status of an error.</param>
    /// <param name="endAt">Where one signs out at the provider; null where there is nothing to end.</param>
    public static RazorComponentResult<SignInPage> Page(PortalRequest request, string back, string? error, string user, int status = StatusCodes.Status400BadRequest, string? endAt = null) => new(new
    {
        Return = back,
        Error = error,
        User = user,
        EndAt = endAt,
        HasLocalAccounts = Settings(request).LocalAccounts,
        Provider = Settings(request).OpenId?.Name,
        Demo = IsHere(request) ? request.Http.RequestServices.GetRequiredService<DemoSignIns>().People : [],
    })
    {
        StatusCode = error is null ? StatusCodes.Status200OK : status,
    };

    private static async Task<IResult> First(PortalRequest request)
    {
        var query = request.Http.Request.Query;
        var back = SignInAddress.Safe(query["return"]);
        return query.ContainsKey("problem") ? Page(request, back, "The sign-in with your organization was not completed. Try again; if it fails again, ask who runs this portal.", "")
            : Page(request, back, null, "", endAt: query.ContainsKey("ended") ? await ProviderRoutes.EndAddress(request) : null);
    }

    private static async Task<IResult> SignIn(PortalRequest request)
    {
        if (!Settings(request).LocalAccounts)
        {
            return NotFoundPage.Result;
        }

        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var (user, password, back) = (form["user"].ToString(), form["password"].ToString(), SignInAddress.Safe(form["return"]));
        var manager = Manager(request);
        var known = await manager.UserManager.FindByNameAsync(user);
        var result = password.Length > PasswordRules.Most * 4 || known is null ? await Unknown(manager, password) : await manager.PasswordSignInAsync(known, password, isPersistent: false, lockoutOnFailure: true);
        if ((result.Succeeded || result.RequiresTwoFactor) && PasswordRules.IsCommon(password))
        {
            await manager.SignOutAsync();
            await SignInTold.Tell(request, "common-password", known!.Person.Id);
            return Page(request, back, "This password is among the first that somebody would try, and lets nobody in. Ask who runs this portal for a code with which you choose another.", user);
        }

        await SignInTold.Tell(request, result.Succeeded ? "done" : result.RequiresTwoFactor ? "second-factor" : result.IsLockedOut ? "locked" : "denied", known?.Person.Id);
        return result.Succeeded ? Results.LocalRedirect(back)
            : result.RequiresTwoFactor ? Results.LocalRedirect($"/sign-in/second-factor?return={Uri.EscapeDataString(back)}")
            : Page(request, back, result.IsLockedOut ? "Too many attempts. Wait fifteen minutes, then try again." : "User name or password is wrong.", user);
    }

    /// <summary>A name that nobody has takes as long as a wrong password.</summary>
    private static Task<SignInResult> Unknown(SignInManager<PortalUser> manager, string password)
    {
        _ = manager.UserManager.PasswordHasher.HashPassword(new(new("", "", "")), password.Length > PasswordRules.Most ? "" : password);
        return Task.FromResult(SignInResult.Failed);
    }

    private static async Task<IResult> SecondFactor(PortalRequest request)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var (code, back) = (form["code"].ToString().Replace(" ", "", StringComparison.Ordinal), SignInAddress.Safe(form["return"]));
        var manager = Manager(request);
        var known = await manager.GetTwoFactorAuthenticationUserAsync();
        var result = await manager.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        result = result.Succeeded || result.IsLockedOut ? result : await manager.TwoFactorRecoveryCodeSignInAsync(code);
        await SignInTold.Tell(request, result.Succeeded ? "done" : "denied", known?.Person.Id);
        return result.Succeeded ? Results.LocalRedirect(back)
            : new RazorComponentResult<SecondFactorPage>(new { Return = back, Error = "The code is wrong, or it has been used already." }) { StatusCode = StatusCodes.Status400BadRequest };
    }

    /// <summary>One click, on the machine itself, in the demonstration world alone.</summary>
    private static async Task<IResult> SignInAsDemo(PortalRequest request)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var name = form["user"].ToString();
        var people = request.Http.RequestServices.GetRequiredService<DemoSignIns>().People;
        var manager = Manager(request);
        if (!IsHere(request) || !people.Any(person => string.Equals(person.User, name, StringComparison.Ordinal)) || await manager.UserManager.FindByNameAsync(name) is not { } user)
        {
            return NotFoundPage.Result;
        }

        await manager.SignInBy(user, "demonstration", isStrong: false);
        await SignInTold.Tell(request, "done", user.Person.Id);
        return Results.LocalRedirect(SignInAddress.Safe(form["return"]));
    }

    /// <summary>What the browser keeps of the pages goes too.</summary>
    private static async Task<IResult> SignOut(PortalRequest request)
    {
        var isOfProvider = request.Session is { Means: ProviderRoutes.Means };
        await Manager(request).SignOutAsync();
        await SignInTold.Tell(request, "signed-out", request.Person?.Id);
        request.Http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return !isOfProvider ? Results.LocalRedirect("/sign-in")
            : await ProviderRoutes.EndAddress(request) is { } end && Settings(request).OpenId!.Origin.IsBaseOf(new(end)) ? Results.Redirect(end)
            : Results.LocalRedirect("/sign-in?ended=1");
    }

    private static bool IsHere(PortalRequest request) =>
        request.Http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    private static PortalSettings Settings(PortalRequest request) => request.Http.RequestServices.GetRequiredService<PortalSettings>();

    private static SignInDesk Manager(PortalRequest request) => request.Http.RequestServices.GetRequiredService<SignInDesk>();
}
