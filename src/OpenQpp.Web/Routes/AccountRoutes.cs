using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Access;
using OpenQpp.Web.Pages.Account;

namespace OpenQpp.Web;

/// <summary>One's own account: password and sessions. Everybody who is signed in has it, with or without a role.</summary>
internal static class AccountRoutes
{
    /// <summary>The resource of the access matrix: what needs no role.</summary>
    public const Resource Own = Resource.RoleRequest;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.PortalPage(Own, "/account", request => Page(request, null, []));
        routes.PortalPage(Own, "/account/confirm", Confirm, isForm: true);
        routes.PortalPage(Own, "/account/password", ChangePassword, isForm: true);
        routes.PortalPage(Own, "/account/sessions/end", request => WhenFresh(request, EndSessions), isForm: true);
        routes.PortalPage(Own, "/account/sessions/end-one", request => WhenFresh(request, EndOne), isForm: true);
        routes.PortalPage(Own, "/account/notices/read", ReadNotices, isForm: true);
    }

    /// <summary>Signs people in, and changes how they do it.</summary>
    public static SignInDesk Manager(PortalRequest request) => request.Http.RequestServices.GetRequiredService<SignInDesk>();

    /// <summary>Who is signed in, as the sign-in sees them.</summary>
    public static async Task<PortalUser> UserOf(PortalRequest request) =>
        await Manager(request).UserManager.FindByIdAsync(request.Someone.Id) ?? throw new InvalidOperationException("Who is signed in has an account.");

    /// <summary>The page, with what was done or why not.</summary>
    public static async Task<IResult> Page(PortalRequest request, string? done, IReadOnlyList<string> errors, string? key = null, IReadOnlyList<string>? codes = null)
    {
        var user = await UserOf(request);
        var desk = request.Http.RequestServices.GetRequiredService<SessionDesk>();
        var isOfProvider = user.Person.ExternalIssuer is not null;
        var session = request.Session!;
        return new RazorComponentResult<AccountPage>(new
        {
            Model = new AccountModel(
                isOfProvider ? user.Person.DisplayName ?? "" : user.Person.UserName,
                session.Id,
                await desk.Of(user.Person.Id, request.Cancellation),
                await AccountNotice.For(request.Store, user.Person, request.Cancellation),
                await request.Store.Passkeys.OfPerson(user.Person.Id, request.Cancellation))
            {
                Id = user.Person.Id,
                IsOfProvider = isOfProvider,
                HasPassword = user.Person.PasswordHash is not null,
                HasSecondFactor = user.Person.TwoFactor,
                IsFresh = desk.IsFresh(session),
            },
            Key = key,
            Link = key is null ? null : $"otpauth://totp/OpenQPP:{Uri.EscapeDataString(user.Person.UserName)}?secret={key}&issuer=OpenQPP&digits=6",
            Codes = codes ?? [],
            Done = done,
            Errors = errors,
        })
        {
            StatusCode = errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    /// <summary>Does what needs a proof of not long ago.</summary>
    public static Task<IResult> WhenFresh(PortalRequest request, Func<PortalRequest, Task<IResult>> answer) =>
        request.Http.RequestServices.GetRequiredService<SessionDesk>().IsFresh(request.Session!) ? answer(request) : Page(request, null, ["Confirm first who you are, then do this once more."]);

    /// <summary>Writes down what was done with the account.</summary>
    public static Task Tell(PortalRequest request, string action, string outcome)
    {
        request.Http.RequestServices.GetRequiredService<SecurityLog>().Note(request.Http, action, outcome);
        return request.Store.Audit.Append(request.Entry(action, outcome), request.Cancellation);
    }

    /// <summary>A wrong code counts as a failed attempt, so that codes cannot be tried out.</summary>
    public static async Task<bool> IsCode(PortalRequest request, PortalUser user, string code)
    {
        var manager = Manager(request);
        if (await manager.UserManager.IsLockedOutAsync(user))
        {
            return false;
        }

        if (await manager.IsCode(user, code))
        {
            return true;
        }

        await manager.UserManager.AccessFailedAsync(user);
        return false;
    }

    private static async Task<IResult> Confirm(PortalRequest request)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var (manager, user) = (Manager(request), await UserOf(request));
        var isRight = (await manager.CheckPasswordSignInAsync(user, form["password"].ToString(), lockoutOnFailure: true)).Succeeded
            && (!user.Person.TwoFactor || await IsCode(request, user, form["code"].ToString().Trim()));
        await Tell(request, "confirm", isRight ? "done" : "denied");
        if (!isRight)
        {
            return await Page(request, null, ["Password or code is wrong, or there were too many attempts."]);
        }

        await request.Store.Sessions.Confirm(request.Session!.Id, request.Now, user.Person.TwoFactor, request.Cancellation);
        return Results.LocalRedirect("/account");
    }

    private static async Task<IResult> ChangePassword(PortalRequest request)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var (users, user) = (Manager(request).UserManager, await UserOf(request));
        if (await users.IsLockedOutAsync(user))
        {
            return await Page(request, null, ["Too many attempts. Wait fifteen minutes, then try again."]);
        }

        if (form["new"] != form["again"])
        {
            return await Page(request, null, ["The new password was not written the same twice."]);
        }

        if (!await users.CheckPasswordAsync(user, form["old"].ToString()))
        {
            await users.AccessFailedAsync(user);
            await Tell(request, "change-password", "denied");
            return await Page(request, null, ["The password of today is wrong."]);
        }

        var result = await users.ChangePasswordAsync(user, form["old"].ToString(), form["new"].ToString());
        await Tell(request, "change-password", result.Succeeded ? "done" : "refused");
        if (!result.Succeeded)
        {
            return await Page(request, null, [.. result.Errors.Select(error => error.Description)]);
        }

        await Manager(request).RefreshSignInAsync(user);
        return await Page(request, "The password is changed. Your other sessions have ended.", []);
    }

    /// <summary>A new security stamp: every session ends at its next request, this one too.</summary>
    private static async Task<IResult> EndSessions(PortalRequest request)
    {
        await Manager(request).UserManager.UpdateSecurityStampAsync(await UserOf(request));
        await Manager(request).SignOutAsync();
        await Tell(request, "end-sessions", "done");
        return Results.LocalRedirect("/sign-in");
    }

    private static async Task<IResult> EndOne(PortalRequest request)
    {
        var form = await request.Http.Request.ReadFormAsync(request.Cancellation);
        var isEnded = await request.Store.Sessions.End(request.Someone.Id, form["session"].ToString(), request.Cancellation);
        await Tell(request, "end-session", isEnded ? "done" : "refused");
        return await Page(request, isEnded ? "The session has ended." : "That session had ended before.", []);
    }

    private static async Task<IResult> ReadNotices(PortalRequest request)
    {
        await request.Store.People.ReadNotices(request.Someone.Id, request.Now, request.Cancellation);
        return Results.LocalRedirect("/account");
    }
}
