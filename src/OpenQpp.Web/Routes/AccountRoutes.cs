using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenQpp.Access;
using OpenQpp.Web.Pages.Requests;

namespace OpenQpp.Web;

/// <summary>One's own account: password, second factor, sessions. Everybody who is signed in has it, with or without a role.</summary>
internal static class AccountRoutes
{
    private const int RecoveryCodes = 10;

    public static void Map(IEndpointRouteBuilder routes)
    {
        const Resource Own = Resource.RoleRequest;
        routes.PortalPage(Own, "/account", request => Page(request, null, []));
        routes.PortalPage(Own, "/account/password", ChangePassword, isForm: true);
        routes.PortalPage(Own, "/account/second-factor/key", NewKey, isForm: true);
        routes.PortalPage(Own, "/account/second-factor", ConfirmSecondFactor, isForm: true);
        routes.PortalPage(Own, "/account/second-factor/remove", RemoveSecondFactor, isForm: true);
        routes.PortalPage(Own, "/account/sessions/end", EndSessions, isForm: true);
    }

    private static SignInManager<PortalUser> Manager(PortalRequest request) => request.Http.RequestServices.GetRequiredService<SignInManager<PortalUser>>();

    private static async Task<PortalUser> UserOf(PortalRequest request) =>
        await Manager(request).UserManager.FindByIdAsync(request.Someone.Id) ?? throw new InvalidOperationException("Who is signed in has an account.");

    private static async Task<IResult> Page(PortalRequest request, string? done, IReadOnlyList<string> errors, string? key = null, IReadOnlyList<string>? codes = null)
    {
        var user = await UserOf(request);
        return new RazorComponentResult<AccountPage>(new
        {
            Name = user.Person.UserName,
            HasPassword = user.Person.PasswordHash is not null,
            HasSecondFactor = user.Person.TwoFactor,
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

    /// <summary>A new key, shown once; it holds when a code confirms it. A standing second factor is removed first.</summary>
    private static async Task<IResult> NewKey(PortalRequest request)
    {
        var (users, user) = (Manager(request).UserManager, await UserOf(request));
        if (user.Person.TwoFactor)
        {
            return await Page(request, null, ["Remove the second factor first, with a code of it."]);
        }

        await users.ResetAuthenticatorKeyAsync(user);
        await Manager(request).RefreshSignInAsync(user);
        await Tell(request, "second-factor-key", "done");
        return await Page(request, null, [], await users.GetAuthenticatorKeyAsync(user));
    }

    private static async Task<IResult> ConfirmSecondFactor(PortalRequest request)
    {
        var (users, user) = (Manager(request).UserManager, await UserOf(request));
        if (user.Person.TwoFactor || !await IsCode(request, user))
        {
            await Tell(request, "second-factor", "denied");
            return await Page(request, null, ["The code is wrong, or its time has passed. Type the one that the app shows now."], user.Person.TwoFactor ? null : await users.GetAuthenticatorKeyAsync(user));
        }

        await users.SetTwoFactorEnabledAsync(user, true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? [];
        await Manager(request).RefreshSignInAsync(user);
        await Tell(request, "second-factor", "done");
        return await Page(request, "The second factor is set up. Keep these recovery codes: each works once, and they are not shown again.", [], null, [.. codes]);
    }

    private static async Task<IResult> RemoveSecondFactor(PortalRequest request)
    {
        var (users, user) = (Manager(request).UserManager, await UserOf(request));
        if (!user.Person.TwoFactor || !(await IsCode(request, user) || (await users.RedeemTwoFactorRecoveryCodeAsync(user, await Code(request))).Succeeded))
        {
            await Tell(request, "second-factor-removed", "denied");
            return await Page(request, null, ["The code is wrong, or it has been used already."]);
        }

        await users.SetTwoFactorEnabledAsync(user, false);
        await users.ResetAuthenticatorKeyAsync(user);
        await Manager(request).RefreshSignInAsync(user);
        await Tell(request, "second-factor-removed", "done");
        return await Page(request, "The second factor is removed.", []);
    }

    /// <summary>A new security stamp: every session ends at its next request, this one too.</summary>
    private static async Task<IResult> EndSessions(PortalRequest request)
    {
        await Manager(request).UserManager.UpdateSecurityStampAsync(await UserOf(request));
        await Manager(request).SignOutAsync();
        await Tell(request, "end-sessions", "done");
        return Results.LocalRedirect("/sign-in");
    }

    private static async Task<string> Code(PortalRequest request) =>
        (await request.Http.Request.ReadFormAsync(request.Cancellation))["code"].ToString().Replace(" ", "", StringComparison.Ordinal);

    /// <summary>A wrong code counts as a failed attempt, so that codes cannot be tried out.</summary>
    private static async Task<bool> IsCode(PortalRequest request, PortalUser user)
    {
        var users = Manager(request).UserManager;
        if (await users.IsLockedOutAsync(user))
        {
            return false;
        }

        if (await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, await Code(request)))
        {
            return true;
        }

        await users.AccessFailedAsync(user);
        return false;
    }

    private static Task Tell(PortalRequest request, string action, string outcome) =>
        request.Store.Audit.Append(request.Entry(action, outcome), request.Cancellation);
}
