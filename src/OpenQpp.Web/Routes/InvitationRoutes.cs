using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Access;
using OpenQpp.Web.Pages.Account;

namespace OpenQpp.Web;

/// <summary>With a code that whoever runs the portal handed over, somebody chooses a password: at first, or when it is forgotten.</summary>
internal static class InvitationRoutes
{
    private const string Path = "/sign-in/code";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.PortalPage(Resource.SignIn, Path, request => Task.FromResult(Page(request, "", [])));
        routes.PortalPage(Resource.SignIn, Path, Choose, isForm: true);
    }

    private static IResult Page(PortalRequest request, string user, IReadOnlyList<string> errors) =>
        request.Http.RequestServices.GetRequiredService<PortalSettings>().LocalAccounts
            ? new RazorComponentResult<InvitationPage>(new { User = user, Errors = errors }) { StatusCode = errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest }
            : NotFoundPage.Result;

    private static async Task<IResult> Choose(PortalRequest request)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var (name, code, password) = (form["user"].ToString(), form["code"].ToString().Trim(), form["new"].ToString());
        var manager = request.Http.RequestServices.GetRequiredService<SignInDesk>();
        var user = await manager.UserManager.FindByNameAsync(name);
        string[] errors =
        [
            .. form["new"] == form["again"] ? Array.Empty<string>() : ["The new password was not written the same twice."],
            .. PasswordRules.Problem(password, name) is { } problem ? [problem] : Array.Empty<string>(),
            .. form["agree"] == "yes" ? Array.Empty<string>() : ["Without your agreement there is no account."],
        ];
        if (errors.Length > 0 || !request.Http.RequestServices.GetRequiredService<PortalSettings>().LocalAccounts)
        {
            return Page(request, name, errors);
        }

        if (user is null || !await request.Store.Invitations.Use(user.Person.Id, code, request.Now, request.Cancellation))
        {
            await SignInTold.Tell(request, "code-denied", user?.Person.Id);
            return Page(request, name, ["User name or code is wrong, or the code was used, or its time has passed."]);
        }

        user.Person = user.Person with { PasswordHash = manager.UserManager.PasswordHasher.HashPassword(user, password), LockoutEnd = null, AccessFailures = 0 };
        await manager.UserManager.UpdateSecurityStampAsync(user);
        await request.Store.People.Consent(user.Person.Id, request.Now, request.Cancellation);
        await SignInTold.Tell(request, "password-chosen", user.Person.Id);
        return Results.LocalRedirect("/sign-in");
    }
}
